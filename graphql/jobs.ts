import {
  cancelJobRun,
  getJobRun,
  getJobStats,
  listJobRuns,
  loadHistory,
  loadRunsOfTasks,
  rerunJobRun,
} from "@flyloft/functions/jobs";
import type { Task as TaskRow } from "@flyloft/functions/deployments";
import {
  type Ctx,
  type JobAttempt as AttemptRow,
  type JobHistory,
  type JobRun as RunRow,
  jobStates,
  type JobStats as Stats,
  type JobStep as StepRow,
  jobStepStates,
  type JobText as Text,
} from "@flyloft/functions/kernel";
import { builder } from "./builder.ts";
import { Task } from "./deployments.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const State = enumOf("JobRunState", jobStates);

const JobText = builder.objectRef<Text>("JobText").implement({
  description: "A document of a run, as JSON: its first 64 KiB",
  fields: (t) => ({
    text: t.exposeString("text", { description: "The text" }),
    truncated: t.exposeBoolean("truncated", { description: "Whether there is more of it" }),
  }),
});

const JobAttempt = builder.objectRef<AttemptRow>("JobAttempt").implement({
  description: "One call of a step, or of the workflow between its steps",
  fields: (t) => ({
    stepId: t.exposeID("stepId", { nullable: true, description: "The step; null for what lies between steps" }),
    number: t.exposeInt("number", { description: "Which attempt, from 1" }),
    httpStatus: t.exposeInt("httpStatus", { nullable: true, description: "What was answered; null while under way" }),
    error: t.exposeString("error", { nullable: true, description: "Why it failed" }),
    beganAt: t.expose("beganAt", { type: "DateTime", description: "When it began" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When it was answered" }),
  }),
});

type Step = StepRow & { attempts: AttemptRow[] };
const JobStep = builder.objectRef<Step>("JobStep").implement({
  description: "A step of a run; its result is kept and counts once",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id in the run" }),
    name: t.exposeString("name", { nullable: true, description: "What the workflow calls it" }),
    kind: t.exposeString("kind", { description: "run, sleep, wait or invoke" }),
    state: t.expose("state", { type: enumOf("JobStepState", jobStepStates), description: "Where it stands" }),
    output: t.expose("output", { type: JobText, nullable: true, description: "Its result" }),
    error: t.expose("error", { type: JobText, nullable: true, description: "Why it failed" }),
    plannedAt: t.expose("plannedAt", { type: "DateTime", description: "When it was begun" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When its result was stored" }),
    wakesAt: t.expose("wakesAt", {
      type: "DateTime",
      nullable: true,
      description: "When a sleep, a wait or a pause before the next attempt is over",
    }),
    awaited: t.exposeString("awaited", { nullable: true, description: "The event or function that is waited for" }),
    attempts: t.expose("attempts", { type: [JobAttempt], description: "Its calls" }),
  }),
});

/** Lists hold no steps: what the fields below need of a run is fetched once for all of them. */
const histories = new WeakMap<RunRow, Promise<JobHistory>>();
function historyOf(run: RunRow, ctx: Ctx): Promise<JobHistory> {
  const known = histories.get(run) ?? loadHistory(ctx, run);
  histories.set(run, known);
  return known;
}

const JobRun = builder.objectRef<RunRow>("JobRun").implement({
  description: "A run of one of the platform's workflows",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id in the engine" }),
    workflow: t.exposeString("workflow", { description: "The step function" }),
    event: t.exposeString("event", { description: "The name of the event that started it" }),
    taskId: t.id({
      nullable: true,
      description: "The task that it sees through",
      resolve: ({ about }) => about["taskId"] ?? null,
    }),
    state: t.expose("state", { type: State, description: "Where it stands" }),
    why: t.exposeString("why", { description: "What it waits for, in words; its state once it has ended" }),
    note: t.exposeString("note", { nullable: true, description: "What the engine found odd about it" }),
    error: t.exposeString("error", { nullable: true, description: "Why it failed or was cancelled" }),
    nextAt: t.expose("nextAt", { type: "DateTime", nullable: true, description: "When it wakes up by itself" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was started" }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true, description: "When it was first called" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When it ended" }),
    input: t.field({
      type: JobText,
      nullable: true,
      description: "The data of its event",
      resolve: async (run, _args, ctx) => (await historyOf(run, ctx)).input,
    }),
    output: t.field({
      type: JobText,
      nullable: true,
      description: "What it answered",
      resolve: async (run, _args, ctx) => (await historyOf(run, ctx)).output,
    }),
    steps: t.field({
      type: [JobStep],
      description: "Its steps, in the order in which they were begun",
      async resolve(run, _args, ctx) {
        const { steps, attempts } = await historyOf(run, ctx);
        return steps.map((step) => ({ ...step, attempts: attempts.filter(({ stepId }) => stepId === step.id) }));
      },
    }),
    attempts: t.field({
      type: [JobAttempt],
      description: "All calls, oldest first; the newest thousand",
      resolve: async (run, _args, ctx) => (await historyOf(run, ctx)).attempts,
    }),
  }),
});

const JobStats = builder.objectRef<Stats>("JobStats").implement({
  description: "How much work waits: runs of the project; calls of the whole engine, as sums",
  fields: (t) => ({
    queuedRuns: t.exposeInt("queuedRuns", { description: "Runs that were never called yet" }),
    runningRuns: t.exposeInt("runningRuns", { description: "Runs under way" }),
    completedInADay: t.exposeInt("completedInADay", { description: "Runs that ended well in the last 24 hours" }),
    failedInADay: t.exposeInt("failedInADay", { description: "Runs that failed in the last 24 hours" }),
    dueCalls: t.exposeInt("dueCalls", { description: "Calls that are due: the depth of the queue" }),
    callsUnderWay: t.exposeInt("callsUnderWay", { description: "Calls that are being answered" }),
    callsBehindKeys: t.exposeInt("callsBehindKeys", { description: "Calls behind full concurrency keys" }),
    callsToRepeat: t.exposeInt("callsToRepeat", { description: "Calls that wait for their next attempt" }),
    timers: t.exposeInt("timers", { description: "Sleeps and waits" }),
    lagMs: t.exposeInt("lagMs", { description: "How long the oldest due call has been waiting, in milliseconds" }),
    appUnreachableSince: t.expose("appUnreachableSince", {
      type: "DateTime",
      nullable: true,
      description: "Since when the workflows cannot be called; null when they can",
    }),
  }),
});

list("jobRuns", listJobRuns, "JobRun", JobRun);
query("jobRun", getJobRun, JobRun as never);
query("jobStats", getJobStats, JobStats);
mutation(cancelJobRun, JobRun as never);
mutation(rerunJobRun, JobRun as never);

builder.objectField(Task, "run", (t) =>
  t.loadable({
    type: JobRun,
    nullable: true,
    description: "The newest run of the workflow that sees it through; null when the engine has forgotten it (CON-07)",
    extensions: { columns: ["createdAt"] },
    load: (tasks: TaskRow[], ctx: Ctx) => loadRunsOfTasks(ctx, tasks),
    resolve: (task: TaskRow) => task,
  } as never),
);
