import { type Instance, instances, type Task, tasks } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { taskSettled } from "./events.ts";
import { logTask } from "./feeds.ts";
import { cameTrue, judgeable, nothingLeft, placesOf, upToDate } from "./judgement.ts";
import { failTask, succeedTask, whyNot } from "./outcome.ts";
import { removeInstance } from "./remove-instance.ts";
import { type Wish, wishFor } from "./wishes.ts";

const ofTask = { taskId: z.string() };

/** The task and its instance, locked; null when the task is over, superseded, or its instance gone. */
async function openTask(
  { tx, actor }: CommandCall,
  taskId: string,
): Promise<{ task: Task; instance: Instance } | null> {
  const thisTask = and(eq(tasks.id, taskId), eq(tasks.projectId, actor.projectId));
  const [named] = await tx.select({ instanceId: tasks.instanceId }).from(tasks).where(thisTask);
  if (!named) return null;
  const [instance] = await tx.select().from(instances).where(eq(instances.id, named.instanceId)).for("update");
  if (instance?.taskId !== taskId) return null;
  // Read under the lock: a step that runs twice at once sees what the first one did.
  const [task] = await tx.select().from(tasks).where(thisTask);
  return task?.state === "running" ? { task, instance } : null;
}

function wishOf({ kind }: Task, { revision, replicas, deploySystem }: Instance): Wish {
  if (kind === "stop") return { wish: "stopped" };
  if (kind === "delete") return { wish: "deleted" };
  if (kind === "scale") return { replicas };
  if (kind === "restart") return { restart: true };
  if (kind === "start") return { wish: "running" };
  return { wish: "running", revision, ...(deploySystem === "container" && { replicas }) };
}

/** Writes the wish of a task, or of its reversal, for its agents. Done once, however often it is called. */
export const applyTask = defineCommand({
  name: "applyTask",
  title: "Write the wish of a task",
  action: "servicestage:app:modify",
  input: z.object(ofTask),
  on: ["task", "taskId"],
  async run(call, { taskId }) {
    const { tx, emit } = call;
    const open = await openTask(call, taskId);
    // The outcome may have come while nobody was waiting for it: say it again.
    const over = !open || (open.task.applied && judgeable(await placesOf(tx, open.instance)));
    if (over) await emit(taskSettled, { taskId });
    if (!open || open.task.applied) return { wished: false };
    const { task, instance } = open;
    await wishFor(tx, instance.id, wishOf(task, instance));
    await tx.update(tasks).set({ applied: true, updatedAt: call.now() }).where(eq(tasks.id, taskId));
    await logTask(tx, task, "info", "The wish is handed to the agents");
    return { wished: true };
  },
});

/**
 * Ends a task by what its agents observed, or takes an upgrade back that did not become ready; `left` is how many of its
 * `seconds` remain when it is not over. Done once, however often it is called.
 */
export const concludeTask = defineCommand({
  name: "concludeTask",
  title: "Judge a task by what was observed",
  action: "servicestage:app:modify",
  input: z.object({ ...ofTask, seconds: z.int() }),
  on: ["task", "taskId"],
  async run(call, { taskId, seconds }): Promise<{ over: boolean; left: number }> {
    const over = { over: true, left: 0 };
    const open = await openTask(call, taskId);
    if (!open) return over;
    const { task, instance } = open;
    // Judged before, and its reversal is still to be wished: what was observed is about the wish before.
    if (!task.applied) return { over: false, left: seconds };
    const places = await placesOf(call.tx, instance);
    if (task.kind === "delete" ? nothingLeft(places) : places.every(cameTrue)) {
      if (task.kind === "delete") await removeInstance(call, instance);
      else await succeedTask(call, task, instance);
      return over;
    }
    // The task was last touched when its wish was written.
    const left = Math.ceil(seconds - (call.now().getTime() - task.updatedAt.getTime()) / 1000);
    // Woken by what was said of an earlier wish: neither a success nor a failure of this one.
    if (!judgeable(places) && left > 0) return { over: false, left };
    const failure =
      places.find((one) => one.failure !== null && upToDate(one))?.failure ??
      (await whyNot(call.tx, instance, seconds));
    if (task.kind === "delete") {
      // The wish stands. Whenever the agent comes back, its report that nothing is left ends the task.
      await logTask(call.tx, task, "warning", failure);
      return over;
    }
    return (await failTask(call, task, instance, failure)) ? { over: false, left: seconds } : over;
  },
});

/** Ends a task whose workflow was cancelled: nothing judges it any more. Its wish stands, and is not taken back. */
export const abandonTask = defineCommand({
  name: "abandonTask",
  title: "End a task that nobody sees through any more",
  action: "servicestage:app:modify",
  input: z.object({ ...ofTask, reason: z.string() }),
  on: ["task", "taskId"],
  async run(call, { taskId, reason }): Promise<{ ended: boolean }> {
    const open = await openTask(call, taskId);
    // Without a version to return to it fails at once.
    if (open) await failTask(call, { ...open.task, fromRevision: null }, open.instance, reason);
    return { ended: open !== null };
  },
});
