import { isUnstorable } from "../database.ts";
import type { Engine } from "../engine.ts";
import { canonical, isDict, parseJson, type Dict } from "../protocol/canonical.ts";
import { limits } from "../protocol/limits.ts";
import { lockOpenRun } from "../runs/lock.ts";
import { RunFault } from "../runs/run-fault.ts";
import { stateOf } from "../runs/state.ts";
import { memoise } from "../runs/steps.ts";
import { problem, type Ask, type Reply, type Route } from "./server.ts";

/** `POST /v1/checkpoint/:runId/async`: a running call stores the steps it has finished. 409 ends a call whose lease is lost. */
export const checkpointRoutes = (engine: Engine): Route[] => [
  { method: "POST", path: "/v1/checkpoint/:runId/async", handle: (ask) => checkpoint(engine, ask) },
];

const stale = problem(409, "This call has been replaced or its run has ended");

/** What cannot be stored is answered with 400: the SDK then returns those steps with the call, whose reply fails the run. */
async function checkpoint(engine: Engine, ask: Ask): Promise<Reply> {
  try {
    return await storeSteps(engine, ask);
  } catch (error) {
    if (error instanceof RunFault || isUnstorable(error)) return problem(400, (error as Error).message);
    throw error;
  }
}

async function storeSteps(engine: Engine, { params, body }: Ask): Promise<Reply> {
  const given = parseJson(body);
  if (!isDict(given) || !Array.isArray(given.steps)) return problem(400, "steps are needed");
  const steps = given.steps.filter(isDict);
  if (
    steps.length !== given.steps.length ||
    steps.some((step) => step.op !== "StepRun" || typeof step.id !== "string")
  ) {
    return problem(400, "only finished steps can be checkpointed");
  }
  const memos = readMemos(steps);
  if (!memos) return problem(400, "a step's result is nested too deeply");
  if (memos.some(({ memo }) => Buffer.byteLength(memo) > limits.stepBytes))
    return problem(400, "a step's result is too large");
  const stored = await engine.transact(async (tx) => {
    const runId = params.runId ?? "";
    // Sent together, carried out in this order; a run that has ended has no jobs to extend.
    const [run, [job]] = await Promise.all([
      lockOpenRun(tx, runId),
      tx`
      update engine.jobs set attempt = 0, idle = 0, lost = 0,
             locked_until = greatest(locked_until, clock_timestamp() + ${engine.settings.leaseMs} * interval '1 ms')
      where id::text = ${String(given.qi_id)} and run_id = ${runId} and gen = ${Number(given.generation_id) || 0} and state = 'leased'
      returning 1`,
    ]);
    if (!run || !job) return false;
    for (const { step, memo } of memos) await memoise(tx, run.id, step, memo);
    await stateOf(tx, run.id);
    return true;
  });
  await engine.failpoint("after-checkpoint");
  return stored ? { status: 200, body: { ok: true } } : stale;
}

function readMemos(steps: Dict[]) {
  try {
    return steps.map(memoOf);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Only the outcome and the name are kept: the rest are internals of the SDK, with the arguments of the step. */
function memoOf({ id, displayName, name, data }: Dict) {
  const label = String(displayName ?? name ?? "")
    .replaceAll("\u0000", "")
    .toWellFormed();
  return { step: { id: String(id), name: label, op: "StepRun" }, memo: canonical({ data: data ?? null }) };
}
