import { type Engine, engineChanges, type Operation, operationLog, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";

export const channels = {
  engines: "engine_changes",
  log: "engine_operation_log",
  hosts: "engine_hosts",
} as const;

export const wake = (tx: Tx, channel: string) => tx.execute(sql`select pg_notify(${channel}, '')`);

/** Tells those who watch how an engine stands now; a deleted one is told with no state. */
export async function tellEngine(tx: Tx, engine: Engine, gone = false) {
  const { projectId, id: engineId, state, failure, operationId } = engine;
  await tx.insert(engineChanges).values({ projectId, engineId, state: gone ? null : state, failure, operationId });
  await wake(tx, channels.engines);
}

export type Level = (typeof operationLog.$inferInsert)["level"];

/** A line of an operation's log (ENG-22). */
export async function logOperation(
  tx: Tx,
  { id: operationId, projectId }: Pick<Operation, "id" | "projectId">,
  line: { step: string; level?: Level; message: string },
) {
  await tx.insert(operationLog).values({ projectId, operationId, level: "info", ...line });
  await wake(tx, channels.log);
}
