import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import type { StoredEvent } from "../events/event.ts";
import { wholeNumber } from "../expression/index.ts";
import { dueAt, maxWaitMs } from "../protocol/duration.ts";
import { ulid } from "../protocol/ulid.ts";
import type { Config } from "../sync/config-shape.ts";
import { finishRun } from "./finish.ts";
import { debounce, passesRateLimit, takeIdempotencyKey } from "./gates.ts";
import { slotKeysOf, valueOf } from "./slot-keys.ts";
import { projectOf } from "./project-of.ts";
import { setTimer } from "./timer.ts";

export type Fn = { id: string; version: number; config: Config };
export type Start = {
  event: StoredEvent;
  /** All events when there are several: a list in canonical form. */
  batch?: string | null;
  dueMs: number;
  /** One run per function and key in 24 hours. */
  idem?: string;
  /** `<run>.<step>` of the parent that invokes; waits for the outcome. */
  corr?: string;
  debounced?: boolean;
};
export type Started = { runId: string } | { skipped: string };

/** Starts a function for an event unless one of its gates stops it. Safe to repeat by `idem` and `corr`. */
export async function startRun(engine: Engine, tx: Tx, fn: Fn, start: Start): Promise<Started> {
  if (!start.debounced) {
    if (!(await passesRateLimit(engine, tx, fn, start.event))) return { skipped: "rate limited" };
    if (start.corr === undefined && (await debounce(engine, tx, fn, start.event))) return { skipped: "debounced" };
  }
  const runId = ulid(start.dueMs);
  const idem = start.idem === undefined ? undefined : `${fn.id}:${start.idem}`;
  if (idem !== undefined && !(await takeIdempotencyKey(tx, idem, runId))) return { skipped: "already started" };
  if (!(await createUnderSingleton(engine, tx, fn, start, runId))) {
    if (idem !== undefined) await tx`delete from engine.idem where key = ${idem}`;
    await insertRun(engine, tx, fn, start, ulid(start.dueMs), { skipped: true });
    return { skipped: "another run of this singleton is active" };
  }
  await enqueueRun(tx, fn, start, runId);
  return { runId };
}

async function createUnderSingleton(engine: Engine, tx: Tx, fn: Fn, start: Start, runId: string): Promise<boolean> {
  const { singleton } = fn.config;
  const value = singleton && valueOf(engine, singleton.key, start.event.value);
  const singletonKey = singleton && value !== null ? `${fn.id}:${value}` : undefined;
  if (!singletonKey || singleton?.mode !== "cancel") return insertRun(engine, tx, fn, start, runId, { singletonKey });
  // Starts that replace each other take turns; otherwise each could find the key taken by the next.
  await tx`select pg_advisory_xact_lock(4831209, hashtext(${singletonKey}))`;
  const [older] = await tx<{ id: string }[]>`
    select id from engine.runs where singleton_key = ${singletonKey} and ended_at is null for update`;
  if (older) await finishRun(tx, older.id, { status: "cancelled", reason: "a newer run of this singleton" });
  return insertRun(engine, tx, fn, start, runId, { singletonKey });
}

type Insert = { singletonKey?: string | undefined; skipped?: boolean };

async function insertRun(
  engine: Engine,
  tx: Tx,
  fn: Fn,
  start: Start,
  runId: string,
  { singletonKey, skipped }: Insert,
) {
  const { config } = fn;
  const { event } = start;
  const keys = slotKeysOf(engine, fn.id, config.concurrency, event.value);
  const [created] = await tx`
    insert into engine.runs(id, fn_id, fn_version, status, event, batch, event_iid, quiet, max_attempts, ord, corr,
                            singleton_key, slot_keys, finish_ms, ended_at, project)
    values (${runId}, ${fn.id}, ${fn.version}, ${skipped ? "skipped" : "queued"}, ${event.body}, ${start.batch ?? null}, ${event.iid},
            ${/^inngest\/function\.(failed|finished)$/.test(event.name)}, ${config.retries + 1},
            ${start.dueMs - priorityMs(engine, config, event)}, ${skipped ? null : (start.corr ?? null)},
            ${singletonKey ?? null}, ${keys.length > 0 ? JSON.stringify(keys) : null},
            ${config.finishTimeoutMs ?? null}, ${skipped ? new Date() : null},
            coalesce(${projectOf(event.value)}, (select project from engine.runs where id = ${parentOf(start)})))
    on conflict do nothing returning 1`;
  return created !== undefined;
}

const parentOf = ({ corr }: Start) => corr?.split(".")[0] ?? null;

function priorityMs(engine: Engine, { priority }: Config, event: StoredEvent): number {
  if (priority === undefined) return 0;
  try {
    return Math.min(Math.max(wholeNumber(priority, event.value), -600), 600) * 1000;
  } catch (error) {
    engine.log({ level: "warn", message: "priority expression failed", priority, reason: (error as Error).message });
    return 0;
  }
}

async function enqueueRun(tx: Tx, fn: Fn, start: Start, runId: string): Promise<void> {
  // Delays are added to the database's clock, the only one that all executors share.
  const delayMs = Math.max(start.dueMs - Date.now(), 0);
  await tx`
    insert into engine.jobs(run_id, kind, dedupe, state, run_at, ord, max_attempts)
    select id, 'call', ${`${runId}:start`}, ${delayMs === 0 ? "ready" : "later"},
           clock_timestamp() + ${delayMs}::float8 * interval '1 ms', ord, max_attempts
    from engine.runs where id = ${runId}`;
  const { startTimeoutMs } = fn.config;
  if (startTimeoutMs !== undefined) await setTimer(tx, runId, "start_timeout", null, delayMs + startTimeoutMs);
  const waits = fn.config.cancels.map((cancel, i) => ({
    run_id: runId,
    kind: "cancel",
    step_id: `c${i}`,
    name: cancel.event,
    expr: cancel.expr ?? null,
    expires_at: new Date(dueAt(cancel.timeout ?? "", start.dueMs, start.dueMs + maxWaitMs)),
  }));
  if (waits.length > 0) await tx`insert into engine.waits ${tx(waits)}`;
}
