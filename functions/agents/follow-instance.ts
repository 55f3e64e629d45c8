import { type Instance, instances, type InstanceState } from "@flyloft/db";
import { eq } from "drizzle-orm";
import {
  cameTrue,
  judgeable,
  markProven,
  nothingLeft,
  observedReadiness,
  placesOf,
  removeInstance,
  taskSettled,
  tellInstance,
} from "../deployments/index.ts";
import type { CommandCall } from "../kernel/verb.ts";

const followed: readonly InstanceState[] = ["running", "not_ready", "abnormal"];
const stateOf = ({ ready, wanted }: { ready: number; wanted: number }) =>
  ready >= wanted ? ("running" as const) : ready === 0 ? ("not_ready" as const) : ("abnormal" as const);

/** Draws the conclusions of a report for one locked instance: it is gone, its task can be judged, or its state has changed by itself. */
export async function followInstance(call: CommandCall, instance: Instance, { addressed }: { addressed: boolean }) {
  const { tx, emit, now } = call;
  const places = await placesOf(tx, instance);
  if (instance.state === "deleting" && nothingLeft(places)) return removeInstance(call, instance);

  const seen = await observedReadiness(tx, instance.id);
  if (instance.taskId) {
    if (judgeable(places)) await emit(taskSettled, { taskId: instance.taskId });
    return tellInstance(tx, instance, seen);
  }
  if (!followed.includes(instance.state)) return;
  const state = stateOf(seen);
  const failure = state === "running" ? null : (seen.message ?? instance.failure);
  if (state === instance.state && failure === instance.failure)
    return addressed ? tellInstance(tx, instance, seen) : undefined;
  const [moved] = await tx
    .update(instances)
    .set({ state, failure, updatedAt: now() })
    .where(eq(instances.id, instance.id))
    .returning();
  if (state === "running" && places.every(cameTrue)) await markProven(tx, instance);
  await tellInstance(tx, moved!, seen);
}
