import { type Instance, instances, tasks } from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { CommandCall } from "../kernel/verb.ts";
import { taskSettled } from "./events.ts";
import { logTask, tellInstance } from "./feeds.ts";

/** OPS-05: nothing of a locked instance runs any more, so its rows go too. Ends the task that deletes it. */
export async function removeInstance({ tx, emit, now }: CommandCall, instance: Instance): Promise<void> {
  if (instance.taskId) {
    const ended = { state: "succeeded" as const, endedAt: now() };
    const [task] = await tx.update(tasks).set(ended).where(eq(tasks.id, instance.taskId)).returning();
    await logTask(tx, task!, "info", "Done: nothing of it is left");
    await emit(taskSettled, { taskId: instance.taskId });
  }
  await tellInstance(tx, instance, { ready: 0, wanted: 0 }, true);
  await tx.delete(instances).where(eq(instances.id, instance.id));
}
