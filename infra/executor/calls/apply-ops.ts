import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { backoffMs } from "../protocol/backoff.ts";
import { limits } from "../protocol/limits.ts";
import { stateOf } from "../runs/state.ts";
import { discover } from "../runs/steps.ts";
import type { RunRow } from "../runs/lock.ts";
import { finishRun } from "../runs/finish.ts";
import type { LeasedJob } from "./apply.ts";
import { releaseHeld, repeatJob } from "./job.ts";
import { applyOp, isOutcome } from "./opcodes.ts";
import { goOn } from "./go-on.ts";
import type { Call } from "./prepare.ts";
import type { Op, Reply } from "./reply.ts";
import { RunFault } from "../runs/run-fault.ts";

type Ops = Extract<Reply, { kind: "ops" }>;

/** Applies the steps of one reply, whose job has ended unless it repeats, and ensures that something follows: a call that is made at once, or one that is queued. Throws RunFault. */
export async function applyOps(
  engine: Engine,
  tx: Tx,
  run: RunRow,
  job: LeasedJob,
  call: Call,
  reply: Ops,
): Promise<Call | undefined> {
  const { ops } = reply;
  const complete = ops.find(({ op }) => op === "RunComplete");
  if (call.stepId !== null && !complete && !ops.some(({ id }) => id === call.stepId)) {
    throw new RunFault("StepMissing", `The answer does not contain step ${call.stepId}`);
  }
  const repeats = repeatsStep(job, reply);
  const [changed] = await Promise.all([
    changedBy(tx, run, repeats ? ops.filter(({ op }) => op !== "StepError") : ops),
    repeats && repeatJob(tx, job.id, delayOf(engine, job, reply), { attempt: job.attempt + 1 }),
  ]);
  if (complete) await finishRun(tx, run.id, { status: "completed", output: complete.data });
  if (complete || repeats) return undefined;
  return proceed(engine, tx, run, job, call, changed);
}

/** Whether the call is made again because its step failed. */
export const repeatsStep = (job: LeasedJob, { ops, final }: Ops): boolean =>
  !final && job.attempt + 1 < job.max_attempts && ops.some(({ op }) => op === "StepError");

const delayOf = (engine: Engine, job: LeasedJob, { retryAfterMs }: Ops): number =>
  retryAfterMs ?? backoffMs(job.attempt, engine.settings.scaleBackoff);

/** Their order does not matter: a wait and the step that sends its event become visible together. */
async function changedBy(tx: Tx, run: RunRow, ops: readonly Op[]): Promise<Op[]> {
  const changed: Op[] = [];
  for (const op of ops) if (await applyOp(tx, run, op)) changed.push(op);
  return changed;
}

async function proceed(
  engine: Engine,
  tx: Tx,
  run: RunRow,
  job: LeasedJob,
  call: Call,
  changed: Op[],
): Promise<Call | undefined> {
  const ended = changed.filter(isOutcome).map(({ id }) => id);
  const dedupe = `${run.id}:j${job.id}:disc`;
  // One behind the other, without waiting between them.
  const [open, next] = await Promise.all([
    stateOf(tx, run.id, ended),
    changed.length > 0 ? goOn(engine, tx, run, { call, dedupe }) : undefined,
  ]);
  if (open.held && call.stepId === null) await releaseHeld(tx, run.id);
  const raced = ended.length > 0 && open.race;
  if (open.steps > 0 && !raced) return undefined;
  const idle = changed.length > 0 ? 0 : job.idle + 1;
  if (idle > limits.emptyReplies) {
    throw new RunFault("NoProgress", `The app answered ${idle} times in a row without a new step or a result`);
  }
  if (!next) await discover(tx, run.id, dedupe, idle);
  return next;
}
