import { engineBackups, engines, operations } from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { CommandCall } from "../../kernel/verb.ts";
import { backupsForgotten } from "../backups/events.ts";
import { dropBackups } from "../backups/take-backup.ts";
import { holdRevision } from "../store/entries.ts";
import { logOperation, tellEngine } from "./feeds.ts";
import { wakeHosts } from "./listeners.ts";
import type { Open } from "./operations.ts";

/** ENG-25: nobody serves a locked engine any more, so its rows go too. Ends the operation that deletes it. */
export async function removeEngine({ tx, now, emit }: CommandCall, { operation, engine }: Open): Promise<void> {
  // Whoever is writing an entry refers to the engine's row: they come to their end first.
  await holdRevision(tx, engine.id);
  const kept = await tx.select().from(engineBackups).where(eq(engineBackups.engineId, engine.id));
  if (kept.length > 0) await emit(backupsForgotten, { backups: await dropBackups(tx, kept) });
  await tx.delete(engines).where(eq(engines.id, engine.id));
  await tx.update(operations).set({ state: "succeeded", endedAt: now() }).where(eq(operations.id, operation.id));
  await logOperation(tx, operation, { step: "End", message: "Done: nothing of it is left" });
  await tellEngine(tx, { ...engine, operationId: operation.id }, true);
  await wakeHosts(tx);
}
