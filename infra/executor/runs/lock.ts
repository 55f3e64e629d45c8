import type { Tx } from "../database.ts";

/** Locks runs in ascending order of their ids, so that two transactions never wait for each other. */
export async function lockRuns(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const sorted = [...new Set(ids)].sort();
  await tx`select 1 from engine.runs where id = any(${sorted}) order by id for update`;
}

export type RunRow = {
  id: string;
  fn_id: string;
  status: string;
  event: string;
  req_version: number;
  max_attempts: number;
  ord: string;
  finish_ms: string | null;
  state_bytes: string;
  ended_at: Date | null;
};

/** The run under its lock, or undefined when it is gone or has ended: an ended run is never changed again. */
export async function lockOpenRun(tx: Tx, id: string): Promise<RunRow | undefined> {
  const [run] = await tx<RunRow[]>`
    select id, fn_id, status, event, req_version, max_attempts, ord, finish_ms, state_bytes, ended_at
    from engine.runs where id = ${id} for update`;
  return run && run.ended_at === null ? run : undefined;
}
