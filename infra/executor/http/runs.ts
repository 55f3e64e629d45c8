import type { Engine } from "../engine.ts";
import { parseJson } from "../protocol/canonical.ts";
import { finishRun } from "../runs/finish.ts";
import { lockOpenRun } from "../runs/lock.ts";
import { problem, type Reply, type Route } from "./server.ts";

/** Reads and cancels runs: `GET` and `DELETE /v1/runs/:id`, `GET /v1/events/:id` and `/v1/events/:id/runs`. */
export const runRoutes = (engine: Engine): Route[] => [
  { method: "GET", path: "/v1/runs/:id", handle: ({ params }) => readRun(engine, params.id ?? "") },
  { method: "DELETE", path: "/v1/runs/:id", handle: ({ params }) => cancelRun(engine, params.id ?? "") },
  { method: "GET", path: "/v1/events/:id", handle: ({ params }) => readEventOf(engine, params.id ?? "") },
  { method: "GET", path: "/v1/events/:id/runs", handle: ({ params }) => readRunsOf(engine, params.id ?? "") },
];

type RunRow = {
  id: string;
  fn_id: string;
  fn_version: number;
  status: string;
  event_iid: string;
  output: string | null;
  error: string | null;
  note: string | null;
  why: string;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
};

const titled = (status: string) => status.slice(0, 1).toUpperCase() + status.slice(1);

const show = (run: RunRow) => ({
  run_id: run.id,
  function_id: run.fn_id,
  function_version: run.fn_version,
  event_id: run.event_iid,
  status: titled(run.status),
  output: parseJson(run.output ?? run.error ?? "null"),
  why: run.why,
  note: run.note,
  run_created_at: run.created_at,
  run_started_at: run.started_at,
  ended_at: run.ended_at,
});

const selectRuns = (engine: Engine) => engine.sql`
  select id, fn_id, fn_version, status, event_iid, output, error, note, engine.why(id) as why,
         created_at, started_at, ended_at
  from engine.runs`;

async function readRun(engine: Engine, id: string): Promise<Reply> {
  const [run] = await engine.sql<RunRow[]>`${selectRuns(engine)} where id = ${clean(id)}`;
  return run ? { status: 200, body: { data: show(run) } } : problem(404, "No such run");
}

async function readRunsOf(engine: Engine, eventId: string): Promise<Reply> {
  const runs = await engine.sql<
    RunRow[]
  >`${selectRuns(engine)} where event_iid = ${clean(eventId)} order by id limit 1000`;
  return { status: 200, body: { data: runs.map(show) } };
}

async function readEventOf(engine: Engine, id: string): Promise<Reply> {
  const [event] = await engine.sql<{ iid: string; body: string; received_at: Date }[]>`
    select iid, body, received_at from engine.events where iid = ${clean(id)}`;
  if (!event) return problem(404, "No such event");
  const value = parseJson(event.body) as object;
  return { status: 200, body: { data: { ...value, internal_id: event.iid, received_at: event.received_at } } };
}

/** Cancelling what has ended already is no error: the caller wanted it not to run. */
async function cancelRun(engine: Engine, id: string): Promise<Reply> {
  await engine.transact(async (tx) => {
    const run = await lockOpenRun(tx, clean(id));
    if (run) await finishRun(tx, run.id, { status: "cancelled", reason: "the API" });
  });
  engine.wake();
  return readRun(engine, id);
}

const clean = (id: string) => id.replaceAll("\u0000", "");
