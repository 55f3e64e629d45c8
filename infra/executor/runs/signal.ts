import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { lockOpenRun } from "./lock.ts";
import { memoise, resume } from "./steps.ts";

/** Takes a signal's name from whoever waits for it: that run goes on at its timeout. */
export async function takeSignal(tx: Tx, name: string): Promise<void> {
  await tx`update engine.waits set kind = 'replaced' where kind = 'signal' and name = ${name}`;
}

/** Ends the wait for a signal with `data`, canonical JSON. The run that goes on, or undefined when none waits. */
export async function raiseSignal(engine: Engine, name: string, data: string): Promise<string | undefined> {
  return engine.transact(async (tx) => {
    const [wait] = await tx<{ run_id: string; step_id: string }[]>`
      select run_id, step_id from engine.waits
      where kind = 'signal' and name = ${name} and expires_at > clock_timestamp()`;
    if (!wait) return undefined;
    const { run_id: runId, step_id: stepId } = wait;
    const run = await lockOpenRun(tx, runId);
    // The delete decides: a signal, its timeout and who takes it over cannot all win.
    const [gone] = await tx`
      delete from engine.waits where run_id = ${runId} and kind = 'signal' and step_id = ${stepId} returning 1`;
    if (!run || !gone) return undefined;
    await tx`delete from engine.jobs where dedupe = ${`${runId}:${stepId}:timeout`}`;
    await memoise(
      tx,
      runId,
      { id: stepId, op: "WaitForSignal" },
      `{"data":{"data":${data},"signal":${JSON.stringify(name)}}}`,
    );
    await resume(tx, runId, stepId);
    return runId;
  });
}
