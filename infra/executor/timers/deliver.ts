import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import type { StoredEvent } from "../events/event.ts";
import { route } from "../events/route.ts";
import { lockOpenRun } from "../runs/lock.ts";
import { memoise, resume } from "../runs/steps.ts";
import type { Dict } from "../protocol/canonical.ts";

/**
 * Tells the world that a run ended: first its parent, then whoever listens to its lifecycle events. Two transactions,
 * so that never more than one run is locked out of order; both may be repeated.
 */
export async function deliver(engine: Engine, jobId: string): Promise<void> {
  const [child] = await engine.sql<Child[]>`
    select r.corr, r.status, r.output, r.error from engine.jobs j join engine.runs r on r.id = j.run_id
    where j.id = ${jobId}`;
  if (!child) return;
  if (child.corr !== null) {
    await tellParent(engine, child.corr, child);
    await engine.failpoint("mid-deliver");
  }
  await engine.transact(async (tx) => {
    const [job] = await tx<
      { payload: string }[]
    >`select payload from engine.jobs where id = ${jobId} for update skip locked`;
    if (!job) return;
    const { events } = JSON.parse(job.payload) as { events: string[] };
    for (const event of await loadEvents(tx, events)) await route(engine, tx, event);
    await tx`delete from engine.jobs where id = ${jobId}`;
  });
}

type Child = { corr: string | null; status: string; output: string | null; error: string | null };

/** What it says cannot change any more: the child has ended. */
async function tellParent(engine: Engine, corr: string, { status, output, error }: Child): Promise<void> {
  const memo = status === "completed" ? `{"data":${output ?? "null"}}` : `{"error":${error ?? "{}"}}`;
  await engine.transact((tx) => answerInvoke(tx, corr, memo));
}

/** Ends the wait of the parent named by `<run>.<step>`; false when it does not wait any more. */
export async function answerInvoke(tx: Tx, corr: string, memo: string): Promise<boolean> {
  const [runId = "", stepId = ""] = corr.split(".");
  const run = await lockOpenRun(tx, runId);
  if (!run) return false;
  const [wait] = await tx`
    delete from engine.waits where run_id = ${runId} and kind = 'invoke' and step_id = ${stepId} returning 1`;
  if (!wait) return false;
  await tx`delete from engine.jobs where dedupe = ${`${runId}:${stepId}:timeout`}`;
  await memoise(tx, runId, { id: stepId, op: "InvokeFunction" }, memo);
  await resume(tx, runId, stepId);
  return true;
}

async function loadEvents(tx: Tx, iids: string[]): Promise<StoredEvent[]> {
  const rows = await tx<{ iid: string; ext_id: string | null; name: string; body: string }[]>`
    select iid, ext_id, name, body from engine.events where iid = any(${iids}) order by iid`;
  return rows.map(({ iid, ext_id: extId, name, body }) => ({
    iid,
    extId,
    name,
    body,
    value: JSON.parse(body) as Dict,
  }));
}
