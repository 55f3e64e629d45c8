import type { Tx } from "../database.ts";

export type WaitKind = "event" | "invoke" | "signal";
type Wait = { kind: WaitKind; stepId: string; name: string; expr?: string | null; delayMs: number };

/** What a step of this run waits for. False when a wait was there: of the same step, or of another one for the same signal. */
export async function insertWait(tx: Tx, runId: string, wait: Wait): Promise<boolean> {
  const { kind, stepId, name, expr = null, delayMs } = wait;
  const [inserted] = await tx`
    insert into engine.waits(run_id, kind, step_id, name, expr, expires_at)
    values (${runId}, ${kind}, ${stepId}, ${name}, ${expr}, clock_timestamp() + ${delayMs}::float8 * interval '1 ms')
    on conflict do nothing returning 1`;
  return inserted !== undefined;
}
