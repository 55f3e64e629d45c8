import { engineListeners, type Tx } from "@flyloft/db";
import { and, between, eq, sql } from "drizzle-orm";
import { DomainError } from "../../kernel/errors.ts";

/** Where engines get ports of their own; those that clients know by heart lie before. */
const first = 30_200;
const last = 32_199;

/** A port that no engine of the installation has, beyond the one that turned out to be taken by something else. */
export async function choosePort(tx: Tx, beyond = first - 1): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('engine ports', 0))`);
  const rows = await tx
    .selectDistinct({ port: engineListeners.port })
    .from(engineListeners)
    .where(and(eq(engineListeners.scope, "private"), between(engineListeners.port, first, last)));
  const taken = new Set(rows.map(({ port }) => port));
  const size = last - first + 1;
  for (let i = 0; i < size; i++) {
    const port = first + ((beyond + 1 - first + i) % size);
    if (!taken.has(port)) return port;
  }
  throw new DomainError("limit_reached", `All ${size} ports of engines are taken`);
}
