import { sql } from "drizzle-orm";
import { z } from "zod";
import { search } from "../../kernel/fields.ts";
import { mapPage, readKeyset } from "../../kernel/keyset.ts";
import { pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { byApplication, byEnvironment, engineId, serviceId } from "./catalogue-fields.ts";
import { entriesOf, wantedServices } from "./entries-of.ts";
import { instanceOf, type InstanceRow, microserviceInstanceShape } from "./instance-shape.ts";

/** SVC-01, SVC-04. */
export const listMicroserviceInstances = defineQuery({
  name: "listMicroserviceInstances",
  title: "The instances that are registered at an engine, by microservice",
  action: "cse:registry:get",
  input: z.object({
    engineId,
    ...pageInput,
    search: search.describe("Only those of microservices whose name contains this"),
    environment: byEnvironment,
    application: byApplication,
    serviceId: serviceId.optional().describe("Only those of this version of a microservice"),
  }),
  on: ["engine", "engineId"],
  output: microserviceInstanceShape,
  async run({ db }, { engineId: id, serviceId: one, first, after, ...filter }) {
    const rows = sql`
      select instance.key as id, instance.value, service.value as service, service.value->>'serviceName' as sort
      from ${entriesOf(id, "instance", "instance")}
      join ${entriesOf(id, "service", "service")} on service.key = split_part(instance.key, '/', 1)
      where ${wantedServices(filter)} and ${one ? sql`service.key = ${one}` : sql`true`}`;
    return mapPage(
      await readKeyset<InstanceRow & { id: string; sort: string }>(db, rows, { first, after }),
      instanceOf,
    );
  },
});
