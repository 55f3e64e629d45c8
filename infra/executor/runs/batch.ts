import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import type { StoredEvent } from "../events/event.ts";
import { ExpressionError, matches } from "../expression/index.ts";
import type { Dict } from "../protocol/canonical.ts";
import { takeIdempotencyKey } from "./gates.ts";
import { valueOf } from "./slot-keys.ts";
import type { Fn } from "./start.ts";
import { startThrottled } from "./throttle.ts";

/** Collects an event until its batch is full or its time is over. False when this function or event is not batched. */
export async function collect(engine: Engine, tx: Tx, fn: Fn, event: StoredEvent): Promise<boolean> {
  const { batch } = fn.config;
  if (batch === undefined || !wanted(engine, fn.id, batch.expr, event)) return false;
  if (event.extId !== null && !(await takeIdempotencyKey(tx, `${fn.id}:${event.extId}`, event.iid))) return true;
  const key = `${fn.id}:${valueOf(engine, batch.key, event.value) ?? ""}`;
  const [held] = await tx<{ n: number }[]>`
    insert into engine.batches as b (key, fn_id, iids, due_at)
    values (${key}, ${fn.id}, array[${event.iid}::text], clock_timestamp() + ${batch.timeoutMs}::float8 * interval '1 ms')
    on conflict (key) do update set iids = b.iids || excluded.iids
    returning cardinality(iids) as n`;
  if ((held?.n ?? 0) >= batch.maxSize) await startBatch(engine, tx, fn, key);
  return true;
}

/** Starts one run for all that was collected under this key. */
export async function startBatch(engine: Engine, tx: Tx, fn: Fn, key: string): Promise<void> {
  const events = await tx<{ iid: string; name: string; body: string }[]>`
    with taken as (delete from engine.batches where key = ${key} returning iids)
    select e.iid, e.name, e.body from taken, unnest(taken.iids) with ordinality as one(iid, n)
    join engine.events e on e.iid = one.iid order by one.n`;
  const [first] = events;
  if (!first) return;
  const event = { ...first, extId: null, value: JSON.parse(first.body) as Dict };
  const batch = events.length === 1 ? null : `[${events.map(({ body }) => body).join(",")}]`;
  await startThrottled(engine, tx, fn, { event, batch, dueMs: Date.now() });
}

function wanted(engine: Engine, fnId: string, expr: string | undefined, event: StoredEvent): boolean {
  if (expr === undefined) return true;
  try {
    return matches(expr, { event: event.value });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    engine.log({ level: "warn", message: "expression failed: not batched", expr, of: fnId, reason: error.message });
    return false;
  }
}
