import type { Tx } from "../database.ts";

export type TimerKind = "sleep" | "timeout" | "invoke" | "start_timeout" | "finish_timeout";

/** Sets a timer of a run, `delayMs` from now by the database's clock; repeated, the first stays. */
export async function setTimer(
  tx: Tx,
  runId: string,
  kind: TimerKind,
  stepId: string | null,
  delayMs: number,
  payload: string | null = null,
): Promise<void> {
  const dedupe = stepId === null ? `${runId}:${kind}` : `${runId}:${stepId}:${kind}`;
  await tx`
    insert into engine.jobs(run_id, kind, step_id, dedupe, state, run_at, ord, payload)
    select id, ${kind}, ${stepId}, ${dedupe}, 'later',
           clock_timestamp() + ${Math.max(delayMs, 0)}::float8 * interval '1 ms', ord, ${payload}
    from engine.runs where id = ${runId}
    on conflict (dedupe) do nothing`;
}
