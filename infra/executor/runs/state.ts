import type { Tx } from "../database.ts";
import { limits } from "../protocol/limits.ts";
import { RunFault } from "./run-fault.ts";

/** `steps` under way; `race`: one of them, or of those just ended, is in a race; `held`: a discovery waits for the one under way. */
type State = { steps: number; race: boolean; held: boolean };

/** How far a run is. Throws RunFault past the limits of a run. */
export async function stateOf(tx: Tx, runId: string, ended: string[] = []): Promise<State> {
  const [open] = await tx<(State & { all: number; bytes: string })[]>`
    select count(*)::int as all, count(*) filter (where memo is null)::int as steps,
           coalesce(bool_or(race) filter (where memo is null or step_id = any(${ended}::text[])), false) as race,
           (select state_bytes from engine.runs where id = ${runId}) as bytes,
           exists (select 1 from engine.jobs where run_id = ${runId} and state = 'held') as held
    from engine.steps where run_id = ${runId}`;
  const { all = 0, steps = 0, race = false, held = false, bytes = "0" } = open ?? {};
  if (all > limits.stepsPerRun) throw new RunFault("TooManySteps", `A run has at most ${limits.stepsPerRun} steps`);
  if (Number(bytes) > limits.runBytes) {
    throw new RunFault("StateTooLarge", `The steps of a run weigh at most ${limits.runBytes} bytes`);
  }
  return { steps, race, held };
}
