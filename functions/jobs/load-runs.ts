import type { Ctx } from "../kernel/context.ts";
import { isDomainError, notFound } from "../kernel/errors.ts";
import type { JobHistory, JobRun } from "../kernel/ports.ts";

type Task = { id: string; createdAt: Date };
/** The clocks of the platform and its engine may differ by this much, in milliseconds. */
const slackMs = 300_000;
const most = 200;

/**
 * The newest run behind each of these tasks, which the actor may read, in one request (CON-07); null where there is none
 * any more, and where the engine cannot tell.
 */
export async function loadRunsOfTasks(ctx: Ctx, tasks: readonly Task[]): Promise<(JobRun | null)[]> {
  const ids = [...new Set(tasks.map(({ id }) => id))];
  const earliest = Math.min(...tasks.map(({ createdAt }) => createdAt.getTime()));
  const filter = { projectId: ctx.actor.projectId, mentions: ids, since: new Date(earliest - slackMs) };
  const runs = await ctx.ports.jobEngine.listRuns(filter, { first: most }).then(
    (page) => page.runs,
    (error: unknown) => {
      if (isDomainError(error) && error.code === "blocked") return [];
      throw error;
    },
  );
  return tasks.map(({ id }) => runs.find(({ about }) => about.taskId === id) ?? null);
}

/** The whole of a run that the actor was shown already. */
export async function loadHistory({ ports }: Ctx, run: JobRun): Promise<JobHistory> {
  if ("steps" in run) return run as JobHistory;
  const history = await ports.jobEngine.getRun(run.id);
  // Its retention may have ended meanwhile.
  if (!history) throw notFound("job_run", run.id);
  return history;
}
