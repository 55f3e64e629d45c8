import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { limits } from "../protocol/limits.ts";
import { finishRun } from "../runs/finish.ts";
import { discover } from "../runs/steps.ts";
import { setTimer } from "../runs/timer.ts";
import type { Claimed } from "./claim.ts";

/** One call, with everything its request says. */
export type Call = {
  jobId: string;
  runId: string;
  gen: number;
  fnId: string;
  fnUid: string;
  url: string;
  stepId: string | null;
  attempt: number;
  maxAttempts: number;
  reqVersion: number;
  event: string;
  /** All events of a batch, as a canonical list; null when there is only the one. */
  batch: string | null;
  memos: { id: string; memo: string }[];
  planOnly: boolean;
};

/** Reads what a leased job needs and records the attempt; undefined when there is nothing left to call. */
export async function prepareCall(engine: Engine, claimed: Claimed): Promise<Call | undefined> {
  return engine.transact(async (tx) => {
    // One connection answers in the order it was asked: the steps are read under the run's lock.
    const [[run], [job], steps] = await Promise.all([
      tx<Row[]>`
        select r.id, r.fn_id, r.status, r.event, r.batch, r.req_version, r.finish_ms, f.uid, a.url
        from engine.runs r join engine.fns f on f.id = r.fn_id join engine.apps a on a.id = f.app_id
        where r.id = ${claimed.run_id} and r.ended_at is null for update of r`,
      tx<JobRow[]>`
        select id, step_id, attempt, max_attempts, lost from engine.jobs
        where id = ${claimed.id} and gen = ${claimed.gen} and state = 'leased' for update`,
      tx<StepRow[]>`
        select step_id, memo from engine.steps where run_id = ${claimed.run_id} order by seq nulls last`,
    ]);
    if (!run || !job) return undefined;
    const attempt = await countLost(tx, run.id, job);
    if (attempt === undefined) return undefined;
    // The SDK would execute a step again even if its outcome is in the body.
    if (steps.some((step) => step.step_id === job.step_id && step.memo !== null)) {
      await tx`delete from engine.jobs where id = ${job.id}`;
      const open = steps.some((step) => step.memo === null);
      if (!open) await discover(tx, run.id, `${run.id}:j${job.id}:disc`);
      return undefined;
    }
    if (run.status === "queued") await markStarted(tx, run);
    await tx`
      insert into engine.attempts(run_id, job_id, gen, step_id, attempt)
      values (${run.id}, ${job.id}, ${claimed.gen}, ${job.step_id}, ${attempt})`;
    return {
      jobId: job.id,
      runId: run.id,
      gen: claimed.gen,
      fnId: run.fn_id,
      fnUid: run.uid,
      url: run.url,
      stepId: job.step_id,
      attempt,
      maxAttempts: job.max_attempts,
      reqVersion: run.req_version,
      event: run.event,
      batch: run.batch,
      memos: steps.flatMap((step) => (step.memo === null ? [] : [{ id: step.step_id, memo: step.memo }])),
      planOnly: steps.some((step) => step.memo === null),
    };
  }, "soon");
}

type Row = {
  id: string;
  fn_id: string;
  status: string;
  event: string;
  batch: string | null;
  req_version: number;
  finish_ms: string | null;
  uid: string;
  url: string;
};
type JobRow = { id: string; step_id: string | null; attempt: number; max_attempts: number; lost: number };
type StepRow = { step_id: string; memo: string | null };

/** This one must last: the timers that it sets and ends count from it. */
async function markStarted(tx: Tx, run: Row): Promise<void> {
  await tx`set local synchronous_commit = on`;
  await tx`update engine.runs set status = 'running', started_at = clock_timestamp() where id = ${run.id}`;
  await tx`delete from engine.jobs where dedupe = ${`${run.id}:start_timeout`}`;
  if (run.finish_ms !== null) await setTimer(tx, run.id, "finish_timeout", null, Number(run.finish_ms));
}

/** A call that takes down whoever makes it must not be repeated for ever: from the tenth loss on each is a failed attempt. */
async function countLost(tx: Tx, runId: string, job: JobRow): Promise<number | undefined> {
  if (job.lost < limits.lostCalls) return job.attempt;
  const attempt = job.attempt + 1;
  if (attempt < job.max_attempts) {
    await tx`update engine.jobs set attempt = ${attempt}, lost = ${limits.lostCalls - 1} where id = ${job.id}`;
    return attempt;
  }
  const message = `The executor was lost ${job.lost} times during this call; it is not tried again`;
  await finishRun(tx, runId, { status: "failed", error: { name: "CallLostError", message } });
  return undefined;
}
