import { sql } from "drizzle-orm";
import { z } from "zod";
import { search } from "../../kernel/fields.ts";
import { readKeyset } from "../../kernel/keyset.ts";
import { containing, pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { byEnvironment, engineId } from "./catalogue-fields.ts";
import { entriesOf, instanceCounts, wantedServices } from "./entries-of.ts";

export const engineApplicationShape = z.object({
  id: z.string(),
  name: z.string(),
  environment: z.string(),
  microservices: z.int(),
  instances: z.int(),
});
export type EngineApplication = z.output<typeof engineApplicationShape>;

/** SVC-01: an application in each of its environments; versions of a microservice count as one. */
export const listEngineApplications = defineQuery({
  name: "listEngineApplications",
  title: "The applications that services of an engine belong to, by name",
  action: "cse:registry:get",
  input: z.object({ engineId, ...pageInput, search, environment: byEnvironment }),
  on: ["engine", "engineId"],
  output: engineApplicationShape,
  run({ db }, { engineId: id, search: text, environment, ...page }) {
    const rows = sql`
      select service.value->>'appId' as name, coalesce(service.value->>'environment', '') as environment,
        count(distinct service.value->>'serviceName')::int as microservices, coalesce(sum(instances), 0)::int as instances,
        service.value->>'appId' as sort, concat(service.value->>'environment', '/', service.value->>'appId') as id
      from ${entriesOf(id, "service", "service")} left join ${instanceCounts(id)} on service_id = service.key
      where ${wantedServices({ environment })}
        and ${text ? sql`service.value->>'appId' ilike ${containing(text)}` : sql`true`}
      group by 1, 2, 5, 6`;
    return readKeyset<EngineApplication & { sort: string }>(db, rows, page);
  },
});
