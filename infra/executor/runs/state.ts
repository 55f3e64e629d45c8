import type { Tx } from "../database.ts";
import { limits } from "../protocol/limits.ts";
import { RunFault } from "./run-fault.ts";

/** How many steps of a run are under way, and whether one of them, or of those just ended, is in a race. Throws RunFault past the limits of a run. */
export async function stateOf(tx: Tx, runId: string, ended: string[] = []): Promise<{ steps: number; race: boolean }> {
  const [open] = await tx<{ all: number; steps: number; race: boolean; bytes: string }[]>`
    select count(*)::int as all, count(*) filter (where memo is null)::int as steps,
           coalesce(bool_or(race) filter (where memo is null or step_id = any(${ended}::text[])), false) as race,
           (select state_bytes from engine.runs where id = ${runId}) as bytes
    from engine.steps where run_id = ${runId}`;
  const { all = 0, steps = 0, race = false, bytes = "0" } = open ?? {};
  if (all > limits.stepsPerRun) throw new RunFault("TooManySteps", `A run has at most ${limits.stepsPerRun} steps`);
  if (Number(bytes) > limits.runBytes) {
    throw new RunFault("StateTooLarge", `The steps of a run weigh at most ${limits.runBytes} bytes`);
  }
  return { steps, race };
}
