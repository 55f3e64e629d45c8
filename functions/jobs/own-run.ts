import type { Action } from "../kernel/actions.ts";
import { authorize } from "../kernel/authorize.ts";
import { isDomainError, notFound } from "../kernel/errors.ts";
import type { JobHistory } from "../kernel/ports.ts";
import type { QueryCall } from "../kernel/verb.ts";

/**
 * A run of the actor's own project. Runs of others, and those of schedules, which belong to nobody, do not exist. What a
 * policy says of the task behind it holds for the run too.
 */
export async function ownRun(
  { db, ports, actor }: Pick<QueryCall, "db" | "ports" | "actor">,
  action: Action,
  runId: string,
): Promise<JobHistory> {
  const run = await ports.jobEngine.getRun(runId);
  if (run?.projectId !== actor.projectId) throw notFound("job_run", runId);
  const { taskId } = run.about;
  if (taskId) {
    await authorize(db, actor, action, { kind: "task", id: taskId }).catch((error: unknown) => {
      // The history of the engine may outlive the task.
      if (!isDomainError(error) || error.code !== "not_found") throw error;
    });
  }
  return run;
}
