import { sql } from "drizzle-orm";
import { z } from "zod";
import { mapPage, readKeyset } from "../../kernel/keyset.ts";
import { pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { engineId, serviceId } from "./catalogue-fields.ts";
import { entriesOf, servicesWithCounts } from "./entries-of.ts";
import { findMicroservice } from "./get-microservice.ts";
import { microserviceOf, microserviceShape, type ServiceRow } from "./microservice-shape.ts";

/** SVC-04: who calls whom, as the services' own questions to the registry tell. */
export const listRelatedMicroservices = defineQuery({
  name: "listRelatedMicroservices",
  title: "The microservices that a microservice calls, or those that call it",
  action: "cse:registry:get",
  input: z.object({
    engineId,
    serviceId,
    ...pageInput,
    side: z.enum(["called", "calling"]).describe("Those that it calls, or those that call it").meta({ id: "CallSide" }),
  }),
  on: ["engine", "engineId"],
  output: microserviceShape,
  async run({ db }, { engineId: engine, serviceId: id, side, ...page }) {
    const { tenant, environment, application, name } = await findMicroservice(db, { engineId: engine, serviceId: id });
    const asked = JSON.stringify({ tenant, environment, appId: application, serviceName: name });
    const related =
      side === "called"
        ? sql`exists (select 1 from ${entriesOf(engine, "dependency", "asked")} where asked.value->>'consumerId' = ${id}
            and service.value @> (asked.value - 'consumerId' - 'version'))`
        : sql`service.key in (select asked.value->>'consumerId' from ${entriesOf(engine, "dependency", "asked")}
            where asked.value @> ${asked}::jsonb)`;
    const rows = sql`${servicesWithCounts(engine, {})} and ${related}`;
    return mapPage(await readKeyset<ServiceRow & { sort: string }>(db, rows, page), microserviceOf);
  },
});
