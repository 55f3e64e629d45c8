import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import { ExpressionError, matches } from "../expression/index.ts";
import { finishRun } from "../runs/finish.ts";
import type { Config } from "../sync/config-shape.ts";
import { lockRuns } from "../runs/lock.ts";
import { collect } from "../runs/batch.ts";
import type { Fn } from "../runs/start.ts";
import { memoise, resume } from "../runs/steps.ts";
import { startThrottled } from "../runs/throttle.ts";
import type { StoredEvent } from "./event.ts";

/** Everything one stored event starts, resumes and cancels, within the transaction that made it known. */
export async function route(engine: Engine, tx: Tx, event: StoredEvent): Promise<void> {
  // Looked up before any start: an event neither resumes nor cancels the run it triggers.
  const waits = await matchingWaits(engine, tx, event);
  for (const fn of await triggeredFunctions(engine, tx, event)) {
    if (await collect(engine, tx, fn, event)) continue;
    const dueMs = Math.max(Number(event.value.ts) || 0, Date.now());
    await startThrottled(engine, tx, fn, { event, dueMs, ...(event.extId === null ? {} : { idem: event.extId }) });
  }
  await lockRuns(
    tx,
    waits.map((wait) => wait.run_id),
  );
  for (const wait of waits) await consume(tx, wait, event);
}

/** `app/user.created` is matched by itself, by `app/*` and by `app/user.*`. */
export function patternsFor(name: string): string[] {
  const wildcards = [...name.matchAll(/[./]/g)].map((found) => `${name.slice(0, found.index + 1)}*`);
  return [name, ...wildcards];
}

async function triggeredFunctions(engine: Engine, tx: Tx, event: StoredEvent): Promise<Fn[]> {
  const rows = await tx<{ id: string; version: number; cfg: string; expr: string | null }[]>`
    select f.id, f.version, f.cfg, t.expr from engine.triggers t join engine.fns f on f.id = t.fn_id
    where t.pattern = any(${patternsFor(event.name)}) and f.archived_at is null order by f.id, t.ord`;
  const found = new Map<string, Fn>();
  for (const { id, version, cfg, expr } of rows) {
    if (found.has(id) || !holds(engine, expr, { event: event.value }, id)) continue;
    found.set(id, { id, version, config: JSON.parse(cfg) as Config });
  }
  return [...found.values()];
}

function holds(engine: Engine, expr: string | null, events: { event: unknown; async?: unknown }, of: string): boolean {
  if (expr === null) return true;
  try {
    return matches(expr, events);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    engine.log({ level: "warn", message: "expression failed: no match", expr, of, reason: error.message });
    return false;
  }
}

type Wait = { run_id: string; kind: "event" | "cancel"; step_id: string };

async function matchingWaits(engine: Engine, tx: Tx, event: StoredEvent): Promise<Wait[]> {
  const rows = await tx<(Wait & { expr: string | null; event: string })[]>`
    select w.run_id, w.kind, w.step_id, w.expr, r.event from engine.waits w join engine.runs r on r.id = w.run_id
    where w.name = ${event.name} and w.kind in ('event', 'cancel') and w.expires_at > clock_timestamp()
      and r.event_iid <> ${event.iid}
    order by w.run_id, w.kind, w.step_id`;
  return rows.filter(({ expr, event: own, run_id }) => {
    return expr === null || holds(engine, expr, { event: JSON.parse(own), async: event.value }, run_id);
  });
}

/** The delete decides: an event and the wait's timeout cannot both win. */
async function consume(tx: Tx, { run_id, kind, step_id }: Wait, event: StoredEvent): Promise<void> {
  const [gone] = await tx`
    delete from engine.waits where run_id = ${run_id} and kind = ${kind} and step_id = ${step_id} returning 1`;
  if (!gone) return;
  if (kind === "cancel") return finishRun(tx, run_id, { status: "cancelled", reason: `event ${event.name}` });
  await tx`delete from engine.jobs where dedupe = ${`${run_id}:${step_id}:timeout`}`;
  await memoise(tx, run_id, { id: step_id, op: "WaitForEvent" }, `{"data":${event.body}}`);
  await resume(tx, run_id, step_id);
}
