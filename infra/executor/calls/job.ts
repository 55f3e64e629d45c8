import type { Tx } from "../database.ts";

/** Sends the same call again, `delayMs` from now: as the next attempt, or as the same one when the app was away. */
export async function repeatJob(
  tx: Tx,
  jobId: string,
  delayMs: number,
  how: { attempt: number } | { refused: true },
): Promise<void> {
  await tx`delete from engine.slots where job_id = ${jobId}`;
  const due = tx`state = 'later', locked_by = null, locked_until = null, lost = 0,
                 run_at = clock_timestamp() + ${delayMs}::float8 * interval '1 ms'`;
  if ("attempt" in how) {
    await tx`update engine.jobs set ${due}, attempt = ${how.attempt}, refused = 0, refused_since = null where id = ${jobId}`;
  } else {
    await tx`update engine.jobs set ${due}, refused = refused + 1, refused_since = coalesce(refused_since, clock_timestamp())
             where id = ${jobId}`;
  }
}

/** Lets the discovery go that was held behind the one just answered. */
export async function releaseHeld(tx: Tx, runId: string): Promise<void> {
  await tx`update engine.jobs set state = 'ready' where run_id = ${runId} and state = 'held'`;
}
