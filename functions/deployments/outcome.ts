import { type Instance, instances, revisions, type Task, tasks, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import type { CommandCall } from "../kernel/verb.ts";
import { logTask, noteEvent, tellInstance } from "./feeds.ts";
import { observedReadiness } from "./readiness.ts";
import { paceOf } from "./release-input.ts";

/** Changes a locked instance at the end of its task; answers it as it is then. */
async function settle({ tx, now }: CommandCall, { id }: Instance, change: Pick<Instance, "state" | "failure">) {
  const [moved] = await tx
    .update(instances)
    .set({ ...change, taskId: null, updatedAt: now() })
    .where(eq(instances.id, id))
    .returning();
  return moved!;
}

/** From now on this version can be returned to. */
export const markProven = (tx: Tx, { id, revision }: Pick<Instance, "id" | "revision">) =>
  tx
    .update(revisions)
    .set({ proven: true })
    .where(and(eq(revisions.instanceId, id), eq(revisions.number, revision)));

/** Ends a task whose wish came true. One that was taken back has failed all the same, and says why. */
export async function succeedTask(call: CommandCall, task: Task, instance: Instance): Promise<void> {
  const { tx, now, newId } = call;
  const why = task.reverting;
  const state = why === null ? ("succeeded" as const) : ("failed" as const);
  await tx.update(tasks).set({ state, failure: why, endedAt: now() }).where(eq(tasks.id, task.id));
  const moved = await settle(call, instance, { state: task.kind === "stop" ? "stopped" : "running", failure: null });
  if (moved.state === "running") await markProven(tx, instance);
  if (why === null) await logTask(tx, task, "info", "Done: everything is as wished");
  else {
    const { version } = instance;
    await logTask(tx, task, "warning", `Version ${version} serves as before`);
    const message = `The upgrade was taken back to version ${version}: ${why}`;
    await noteEvent(tx, newId, instance, "alarm", "UpgradeTakenBack", message);
  }
  await tellInstance(tx, moved, await observedReadiness(tx, instance.id));
}

/** True when the task goes on, because the former version is being restored. */
export async function failTask(call: CommandCall, task: Task, instance: Instance, failure: string): Promise<boolean> {
  const { tx, now, newId } = call;
  const former = task.reverting === null && task.fromRevision ? await formerVersion(tx, instance, task) : null;
  if (former) {
    const { number: revision, version, spec } = former;
    // The wish itself is written by the next step, when somebody waits for its outcome already.
    await tx.update(tasks).set({ reverting: failure, applied: false }).where(eq(tasks.id, task.id));
    await tx
      .update(instances)
      .set({ revision, version, replicas: task.fromReplicas ?? instance.replicas, ...paceOf(spec), updatedAt: now() })
      .where(eq(instances.id, instance.id));
    await logTask(tx, task, "error", `Version ${instance.version} did not become ready: ${failure}`);
    await logTask(tx, task, "info", `Returning to version ${version}`);
    return true;
  }
  const seen = await observedReadiness(tx, instance.id);
  const state = task.kind === "stop" || seen.ready > 0 ? ("abnormal" as const) : ("not_ready" as const);
  const ended = { state: "failed" as const, failure: task.reverting ?? failure, endedAt: now() };
  await tx.update(tasks).set(ended).where(eq(tasks.id, task.id));
  const moved = await settle(call, instance, { state, failure });
  await logTask(tx, task, "error", failure);
  await noteEvent(tx, newId, instance, "alarm", "NotReady", failure);
  await tellInstance(tx, moved, seen);
  return false;
}

/** The version to return to: one that has served. Under the same number it counts as overwritten (OPS-03). */
async function formerVersion(tx: Tx, { id, version }: Instance, { fromRevision }: Task) {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.instanceId, id), eq(revisions.number, fromRevision!)));
  return row?.proven && row.version !== version ? row : null;
}

/** What to say when the time is up and no agent gave a reason. */
export async function whyNot(tx: Tx, { id }: Instance, seconds: number): Promise<string> {
  const { ready, wanted, message, heard } = await observedReadiness(tx, id);
  if (!heard) return `The agent has not answered within ${seconds} s: check that it runs and reaches the platform`;
  return `${ready} of ${wanted} became ready within ${seconds} s${message ? `: ${message}` : ""}`;
}
