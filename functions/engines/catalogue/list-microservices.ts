import { z } from "zod";
import { search } from "../../kernel/fields.ts";
import { mapPage, readKeyset } from "../../kernel/keyset.ts";
import { pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { byApplication, byEnvironment, engineId } from "./catalogue-fields.ts";
import { servicesWithCounts } from "./entries-of.ts";
import { microserviceOf, microserviceShape, type ServiceRow } from "./microservice-shape.ts";

/** SVC-01; each version is one of its own. */
export const listMicroservices = defineQuery({
  name: "listMicroservices",
  title: "The microservices of an engine, by name, each version for itself",
  action: "cse:registry:get",
  input: z.object({
    engineId,
    ...pageInput,
    search,
    environment: byEnvironment,
    application: byApplication,
    microservice: z
      .string()
      .max(128)
      .optional()
      .describe("Only the versions of the microservice with exactly this name"),
  }),
  on: ["engine", "engineId"],
  output: microserviceShape,
  async run({ db }, { engineId: id, first, after, ...filter }) {
    const rows = servicesWithCounts(id, filter);
    return mapPage(await readKeyset<ServiceRow & { sort: string }>(db, rows, { first, after }), microserviceOf);
  },
});
