import { storeEvents } from "../events/store.ts";
import { storedEvent, type StoredEvent } from "../events/event.ts";
import { canonical, type Dict } from "../protocol/canonical.ts";
import { ulid } from "../protocol/ulid.ts";
import type { Tx } from "../database.ts";

export type RunError = { name: string; message: string; stack?: string; cause?: unknown };
export type Ending =
  | { status: "completed"; output: unknown }
  | { status: "failed"; error: RunError }
  | { status: "cancelled"; reason: string };

/**
 * Ends a run whose row is locked: state, output, lifecycle events, and one delivery job that routes them and tells a
 * parent. Routing here would lock other runs under this one's lock. Nothing happens to a run that has ended.
 */
export async function finishRun(tx: Tx, runId: string, ending: Ending): Promise<void> {
  const output = ending.status === "completed" ? canonical(ending.output) : null;
  const error = errorOf(ending);
  const errorText = error === null ? null : canonical(error);
  const [run] = await tx<Ended[]>`
    update engine.runs set status = ${ending.status}, output = ${output}, error = ${errorText}, ended_at = clock_timestamp()
    where id = ${runId} and ended_at is null returning id, fn_id, event, batch, quiet, corr, ord`;
  if (!run) return;
  await tx`delete from engine.jobs where run_id = ${runId}`;
  await tx`delete from engine.waits where run_id = ${runId}`;
  const events = run.quiet ? [] : lifecycleEvents(run, ending, error);
  await storeEvents(tx, events);
  if (events.length === 0 && run.corr === null) return;
  const payload = JSON.stringify({ events: events.map((event) => event.iid) });
  await tx`
    insert into engine.jobs(run_id, kind, dedupe, state, ord, payload)
    values (${runId}, 'deliver', ${`${runId}:end`}, 'later', ${run.ord}, ${payload})`;
}

type Ended = {
  id: string;
  fn_id: string;
  event: string;
  batch: string | null;
  quiet: boolean;
  corr: string | null;
  ord: string;
};
const statusNames = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" } as const;

function errorOf(ending: Ending): RunError | null {
  if (ending.status === "failed") return ending.error;
  if (ending.status === "cancelled")
    return { name: "FunctionCancelledError", message: `Cancelled by ${ending.reason}` };
  return null;
}

function lifecycleEvents(run: Ended, ending: Ending, error: RunError | null): StoredEvent[] {
  const event = JSON.parse(run.event) as Dict;
  const data: Dict = {
    function_id: run.fn_id,
    run_id: run.id,
    event,
    events: run.batch === null ? [event] : (JSON.parse(run.batch) as Dict[]),
    ...(error === null ? { result: (ending as { output: unknown }).output ?? null } : { error }),
    ...(run.corr === null ? {} : { correlation_id: run.corr }),
    _inngest: { status: statusNames[ending.status] },
  };
  const named = (iid: string, name: string) => fit(iid, { name, data, ts: Date.now(), user: {} });
  const finished = named(ulid(), "inngest/function.finished");
  if (ending.status === "completed") return [finished];
  // The run's id as event id: parallel finalisers cannot store it twice.
  return [named(run.id, `inngest/function.${ending.status}`), finished];
}

/** A result near the limit would make the event too large: its place is taken by a note, the run keeps it. */
function fit(iid: string, value: Dict & { name: string; data: Dict }): StoredEvent {
  try {
    return storedEvent(iid, null, value);
  } catch {
    const { result: _result, events: _events, ...data } = value.data;
    return storedEvent(iid, null, { ...value, data: { ...data, event: {}, events: [], result_omitted: true } });
  }
}
