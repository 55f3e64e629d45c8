import { z } from "zod";
import { abandonTask } from "../deployments/index.ts";
import { conflict, notFound } from "../kernel/errors.ts";
import type { JobHistory } from "../kernel/ports.ts";
import { defineEffect, type EffectCall } from "../kernel/verb.ts";
import { ownRun } from "./own-run.ts";
import { historyShape } from "./shapes.ts";

const modify = "servicestage:app:modify";
const ofRun = { runId: z.string().min(1).max(64).describe("The id of the run") };

/** Repeated, it finishes what a former call left undone. */
export const cancelJobRun = defineEffect({
  name: "cancelJobRun",
  title: "Stop a run of a workflow for good; the task that it saw through fails, and its wish stands",
  action: modify,
  input: z.object(ofRun),
  on: ["project"],
  output: historyShape,
  async run(call, { runId }) {
    const run = await ownRun(call, modify, runId);
    if (run.endedAt && run.state !== "cancelled") throw conflict(`The run has ended already: ${run.state}`);
    await call.ports.jobEngine.cancel(runId);
    await endTaskOf(call, run);
    return seen(call, runId);
  },
});

/** Without its run nothing would ever end the task, and the instance could not be changed any more. */
async function endTaskOf(call: EffectCall, { about: { taskId } }: JobHistory): Promise<void> {
  if (!taskId) return;
  const reason = `${call.actor.name} cancelled the workflow behind this`;
  await abandonTask({ ...call, sourceIp: null, idempotencyKey: null }, { taskId, reason });
}

export const rerunJobRun = defineEffect({
  name: "rerunJobRun",
  title: "Run a workflow again for the same event; a task that is over stays as it is",
  action: modify,
  input: z.object({
    ...ofRun,
    fromStepId: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .describe("Begin again with this step: what it can have relied on is taken over"),
  }),
  on: ["project"],
  output: historyShape,
  async run(call, { runId, fromStepId }) {
    const run = await ownRun(call, modify, runId);
    if (!run.endedAt) throw conflict("The run has not ended: let it end or cancel it first");
    return seen(call, await call.ports.jobEngine.rerun(runId, fromStepId));
  },
});

async function seen({ ports }: EffectCall, runId: string): Promise<JobHistory> {
  const run = await ports.jobEngine.getRun(runId);
  if (!run) throw notFound("job_run", runId);
  return run;
}
