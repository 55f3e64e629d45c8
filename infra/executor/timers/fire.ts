import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { finishRun } from "../runs/finish.ts";
import { lockOpenRun, type RunRow } from "../runs/lock.ts";
import { memoise, resume } from "../runs/steps.ts";
import { deliver } from "./deliver.ts";
import { startInvoked } from "./invoke.ts";

type Timer = { id: string; run_id: string; kind: string; step_id: string | null; payload: string | null };
const batch = 100;
const poisonedDelayMs = 5_000;

/** Fires due timers, oldest first. True when there may be more. */
export async function fireTimers(engine: Engine): Promise<boolean> {
  const due = await engine.sql<Timer[]>`
    select id, run_id, kind, step_id, payload from engine.jobs
    where kind <> 'call' and run_at <= clock_timestamp() order by run_at limit ${batch}`;
  const queue = due.values();
  const lane = async () => {
    for (const timer of queue) await fireOne(engine, timer);
  };
  // Two at a time leave a database connection to the calls.
  await Promise.all([lane(), lane()]);
  return due.length === batch;
}

/** A timer that fails must not stop the others: it is looked at again a little later. */
async function fireOne(engine: Engine, timer: Timer): Promise<void> {
  try {
    await engine.failpoint(`before-${timer.kind}`);
    if (timer.kind === "deliver") await deliver(engine, timer.id);
    else if (timer.kind === "invoke") await startInvoked(engine, timer.id);
    else await fireOnRun(engine, timer);
  } catch (error) {
    engine.log({
      level: "error",
      message: "a timer failed",
      kind: timer.kind,
      run: timer.run_id,
      reason: String(error),
    });
    const delay = poisonedDelayMs;
    await engine.sql`
      update engine.jobs set run_at = clock_timestamp() + ${delay} * interval '1 ms', lost = lost + 1 where id = ${timer.id}`;
  }
}

function fireOnRun(engine: Engine, timer: Timer): Promise<void> {
  return engine.transact(async (tx) => {
    const run = await lockOpenRun(tx, timer.run_id);
    const [gone] = await tx`delete from engine.jobs where id = ${timer.id} returning 1`;
    if (run && gone) await effect(tx, run, timer);
  });
}

async function effect(tx: Tx, run: RunRow, { kind, step_id: stepId }: Timer): Promise<void> {
  if (kind === "start_timeout") {
    if (run.status === "queued") await finishRun(tx, run.id, { status: "cancelled", reason: "timeouts.start" });
  } else if (kind === "finish_timeout") {
    await finishRun(tx, run.id, { status: "cancelled", reason: "timeouts.finish" });
  } else if (stepId !== null && kind === "sleep") {
    await memoise(tx, run.id, { id: stepId, op: "Sleep" }, `{"data":null}`);
    await resume(tx, run.id, stepId);
  } else if (stepId !== null && kind === "timeout") {
    await expireWait(tx, run.id, stepId);
  }
}

const invokeTimeout = `{"error":{"message":"Timed out waiting for invoked function to complete","name":"InngestInvokeTimeoutError"}}`;

const waitOps: Record<string, string> = { event: "WaitForEvent", invoke: "InvokeFunction" };

async function expireWait(tx: Tx, runId: string, stepId: string): Promise<void> {
  const [wait] = await tx<{ kind: string }[]>`
    delete from engine.waits where run_id = ${runId} and step_id = ${stepId} and kind <> 'cancel' returning kind`;
  if (!wait) return;
  const memo = wait.kind === "invoke" ? invokeTimeout : `{"data":null}`;
  await memoise(tx, runId, { id: stepId, op: waitOps[wait.kind] ?? "WaitForSignal" }, memo);
  await resume(tx, runId, stepId);
}
