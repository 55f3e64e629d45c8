import { instanceChanges, instanceEvents, type Instance, taskLog, type Task, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import type { Ctx } from "../kernel/context.ts";

export const channels = {
  instances: "instances",
  taskLog: "task_log",
  runLog: "run_log",
  agents: "agent_changes",
} as const;

export const wake = (tx: Tx, channel: string) => tx.execute(sql`select pg_notify(${channel}, '')`);

/** What an instance lies in: what policies say of that holds for all that is told of the instance. */
export const whereabouts = ({ componentId, applicationId, environmentId }: Instance) => ({
  componentId,
  applicationId,
  environmentId,
});

/** Tells those who watch what an instance looks like now; a deleted one is told with no state. */
export async function tellInstance(
  tx: Tx,
  instance: Instance,
  seen: { ready: number; wanted: number } | null,
  gone = false,
) {
  const { projectId, id: instanceId, state, failure, version, replicas } = instance;
  await tx.insert(instanceChanges).values({
    projectId,
    instanceId,
    ...whereabouts(instance),
    state: gone ? null : state,
    failure,
    version,
    ready: seen?.ready ?? null,
    wanted: seen?.wanted ?? replicas,
  });
  await wake(tx, channels.instances);
}

export type Level = "info" | "warning" | "error";

/** A line of a task's log (DEP-18). */
export async function logTask(tx: Tx, task: Pick<Task, "id" | "projectId">, level: Level, message: string) {
  await tx.insert(taskLog).values({ projectId: task.projectId, taskId: task.id, level, message });
  await wake(tx, channels.taskLog);
}

/** An event of the platform's own about an instance (OPS-07). */
export async function noteEvent(
  tx: Tx,
  newId: Ctx["newId"],
  instance: Pick<Instance, "id" | "projectId">,
  type: "normal" | "alarm",
  reason: string,
  message: string,
) {
  await tx.insert(instanceEvents).values({
    externalId: newId("task"),
    projectId: instance.projectId,
    instanceId: instance.id,
    replicaId: null,
    type,
    reason,
    message,
  });
}
