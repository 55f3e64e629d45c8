import { sql } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { readKeyset } from "../../kernel/keyset.ts";
import { pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { engineId, serviceId } from "./catalogue-fields.ts";
import { contractOperationShape, readContract } from "./contract.ts";
import { entriesOf } from "./entries-of.ts";
import { findMicroservice } from "./get-microservice.ts";

const contractId = z.string().min(1).max(160).describe("The contract, as the service calls it");

export const contractShape = z.object({ id: z.string(), serviceId: z.string(), summary: z.string() });
export type Contract = z.output<typeof contractShape>;

/** SVC-05. */
export const listMicroserviceContracts = defineQuery({
  name: "listMicroserviceContracts",
  title: "The contracts that a microservice has registered, by name",
  action: "cse:registry:get",
  input: z.object({ engineId, serviceId, ...pageInput }),
  on: ["engine", "engineId"],
  output: contractShape,
  async run({ db }, { engineId: engine, serviceId: service, ...page }) {
    await findMicroservice(db, { engineId: engine, serviceId: service });
    const rows = sql`
      select substr(key, length(${service}) + 2) as id, substr(key, length(${service}) + 2) as sort,
        ${service}::text as "serviceId", coalesce(value->>'summary', '') as summary
      from ${entriesOf(engine, "schema", "contract")} where starts_with(key, ${`${service}/`})`;
    return readKeyset<Contract & { sort: string }>(db, rows, page);
  },
});

export const contractTextShape = z.object({
  id: z.string(),
  serviceId: z.string(),
  text: z.string(),
  format: z.string().nullable(),
  operations: z.array(contractOperationShape),
});

/** SVC-05: the text as it was registered, and where it can be read what it says. */
export const getMicroserviceContract = defineQuery({
  name: "getMicroserviceContract",
  title: "A contract's text, and the methods that it describes",
  action: "cse:registry:get",
  input: z.object({ engineId, serviceId, contractId }),
  on: ["engine", "engineId"],
  output: contractTextShape,
  async run({ db }, { engineId: engine, serviceId: service, contractId: id }) {
    await findMicroservice(db, { engineId: engine, serviceId: service });
    const [row] = await db.execute<{ text: string | null }>(
      sql`select value->>'schema' as text from ${entriesOf(engine, "contract", "contract")} where key = ${`${service}/${id}`}`,
    );
    if (!row) throw notFound("contract", id);
    const text = row.text ?? "";
    return { id, serviceId: service, text, ...readContract(text) };
  },
});
