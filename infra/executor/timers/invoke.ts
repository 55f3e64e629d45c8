import type { Engine } from "../engine.ts";
import { EventRefused, storedEvent } from "../events/event.ts";
import { storeEvents } from "../events/store.ts";
import { canonical, isDict, type Dict } from "../protocol/canonical.ts";
import { ulid } from "../protocol/ulid.ts";
import type { Started } from "../runs/start.ts";
import { startThrottled } from "../runs/throttle.ts";
import type { Config } from "../sync/config-shape.ts";
import { answerInvoke } from "./deliver.ts";
import type { Tx } from "../database.ts";

type Job = { id: string; run_id: string; step_id: string; payload: string; source_fn: string; source_app: string };
type Payload = { target: string; payload: Dict; expire: number };

/** Starts the function that a step invokes; a target that cannot start answers the parent with an error at once. */
export async function startInvoked(engine: Engine, jobId: string): Promise<void> {
  await engine.transact(async (tx) => {
    const [job] = await tx<Job[]>`
      select j.id, j.run_id, j.step_id, j.payload, r.fn_id as source_fn, f.app_id as source_app
      from engine.jobs j join engine.runs r on r.id = j.run_id join engine.fns f on f.id = r.fn_id
      where j.id = ${jobId} for update of j skip locked`;
    if (!job) return;
    const payload = JSON.parse(job.payload) as Payload;
    const started = await startTarget(engine, tx, job, payload);
    await tx`delete from engine.jobs where id = ${jobId}`;
    if ("runId" in started) return;
    const message = `${payload.target} was not started: ${started.skipped}`;
    await answerInvoke(tx, `${job.run_id}.${job.step_id}`, canonical({ error: { name: "Error", message } }));
  });
}

async function startTarget(engine: Engine, tx: Tx, job: Job, { target, payload, expire }: Payload): Promise<Started> {
  const [fn] = await tx<{ id: string; version: number; cfg: string }[]>`
    select id, version, cfg from engine.fns where id = ${target.replaceAll("\u0000", "")} and archived_at is null`;
  if (!fn) return { skipped: "there is no such function" };
  const corr = `${job.run_id}.${job.step_id}`;
  const _inngest = {
    fn_id: fn.id,
    correlation_id: corr,
    expire,
    source_fn_id: job.source_fn,
    source_app_id: job.source_app,
    name: "inngest/function.invoked",
  };
  const data = { ...(isDict(payload.data) ? payload.data : {}), _inngest };
  const now = Date.now();
  try {
    const event = storedEvent(ulid(now), null, {
      name: "inngest/function.invoked",
      data,
      ts: now,
      user: payload.user ?? {},
      v: payload.v,
    });
    await storeEvents(tx, [event]);
    return await startThrottled(
      engine,
      tx,
      { id: fn.id, version: fn.version, config: JSON.parse(fn.cfg) as Config },
      { event, dueMs: now, corr },
    );
  } catch (error) {
    if (error instanceof EventRefused) return { skipped: error.message };
    throw error;
  }
}
