import { isUnstorable, type Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { backoffMs, refusedMs } from "../protocol/backoff.ts";
import { canonical } from "../protocol/canonical.ts";
import { finishRun, type RunError } from "../runs/finish.ts";
import type { RunRow } from "../runs/lock.ts";
import { applyOps, repeatsStep } from "./apply-ops.ts";
import { repeatJob } from "./job.ts";
import type { Call } from "./prepare.ts";
import type { Reply } from "./reply.ts";
import { RunFault } from "../runs/run-fault.ts";

const refusalLimitMs = 15 * 60_000;

export type LeasedJob = {
  id: string;
  attempt: number;
  max_attempts: number;
  idle: number;
  refused: number;
  refused_ms: number;
};

/** `next` is the call that follows at once, leased to this executor already. */
export type Applied = { stale: boolean; next?: Call | undefined };

/**
 * Makes a reply true: outcomes, follow-ups and the removal of the job in one transaction. Stale when the lease had
 * been lost or the run had ended: then nothing is changed, whatever the reply says.
 */
export async function applyReply(engine: Engine, call: Call, reply: Reply): Promise<Applied> {
  try {
    return await applyOnce(engine, call, reply);
  } catch (error) {
    // The same document would be refused again, so the attempt or the run fails with the reason instead.
    if (error instanceof RunFault) return applyOnce(engine, call, failure(reply, error.toError(), true));
    if (!isUnstorable(error) && !(error instanceof RangeError)) throw error;
    const message = `The reply cannot be stored: ${(error as Error).message.replaceAll("\u0000", "")}`;
    return applyOnce(engine, call, failure(reply, { name: "UnstorableReply", message }, false));
  }
}

const failure = ({ status, version }: Reply, error: RunError, final: boolean): Reply => ({
  status,
  version,
  kind: "error",
  error,
  final,
  retryAfterMs: undefined,
});

function applyOnce(engine: Engine, call: Call, reply: Reply): Promise<Applied> {
  return engine.transact(async (tx) => {
    const run = await lockCall(tx, call);
    if (!run) return { stale: true };
    if (run.req_version === -1 && reply.version > 0) {
      run.req_version = reply.version;
      await tx`update engine.runs set req_version = ${reply.version} where id = ${run.id}`;
    }
    await engine.failpoint("mid-apply");
    // Sent one behind the other, without waiting between them.
    const recorded = recordAttempt(tx, call, reply, reply.kind === "ops" && !repeatsStep(run.job, reply));
    const [next] = await Promise.all([carryOut(engine, tx, run, run.job, call, reply), recorded]);
    return { stale: false, next };
  });
}

/** Answers the call that follows at once. */
async function carryOut(
  engine: Engine,
  tx: Tx,
  run: RunRow,
  job: LeasedJob,
  call: Call,
  reply: Reply,
): Promise<Call | undefined> {
  if (reply.kind === "ops") return applyOps(engine, tx, run, job, call, reply);
  if (reply.kind === "done") await finishRun(tx, run.id, { status: "completed", output: reply.output });
  else if (reply.kind === "refused") await askAgain(engine, tx, job, call, reply.reason);
  else await failAttempt(engine, tx, job, call, reply);
  return undefined;
}

/** The run, then its job, under their locks; undefined when the run has ended or the lease was lost. */
async function lockCall(tx: Tx, call: Call): Promise<(RunRow & { job: LeasedJob }) | undefined> {
  const [row] = await tx<(RunRow & LeasedJob)[]>`
    select r.id, r.fn_id, r.status, r.event, r.req_version, r.ord, r.finish_ms, r.state_bytes, r.ended_at,
           j.attempt, j.max_attempts, j.idle, j.refused,
           coalesce(extract(epoch from clock_timestamp() - j.refused_since) * 1000, 0)::float8 as refused_ms
    from engine.runs r join engine.jobs j on j.run_id = r.id
    where r.id = ${call.runId} and r.ended_at is null
      and j.id = ${call.jobId} and j.gen = ${call.gen} and j.state = 'leased' for update`;
  return row && { ...row, job: { ...row, id: call.jobId } };
}

/** A job that is not repeated ends with its attempt; its concurrency slots go with it. */
async function recordAttempt(tx: Tx, call: Call, reply: Reply, endsJob: boolean): Promise<void> {
  if (reply.kind === "refused") {
    await tx`delete from engine.attempts where job_id = ${call.jobId} and gen = ${call.gen}`;
    return;
  }
  const stepError =
    reply.kind === "ops" ? reply.ops.find(({ op }) => op === "StepError" || op === "StepFailed")?.error : undefined;
  const error = reply.kind === "error" ? reply.error : stepError;
  await tx`
    with ended as (delete from engine.jobs where id = ${call.jobId} and ${endsJob})
    update engine.attempts set ended_at = clock_timestamp(), http_status = ${reply.status || null},
           error = ${error === undefined ? null : canonical(error)}
    where job_id = ${call.jobId} and gen = ${call.gen}`;
}

type Failure = Extract<Reply, { kind: "error" }>;

async function failAttempt(engine: Engine, tx: Tx, job: LeasedJob, call: Call, reply: Failure): Promise<void> {
  if (reply.final || job.attempt + 1 >= job.max_attempts) {
    return finishRun(tx, call.runId, { status: "failed", error: reply.error });
  }
  const delay = reply.retryAfterMs ?? backoffMs(job.attempt, engine.settings.scaleBackoff);
  await repeatJob(tx, job.id, delay, { attempt: job.attempt + 1 });
}

/** The app could not be reached, so no code ran: not an attempt, until it has been away for 15 minutes. */
async function askAgain(engine: Engine, tx: Tx, job: LeasedJob, call: Call, reason: string): Promise<void> {
  if (job.refused_ms < refusalLimitMs) return repeatJob(tx, job.id, refusedMs(job.refused), { refused: true });
  const error = { name: "AppUnreachable", message: reason };
  await failAttempt(engine, tx, job, call, {
    kind: "error",
    status: 0,
    version: -1,
    error,
    final: false,
    retryAfterMs: undefined,
  });
}
