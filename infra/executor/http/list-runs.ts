import type { Engine } from "../engine.ts";
import { isDict, parseJson } from "../protocol/canonical.ts";
import { ulid } from "../protocol/ulid.ts";
import { Refusal, type Ask, type Reply, type Route } from "./server.ts";

/** `GET /v1/runs`: newest first. `project`, `status`, `function`, `event`, `mention` (repeatable), `since`, `before`, `limit`, `total`. */
export const listRoutes = (engine: Engine): Route[] => [
  { method: "GET", path: "/v1/runs", handle: (ask) => listRuns(engine, ask) },
];

export type Summary = {
  id: string;
  fn_id: string;
  project: string | null;
  status: string;
  event: string;
  why: string;
  note: string | null;
  error: string | null;
  next_at: Date | null;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
};

/** What every look at a run shows. */
export const summaries = ({ sql }: Pick<Engine, "sql">) => sql`
  select r.id, r.fn_id, r.project, r.status, r.event, engine.why(r.id) as why, r.note, left(r.error::text, 65537) as error,
         (select min(j.run_at) from engine.jobs j where j.run_id = r.id and j.state = 'later'
           and j.kind in ('call', 'sleep', 'timeout')) as next_at,
         r.created_at, r.started_at, r.ended_at
  from engine.runs r`;

/** The event's data is not repeated in lists: only its name and the short texts that say what it is about. */
export const summaryOf = ({ event, fn_id, error, ...run }: Summary) => {
  const value = parseJson(event);
  const { name, data } = isDict(value) ? value : {};
  const about = isDict(data)
    ? Object.entries(data).filter(([, one]) => typeof one === "string" && one.length <= 64)
    : [];
  const failure = parseJson(error ?? "");
  return {
    ...run,
    function_id: fn_id,
    event_name: name,
    about: Object.fromEntries(about),
    error: isDict(failure) ? `${String(failure.name)}: ${String(failure.message)}`.slice(0, 2_000) : null,
  };
};

const statuses = ["queued", "running", "completed", "failed", "cancelled", "skipped"];
const most = 200;

async function listRuns(engine: Engine, { query }: Ask): Promise<Reply> {
  const { sql } = engine;
  const text = (name: string) => query.get(name)?.replaceAll("\u0000", "") ?? null;
  const status = text("status");
  if (status !== null && !statuses.includes(status)) throw new Refusal(400, `status is one of ${statuses.join(", ")}`);
  const limit = Number(query.get("limit") ?? 20);
  if (!Number.isInteger(limit) || limit < 0 || limit > most) throw new Refusal(400, `limit is 0 to ${most}`);
  const since = text("since");
  if (since !== null && Number.isNaN(Date.parse(since))) throw new Refusal(400, "since is a date");
  const mentions = query.getAll("mention").map((one) => `%${JSON.stringify(one).replace(/[\\%_]/g, "\\$&")}%`);
  const where = sql`
    where true
      ${text("project") === null ? sql`` : sql`and r.project = ${text("project")}`}
      ${status === null ? sql`` : sql`and r.status = ${status}`}
      ${text("function") === null ? sql`` : sql`and r.fn_id = ${text("function")}`}
      ${text("event") === null ? sql`` : sql`and r.event_iid = ${text("event")}`}
      ${since === null ? sql`` : sql`and r.id >= ${ulid(Date.parse(since), new Uint8Array(10))}`}
      ${mentions.length === 0 ? sql`` : sql`and r.event::text like any(${mentions})`}`;
  const before = text("before");
  const rows = await sql<Summary[]>`
    ${summaries(engine)} ${where} ${before === null ? sql`` : sql`and r.id < ${before}`}
    order by r.id desc limit ${limit + 1}`;
  const data = rows.slice(0, limit).map(summaryOf);
  if (!query.has("total")) return { status: 200, body: { data, more: rows.length > limit } };
  const [counted] = await sql<{ n: number }[]>`select count(*)::int as n from engine.runs r ${where}`;
  return { status: 200, body: { data, more: rows.length > limit, total: counted?.n ?? 0 } };
}
