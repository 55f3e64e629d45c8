import type { Engine } from "../engine.ts";
import type { Tx } from "../database.ts";
import type { Dict } from "../protocol/canonical.ts";
import type { Config } from "../sync/config-shape.ts";
import { startRun, type Fn } from "./start.ts";

export type Rerun = { runId: string } | { missing: "run" | "step" } | { refused: string };
type Row = {
  fn_id: string;
  event: string;
  batch: string | null;
  event_iid: string;
  req_version: number;
  version: number;
  cfg: string;
};

/**
 * Starts the function again for the event or events of a run, by its present code; from a step: with the results of all steps that
 * cannot depend on that one. The run itself stays as it is.
 */
export function rerun(engine: Engine, id: string, fromStep: string | null): Promise<Rerun> {
  return engine.transact(async (tx) => {
    const [run] = await tx<(Row & { archived: boolean })[]>`
      select r.fn_id, r.event, r.batch, r.event_iid, r.req_version, f.version, f.cfg, f.archived_at is not null as archived
      from engine.runs r join engine.fns f on f.id = r.fn_id where r.id = ${id}`;
    if (!run) return { missing: "run" };
    if (run.archived) return { refused: `the app has no function ${run.fn_id} any more` };
    if (fromStep !== null) {
      const [step] = await tx`select 1 from engine.steps where run_id = ${id} and step_id = ${fromStep}`;
      if (!step) return { missing: "step" };
    }
    const fn: Fn = { id: run.fn_id, version: run.version, config: JSON.parse(run.cfg) as Config };
    const value = JSON.parse(run.event) as Dict & { name: string };
    const event = { iid: run.event_iid, extId: null, name: value.name, body: run.event, value };
    // Who asks for it means it: neither a quiet period nor a rate is waited for.
    const started = await startRun(engine, tx, fn, { event, batch: run.batch, dueMs: Date.now(), debounced: true });
    if ("skipped" in started) return { refused: started.skipped };
    if (fromStep !== null) await keepSteps(tx, id, fromStep, started.runId, run.req_version);
    return started;
  });
}

/** A step that ended first, or was under way when this one ended, cannot have waited for it. */
async function keepSteps(tx: Tx, from: string, stepId: string, to: string, reqVersion: number): Promise<void> {
  await tx`
    insert into engine.steps(run_id, step_id, name, op, race, seq, memo, planned_at, done_at)
    select ${to}, step_id, name, op, race, nextval('engine.step_seq'), memo, planned_at, done_at
    from (select s.* from engine.steps s, engine.steps chosen
          where s.run_id = ${from} and chosen.run_id = ${from} and chosen.step_id = ${stepId}
            and s.step_id <> ${stepId} and s.memo is not null
            and (chosen.seq is null or s.seq < chosen.seq or s.planned_at < chosen.done_at)
          order by s.seq) kept`;
  await tx`
    update engine.runs set req_version = ${reqVersion}, state_bytes =
      (select coalesce(sum(octet_length(memo::text)), 0) from engine.steps where run_id = ${to})
    where id = ${to}`;
}
