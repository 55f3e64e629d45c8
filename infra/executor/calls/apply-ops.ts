import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { backoffMs } from "../protocol/backoff.ts";
import { limits } from "../protocol/limits.ts";
import { stateOf } from "../runs/state.ts";
import { discover } from "../runs/steps.ts";
import type { RunRow } from "../runs/lock.ts";
import { finishRun } from "../runs/finish.ts";
import type { LeasedJob } from "./apply.ts";
import { endJob, releaseHeld, repeatJob } from "./job.ts";
import { applyOp, isOutcome } from "./opcodes.ts";
import { goOn } from "./go-on.ts";
import type { Call } from "./prepare.ts";
import type { Op, Reply } from "./reply.ts";
import { RunFault } from "../runs/run-fault.ts";

type Ops = Extract<Reply, { kind: "ops" }>;

/** Applies the steps of one reply and ensures that something follows: a call that is made at once, or one that is queued. Throws RunFault. */
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
  const repeats = ops.some(({ op }) => op === "StepError") && !reply.final && job.attempt + 1 < job.max_attempts;
  if (repeats) {
    const delay = reply.retryAfterMs ?? backoffMs(job.attempt, engine.settings.scaleBackoff);
    await repeatJob(tx, job.id, delay, { attempt: job.attempt + 1 });
  } else await endJob(tx, job.id);

  const changed: Op[] = [];
  // Their order does not matter: a wait and the step that sends its event become visible together.
  for (const op of ops) {
    if (repeats && op.op === "StepError") continue;
    if (await applyOp(tx, run, op)) changed.push(op);
  }
  if (complete) await finishRun(tx, run.id, { status: "completed", output: complete.data });
  if (complete || repeats) return undefined;
  return proceed(engine, tx, run, job, call, changed);
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
  const [open] = await Promise.all([
    stateOf(tx, run.id, ended),
    call.stepId === null ? releaseHeld(tx, run.id) : undefined,
  ]);
  const raced = ended.length > 0 && open.race;
  if (open.steps > 0 && !raced) return undefined;
  const idle = changed.length > 0 ? 0 : job.idle + 1;
  if (idle > limits.emptyReplies) {
    throw new RunFault("NoProgress", `The app answered ${idle} times in a row without a new step or a result`);
  }
  const dedupe = `${run.id}:j${job.id}:disc`;
  const next = open.steps === 0 && idle === 0 ? await goOn(engine, tx, run, { call, dedupe }) : undefined;
  if (!next) await discover(tx, run.id, dedupe, idle);
  return next;
}
