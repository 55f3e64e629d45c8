import type { Engine } from "../engine.ts";
import { problem, type Reply, type Route } from "./server.ts";

/** What a call with `use_api` leaves out: `GET /v0/runs/:id/actions` has the outcomes of its steps, `…/batch` its events. */
export const runDataRoutes = (engine: Engine): Route[] => [
  { method: "GET", path: "/v0/runs/:id/actions", handle: ({ params }) => readSteps(engine, clean(params.id)) },
  { method: "GET", path: "/v0/runs/:id/batch", handle: ({ params }) => readEvents(engine, clean(params.id)) },
];

const clean = (id = "") => id.replaceAll("\u0000", "");

async function readSteps({ sql }: Engine, id: string): Promise<Reply> {
  const steps = await sql<{ step_id: string; memo: string }[]>`
    select step_id, memo from engine.steps where run_id = ${id} and memo is not null order by seq`;
  // They are JSON already, and may be many megabytes.
  return { status: 200, text: `{${steps.map(({ step_id, memo }) => `${JSON.stringify(step_id)}:${memo}`).join(",")}}` };
}

async function readEvents({ sql }: Engine, id: string): Promise<Reply> {
  const [run] = await sql<{ event: string; batch: string | null }[]>`
    select event, batch from engine.runs where id = ${id}`;
  return run ? { status: 200, text: run.batch ?? `[${run.event}]` } : problem(404, "No such run");
}
