import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { valueOf } from "./slot-keys.ts";
import { startRun, type Fn, type Start, type Started } from "./start.ts";

/** Starts a function for an event; past its throttle the run is created now and makes its first call when its turn has come. */
export async function startThrottled(engine: Engine, tx: Tx, fn: Fn, start: Start): Promise<Started> {
  const started = await startRun(engine, tx, fn, start);
  const { throttle } = fn.config;
  if (throttle === undefined || "skipped" in started) return started;
  const value = valueOf(engine, throttle.key, start.event.value) ?? "";
  const every = throttle.periodMs / throttle.limit;
  // GCRA. Every run takes its place in the line when it is created, so none of them can be overtaken for ever.
  await tx`
    with line as (
      insert into engine.gates as g (key, tat)
      values (${`throttle:${fn.id}:${value}`}, clock_timestamp() + ${every}::float8 * interval '1 ms')
      on conflict (key) do update set tat = greatest(g.tat, clock_timestamp()) + ${every}::float8 * interval '1 ms'
      returning tat - ${every * throttle.burst}::float8 * interval '1 ms' as turn)
    update engine.jobs set state = 'later', run_at = greatest(run_at, line.turn)
    from line where dedupe = ${`${started.runId}:start`} and line.turn > clock_timestamp()`;
  return started;
}
