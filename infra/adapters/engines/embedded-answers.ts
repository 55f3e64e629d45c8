import type { JobAttempt, JobRun, JobStats, JobStep, JobText } from "@flyloft/functions/kernel";
import { dateOf } from "./request.ts";

type Row = Record<string, unknown>;
const text = (value: unknown) => (typeof value === "string" ? value : null);
const count = (value: unknown) => Number(value ?? 0);
/** Dates that every row has. */
const moment = (value: unknown) => dateOf(value) ?? new Date(0);

export const textOf = (value: unknown) => (value ?? null) as JobText | null;

export const runOf = (row: Row): JobRun => ({
  id: String(row.id),
  projectId: text(row.project),
  workflow: String(row.function_id),
  event: String(row.event_name),
  about: (row.about ?? {}) as Record<string, string>,
  state: row.status as JobRun["state"],
  why: String(row.why),
  note: text(row.note),
  error: text(row.error),
  nextAt: dateOf(row.next_at),
  createdAt: moment(row.created_at),
  startedAt: dateOf(row.started_at),
  endedAt: dateOf(row.ended_at),
});

export const stepOf = (row: Row): JobStep => ({
  id: String(row.id),
  name: text(row.name),
  kind: String(row.kind),
  state: row.state as JobStep["state"],
  output: row.state === "failed" ? null : textOf(row.outcome),
  error: row.state === "failed" ? textOf(row.outcome) : null,
  plannedAt: moment(row.planned_at),
  endedAt: dateOf(row.done_at),
  wakesAt: dateOf(row.wakes_at),
  awaited: text(row.awaited),
});

export const attemptOf = (row: Row): JobAttempt => ({
  stepId: text(row.step_id),
  number: count(row.attempt),
  httpStatus: typeof row.http_status === "number" ? row.http_status : null,
  error: text(row.error),
  beganAt: moment(row.began_at),
  endedAt: dateOf(row.ended_at),
});

export function statsOf({ queue, runs, app_unreachable_since }: Row): JobStats {
  const calls = queue as Row;
  const mine = runs as Row;
  return {
    queuedRuns: count(mine.queued),
    runningRuns: count(mine.running),
    completedInADay: count(mine.completed_in_a_day),
    failedInADay: count(mine.failed_in_a_day),
    dueCalls: count(calls.due),
    callsUnderWay: count(calls.executing),
    callsBehindKeys: count(calls.behind_keys),
    callsToRepeat: count(calls.retrying),
    timers: count(calls.timers),
    lagMs: count(calls.lag_ms),
    appUnreachableSince: dateOf(app_unreachable_since),
  };
}
