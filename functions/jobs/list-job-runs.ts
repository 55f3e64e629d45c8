import { z } from "zod";
import { authorize, forbidden } from "../kernel/authorize.ts";
import { idOf } from "../kernel/fields.ts";
import { type Page, pageInput } from "../kernel/page.ts";
import { type JobRun, jobStates } from "../kernel/ports.ts";
import { defineQuery } from "../kernel/verb.ts";
import { ownRun } from "./own-run.ts";
import { historyShape, runShape, statsShape } from "./shapes.ts";

const reading = "servicestage:app:get";
const runId = z.string().min(1).max(64);

export const listJobRuns = defineQuery({
  name: "listJobRuns",
  title: "The runs of the project's workflows, newest first; those of schedules belong to no project and are not shown",
  action: reading,
  input: z.object({
    first: pageInput.first,
    after: z
      .string()
      .regex(/^[0-9A-Z]{26}$/, "This cursor was not given by this list")
      .optional()
      .describe("The end cursor of the page before"),
    state: z.enum(jobStates).meta({ id: "JobRunState" }).optional(),
    workflow: z.string().max(255).optional().describe("Only runs of this step function"),
    eventId: z.string().max(255).optional().describe("Only runs started by the event that has this id in the engine"),
    taskId: idOf("a task whose runs are wanted").optional(),
  }),
  on: ["project"],
  lists: "task",
  output: runShape,
  async run({ db, ports, actor, visible }, { first, after, taskId, ...filter }): Promise<Page<JobRun>> {
    if (taskId) await authorize(db, actor, reading, { kind: "task", id: taskId });
    // The engine knows no policies: all its runs are for those who may see all tasks, some tasks' runs are asked for by task.
    else if (visible) throw forbidden({ action: reading });
    const wanted = { ...filter, projectId: actor.projectId, ...(taskId && { mentions: [taskId] }) };
    const { runs, hasNextPage, total } = await ports.jobEngine.listRuns(wanted, { first, before: after });
    return { nodes: runs, endCursor: runs.at(-1)?.id ?? null, hasNextPage, total };
  },
});

export const getJobRun = defineQuery({
  name: "getJobRun",
  title: "One run with its steps, its attempts, and why it does not move",
  action: reading,
  input: z.object({ runId: runId.describe("The id of the run") }),
  on: ["project"],
  output: historyShape,
  run: (call, { runId: id }) => ownRun(call, reading, id),
});

/** The project's own runs are counted; of the engine, which all projects share, only sums are told. */
export const getJobStats = defineQuery({
  name: "getJobStats",
  title: "How much work waits, and for how long",
  action: reading,
  input: z.object({}),
  on: ["project"],
  output: statsShape,
  run: ({ ports, actor }) => ports.jobEngine.stats(actor.projectId),
});
