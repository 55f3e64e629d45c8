import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import type { StoredEvent } from "../events/event.ts";
import { valueOf } from "./slot-keys.ts";
import type { Fn } from "./start.ts";

const idempotencyHours = 24;

/** GCRA with emission interval period ÷ limit and a burst of a tenth of the limit. False: the start is dropped. */
export async function passesRateLimit(
  engine: Engine,
  tx: Tx,
  { id, config }: Fn,
  event: StoredEvent,
): Promise<boolean> {
  if (!config.rateLimit) return true;
  const { limit, periodMs, key } = config.rateLimit;
  const value = valueOf(engine, key, event.value);
  if (value === null) return true;
  const every = periodMs / limit;
  const tolerance = every * Math.floor(limit / 10);
  const [passed] = await tx`
    insert into engine.gates as g (key, tat)
    values (${`rate:${id}:${value}`}, clock_timestamp() + ${every} * interval '1 ms')
    on conflict (key) do update set tat = greatest(g.tat, clock_timestamp()) + ${every} * interval '1 ms'
      where g.tat - ${tolerance} * interval '1 ms' <= clock_timestamp()
    returning 1`;
  return passed !== undefined;
}

/** Keeps the event as the last of its key; the run starts after a quiet period. False when the function has no debounce. */
export async function debounce(engine: Engine, tx: Tx, { id, config }: Fn, event: StoredEvent): Promise<boolean> {
  if (!config.debounce) return false;
  const { periodMs, timeoutMs, key } = config.debounce;
  const value = valueOf(engine, key, event.value) ?? "";
  const longest = timeoutMs ?? null;
  await tx`
    insert into engine.buffers as b (key, fn_id, event, event_iid, first_at, due_at)
    values (${`${id}:${value}`}, ${id}, ${event.body}, ${event.iid}, clock_timestamp(),
            clock_timestamp() + ${periodMs} * interval '1 ms')
    on conflict (key) do update set event = excluded.event, event_iid = excluded.event_iid,
      due_at = least(excluded.due_at, b.first_at + ${longest}::float8 * interval '1 ms')`;
  return true;
}

/** Takes the key for 24 hours. False when another run has it. */
export async function takeIdempotencyKey(tx: Tx, key: string, runId: string): Promise<boolean> {
  const [taken] = await tx`
    insert into engine.idem as i (key, run_id, expires_at)
    values (${key}, ${runId}, clock_timestamp() + ${idempotencyHours} * interval '1 hour')
    on conflict (key) do update set run_id = excluded.run_id, expires_at = excluded.expires_at
      where i.expires_at <= clock_timestamp()
    returning 1`;
  return taken !== undefined;
}
