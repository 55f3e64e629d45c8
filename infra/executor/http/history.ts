import type { Engine } from "../engine.ts";
import { isDict, parseJson } from "../protocol/canonical.ts";
import { summaries, summaryOf, type Summary } from "./list-runs.ts";
import { problem, type Reply, type Route } from "./server.ts";
import { shown, unwrapped } from "./shown.ts";

/** `GET /v1/runs/:id/history`: a run with its input, output, steps and attempts, each document cut at 64 KiB. */
export const historyRoutes = (engine: Engine): Route[] => [
  { method: "GET", path: "/v1/runs/:id/history", handle: ({ params }) => readHistory(engine, params.id ?? "") },
];

const stepsBytes = 2 * 1024 * 1024;
const attemptsShown = 1_000;

export async function readHistory(engine: Engine, rawId: string): Promise<Reply> {
  const { sql } = engine;
  const id = rawId.replaceAll("\u0000", "");
  const [run] = await sql<Summary[]>`${summaries(engine)} where r.id = ${id}`;
  if (!run) return problem(404, "No such run");
  const [kept] = await sql<{ output: string | null }[]>`
    select left(output::text, 65537) as output from engine.runs where id = ${id}`;
  const event = parseJson(run.event);
  const input = isDict(event) ? JSON.stringify(event.data ?? {}) : null;
  const [steps, attempts] = await Promise.all([readSteps(engine, id), readAttempts(engine, id)]);
  const body = { ...summaryOf(run), input: shown(input), output: shown(kept?.output ?? null), steps, attempts };
  return { status: 200, body: { data: body } };
}

type StepRow = {
  step_id: string;
  name: string | null;
  op: string;
  memo: string | null;
  bytes: number;
  planned_at: Date;
  done_at: Date | null;
  job_state: string | null;
  wakes_at: Date | null;
  awaited: string | null;
};

/** In the order in which they were begun. All their results together stay within two mebibytes: the last ones are left out. */
async function readSteps({ sql }: Engine, id: string) {
  const rows = await sql<StepRow[]>`
    select s.step_id, s.name, s.op, s.planned_at, s.done_at, coalesce(octet_length(s.memo::text), 0) as bytes,
           case when sum(least(coalesce(octet_length(s.memo::text), 0), 65537)) over (order by s.planned_at, s.step_id)
                  <= ${stepsBytes} then left(s.memo::text, 65537) else left(s.memo::text, 9) end as memo,
           j.state as job_state, coalesce(w.expires_at, j.run_at) as wakes_at, w.name as awaited
    from engine.steps s
    left join lateral (select state, run_at from engine.jobs j where j.run_id = s.run_id and j.step_id = s.step_id
                       order by j.id limit 1) j on true
    left join engine.waits w on w.run_id = s.run_id and w.step_id = s.step_id and w.kind <> 'cancel'
    where s.run_id = ${id} order by s.planned_at, s.step_id`;
  return rows.map(stepOf);
}

function stepOf({ step_id, name, op, memo, bytes, planned_at, done_at, job_state, wakes_at, awaited }: StepRow) {
  const base = { id: step_id, name, kind: kinds[op] ?? op, planned_at, done_at };
  if (memo === null) {
    const state = states[op] ?? callStates[job_state ?? ""] ?? "queued";
    return { ...base, state, wakes_at: done_at === null && state !== "executing" ? wakes_at : null, awaited };
  }
  const { failed, value } = unwrapped(memo);
  const text = shown(value);
  // A memo is a little longer than what it holds.
  const outcome = text && { ...text, truncated: text.truncated || bytes > Buffer.byteLength(memo) };
  return { ...base, state: failed ? "failed" : "completed", wakes_at: null, awaited: null, outcome };
}

const kinds: Record<string, string> = {
  Step: "run",
  StepRun: "run",
  StepPlanned: "run",
  StepError: "run",
  StepFailed: "run",
  Sleep: "sleep",
  WaitForEvent: "wait",
  WaitForSignal: "wait",
  InvokeFunction: "invoke",
};
const states: Record<string, string> = {
  Sleep: "sleeping",
  WaitForEvent: "waiting",
  WaitForSignal: "waiting",
  InvokeFunction: "waiting",
};
const callStates: Record<string, string> = { leased: "executing", later: "retrying" };

type AttemptRow = {
  step_id: string | null;
  attempt: number;
  http_status: number | null;
  error: string | null;
  began_at: Date;
  ended_at: Date | null;
};

/** The newest thousand, oldest first. */
async function readAttempts({ sql }: Engine, id: string) {
  const rows = await sql<AttemptRow[]>`
    select step_id, attempt, http_status, left(error::text, 65537) as error, began_at, ended_at
    from engine.attempts where run_id = ${id} order by engine.attempts.id desc limit ${attemptsShown}`;
  return rows.reverse().map(({ error, attempt, ...row }) => {
    const value = parseJson(error ?? "");
    const words = isDict(value) ? `${String(value.name)}: ${String(value.message)}`.slice(0, 2_000) : null;
    return { ...row, attempt: attempt + 1, error: words };
  });
}
