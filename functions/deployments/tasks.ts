import { type Instance, instances, type Task, tasks, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../kernel/context.ts";
import { conflict, notFound } from "../kernel/errors.ts";
import type { Emit } from "../kernel/event.ts";
import { taskRequested, taskSettled } from "./events.ts";
import { logTask, tellInstance, whereabouts } from "./feeds.ts";
import { during, refusalOf, type TaskKind } from "./state.ts";

export type Given = { tx: Tx; emit: Emit } & Pick<Ctx, "actor" | "now" | "newId">;

/** The instance, locked until the transaction ends: whoever changes it next sees what was done here. */
export async function lockInstance({ tx, actor }: Pick<Given, "tx" | "actor">, instanceId: string): Promise<Instance> {
  const [row] = await tx
    .select()
    .from(instances)
    .where(and(eq(instances.id, instanceId), eq(instances.projectId, actor.projectId)))
    .for("update");
  if (!row) throw notFound("instance", instanceId);
  return row;
}

/** Refuses what the state forbids. The instance must be locked. */
export function assertMay(kind: TaskKind, instance: Instance): void {
  const refusal = refusalOf(kind)(instance);
  if (refusal) throw conflict(refusal, { state: instance.state, operation: kind });
}

type Wanted = Partial<Pick<Task, "fromRevision" | "toRevision" | "fromReplicas">> & {
  deadline: number;
  change?: Partial<Instance>;
  note: string;
};

/**
 * Opens a task on a locked instance and hands it to the workflow, in the caller's transaction; answers the instance as it is
 * then. A deletion supersedes what was under way.
 */
export async function beginTask(
  given: Given,
  instance: Instance,
  kind: TaskKind,
  { deadline, change, note, ...history }: Wanted,
): Promise<Instance> {
  const { tx, emit, actor, now, newId } = given;
  if (instance.taskId) {
    await tx
      .update(tasks)
      .set({ state: "superseded", endedAt: now() })
      .where(and(eq(tasks.id, instance.taskId), eq(tasks.state, "running")));
    await emit(taskSettled, { taskId: instance.taskId });
  }
  const [task] = await tx
    .insert(tasks)
    .values({
      id: newId("task"),
      projectId: instance.projectId,
      instanceId: instance.id,
      instanceName: instance.name,
      ...whereabouts(instance),
      kind,
      startedBy: actor.name,
      ...history,
    })
    .returning();
  const [moved] = await tx
    .update(instances)
    .set({ ...change, state: during(kind), taskId: task!.id, failure: null, updatedAt: now() })
    .where(eq(instances.id, instance.id))
    .returning();
  await logTask(tx, task!, "info", note);
  await tellInstance(tx, moved!, null);
  await emit(taskRequested, { taskId: task!.id, instanceId: instance.id, deadline });
  return moved!;
}
