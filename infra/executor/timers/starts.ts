import { nextFire } from "../cron/next.ts";
import { jitterOf } from "../cron/jitter.ts";
import { parseCron } from "../cron/parse.ts";
import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { storedEvent } from "../events/event.ts";
import { storeEvents } from "../events/store.ts";
import type { Dict } from "../protocol/canonical.ts";
import { ulid } from "../protocol/ulid.ts";
import { startBatch } from "../runs/batch.ts";
import type { Fn } from "../runs/start.ts";
import { startThrottled } from "../runs/throttle.ts";
import type { Config } from "../sync/config-shape.ts";

const hourMs = 3_600_000;
type FnRow = { id: string; version: number; cfg: string };
const fnOf = ({ id, version, cfg }: FnRow): Fn => ({ id, version, config: JSON.parse(cfg) as Config });

/** Starts one debounced event, batch or cron that is due. False when nothing was due. */
export async function startDue(engine: Engine): Promise<boolean> {
  return engine.transact(
    async (tx) =>
      (await startDebounced(engine, tx)) || (await startBatched(engine, tx)) || (await startCron(engine, tx)),
  );
}

async function startBatched(engine: Engine, tx: Tx): Promise<boolean> {
  const [row] = await tx<(FnRow & { key: string; archived: boolean })[]>`
    select f.id, f.version, f.cfg, f.archived_at is not null as archived, b.key
    from engine.batches b join engine.fns f on f.id = b.fn_id
    where b.due_at <= clock_timestamp() order by b.due_at limit 1 for update of b skip locked`;
  if (!row) return false;
  if (row.archived) await tx`delete from engine.batches where key = ${row.key}`;
  else await startBatch(engine, tx, fnOf(row), row.key);
  return true;
}

async function startDebounced(engine: Engine, tx: Tx): Promise<boolean> {
  const [row] = await tx<(FnRow & { event: string; event_iid: string; archived: boolean })[]>`
    with due as (
      delete from engine.buffers where key = (
        select key from engine.buffers where due_at <= clock_timestamp() order by due_at limit 1 for update skip locked)
      returning fn_id, event, event_iid)
    select f.id, f.version, f.cfg, f.archived_at is not null as archived, due.event, due.event_iid
    from due join engine.fns f on f.id = due.fn_id`;
  if (!row) return false;
  if (row.archived) return true;
  const value = JSON.parse(row.event) as Dict & { name: string };
  const event = { iid: row.event_iid, extId: null, name: value.name, body: row.event, value };
  await startThrottled(engine, tx, fnOf(row), { event, dueMs: Date.now(), debounced: true });
  return true;
}

type CronRow = FnRow & { expr: string; jitter_ms: number; fire_at: Date };

async function startCron(engine: Engine, tx: Tx): Promise<boolean> {
  const [row] = await tx<CronRow[]>`
    select f.id, f.version, f.cfg, c.expr, c.jitter_ms, c.fire_at
    from engine.crons c join engine.fns f on f.id = c.fn_id
    where c.next_at <= clock_timestamp() order by c.next_at limit 1 for update of c skip locked`;
  if (!row) return false;
  // A fire that its jitter delays is not late.
  const now = Date.now() - jitterOf(row.id, row.expr, row.fire_at.getTime(), row.jitter_ms);
  const { fireMs, nextMs, late } = latestFire(row.expr, row.fire_at.getTime(), now);
  if (fireMs !== row.fire_at.getTime()) {
    engine.log({ level: "warn", message: "cron fires were missed while no executor ran", fn: row.id, expr: row.expr });
  }
  if (late)
    engine.log({
      level: "warn",
      message: "a missed cron fire is too old to run",
      fn: row.id,
      fireAt: new Date(fireMs).toISOString(),
    });
  else await fireCron(engine, tx, row, fireMs);
  const next = new Date(nextMs + jitterOf(row.id, row.expr, nextMs, row.jitter_ms));
  await tx`
    update engine.crons set fire_at = ${new Date(nextMs)}, next_at = ${next}, last_at = ${new Date(fireMs)}
    where fn_id = ${row.id} and expr = ${row.expr}`;
  return true;
}

/** Of the fires missed since `plannedMs` only the latest may run, if it is younger than an hour and half the interval. */
export function latestFire(expr: string, plannedMs: number, nowMs: number) {
  const cron = parseCron(expr);
  const after = (ms: number) => nextFire(cron, ms) ?? Number.MAX_SAFE_INTEGER;
  let fireMs = plannedMs;
  // Fires older than two hours cannot run, so they need not be walked through one by one.
  const recent = after(nowMs - 2 * hourMs);
  if (recent > fireMs && recent <= nowMs) fireMs = recent;
  let nextMs = after(fireMs);
  while (nextMs <= nowMs) {
    fireMs = nextMs;
    nextMs = after(fireMs);
  }
  return { fireMs, nextMs, late: nowMs - fireMs > Math.min(hourMs, (nextMs - fireMs) / 2) };
}

async function fireCron(engine: Engine, tx: Tx, row: CronRow, fireMs: number): Promise<void> {
  const at = new Date(fireMs).toISOString();
  const data = { cron: row.expr, scheduledAt: at, fireAt: new Date().toISOString() };
  const event = storedEvent(ulid(), at, { name: "inngest/scheduled.timer", data, ts: fireMs, user: {} });
  await storeEvents(tx, [event]);
  await startThrottled(engine, tx, fnOf(row), { event, dueMs: Date.now(), idem: `cron:${row.expr}:${at}` });
}
