import { engineEntries, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { notFound } from "../../kernel/errors.ts";
import type { Service } from "../registry/service.ts";
import { holdRevision } from "../store/entries.ts";

export type Held = { revision: number; service: Service };

/** The service of this id, and the engine's lock: nobody changes it until the transaction ends. */
export async function holdService(
  tx: Tx,
  { engineId, serviceId }: { engineId: string; serviceId: string },
): Promise<Held> {
  const revision = await holdRevision(tx, engineId);
  const [row] = await tx.execute<{ value: Service }>(sql`
    select value from ${engineEntries}
    where engine_id = ${engineId} and kind = 'service' and key = ${serviceId} and value is not null`);
  if (!row) throw notFound("microservice", serviceId);
  return { revision, service: row.value };
}
