import { engineEntries } from "@flyloft/db";
import { sql, type SQL } from "drizzle-orm";
import { containing } from "../../kernel/page.ts";
import type { EntryKind } from "../store/entries.ts";

/** What an engine holds of one kind, under the name `alias`. */
export const entriesOf = (engineId: string, kind: EntryKind, alias: string): SQL => sql`
  (select key, value from ${engineEntries} where engine_id = ${engineId} and kind = ${kind} and value is not null)
  as ${sql.identifier(alias)}`;

export type ServiceFilter = { search?: string; environment?: string; application?: string; microservice?: string };

/** Which services are wanted; their entries are called `service`. */
export const wantedServices = ({ search, environment, application, microservice }: ServiceFilter): SQL =>
  sql.join(
    [
      sql`true`,
      ...(search ? [sql`service.value->>'serviceName' ilike ${containing(search)}`] : []),
      ...(environment === undefined ? [] : [sql`coalesce(service.value->>'environment', '') = ${environment}`]),
      ...(application === undefined ? [] : [sql`service.value->>'appId' = ${application}`]),
      ...(microservice === undefined ? [] : [sql`service.value->>'serviceName' = ${microservice}`]),
    ],
    sql` and `,
  );

/** How many instances each service has, and how many of them are online, as `counted` by `service_id`. */
export const instanceCounts = (engineId: string): SQL => sql`
  (select split_part(key, '/', 1) as service_id, count(*)::int as instances,
    (count(*) filter (where value->>'status' = 'UP'))::int as online
  from ${engineEntries} where engine_id = ${engineId} and kind = 'instance' and value is not null group by 1) as counted`;

/** Services as rows of a list, with their instances counted: by name, their versions as numbers. */
export const servicesWithCounts = (engineId: string, filter: ServiceFilter): SQL => sql`
  select service.key as id, service.value, coalesce(instances, 0) as instances, coalesce(online, 0) as online,
    concat_ws(' ', service.value->>'serviceName', service.value->>'appId', service.value->>'environment', (
      select string_agg(lpad(part, 5, '0'), '.' order by place)
      from unnest(string_to_array(service.value->>'version', '.')) with ordinality as parts (part, place)
    )) as sort
  from ${entriesOf(engineId, "service", "service")} left join ${instanceCounts(engineId)} on service_id = service.key
  where ${wantedServices(filter)}`;
