import {
  type Instance,
  instances,
  revisions,
  type Task,
  tasks,
  type Tx,
  type WorkloadRow,
  workloads,
} from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { defineCommand } from "../kernel/verb.ts";
import { taskSettled } from "./events.ts";
import { logTask, noteEvent, tellInstance } from "./feeds.ts";
import { observedReadiness } from "./readiness.ts";
import { lockInstance } from "./tasks.ts";
import { type Wish, wishFor } from "./wishes.ts";

const ofTask = { taskId: z.string() };

/** The task and its instance, locked; null when the task is over, superseded, or its instance gone. */
async function openTask(
  call: { tx: Tx; actor: { projectId: string } },
  taskId: string,
): Promise<{ task: Task; instance: Instance } | null> {
  const [task] = await call.tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.projectId, call.actor.projectId)));
  if (task?.state !== "running") return null;
  const instance = await lockInstance(call as never, task.instanceId).catch(() => null);
  return instance?.taskId === taskId ? { task, instance } : null;
}

const wishOf = (task: Task, instance: Instance): Wish => {
  switch (task.kind) {
    case "stop":
      return { wish: "stopped" };
    case "delete":
      return { wish: "deleted" };
    case "scale":
      return { replicas: instance.replicas };
    case "restart":
      return { restart: true };
    case "start":
      return { wish: "running" };
    default:
      return {
        wish: "running",
        revision: instance.revision,
        ...(instance.deploySystem === "container" && { replicas: instance.replicas }),
      };
  }
};

/** Writes the wish of a task, or of its reversal, for its agents. Done once, however often it is called. */
export const applyTask = defineCommand({
  name: "applyTask",
  title: "Write the wish of a task",
  action: "servicestage:app:modify",
  input: z.object(ofTask),
  on: ["task", "taskId"],
  async run(call, { taskId }) {
    const open = await openTask(call, taskId);
    if (!open) return { wished: false };
    if (open.task.applied) {
      // The outcome may have come while nobody was waiting for it: say it again.
      if (judgeable(await placesOf(call.tx, open.instance))) await call.emit(taskSettled, { taskId });
      return { wished: false };
    }
    await wishFor(call.tx, open.instance.id, wishOf(open.task, open.instance));
    await call.tx.update(tasks).set({ applied: true }).where(eq(tasks.id, taskId));
    await logTask(call.tx, open.task, "info", "The wish is handed to the agents");
    return { wished: true };
  },
});

const placesOf = (tx: Tx, { id }: Instance) => tx.select().from(workloads).where(eq(workloads.instanceId, id));
const upToDate = (row: WorkloadRow) => row.observedGeneration === row.generation;
const settledAll = (rows: WorkloadRow[]) => rows.every((row) => row.settled && upToDate(row));

/** Whether every place has said what became of the present wish: it came true, or it cannot. */
export const judgeable = (rows: WorkloadRow[]) =>
  rows.every((row) => upToDate(row) && (row.settled || row.failure !== null));

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
    const open = await openTask(call, taskId);
    if (!open) return { over: true, left: 0 };
    const { task, instance } = open;
    const rows = await placesOf(call.tx, instance);
    if (settledAll(rows)) {
      await succeed(call, task, instance);
      return { over: true, left: 0 };
    }
    // The task was last touched when its wish was written.
    const left = Math.ceil(seconds - (call.now().getTime() - task.updatedAt.getTime()) / 1000);
    // Woken by what was said of an earlier wish: neither a success nor a failure of this one.
    if (!judgeable(rows) && left > 0) return { over: false, left };
    const failure =
      rows.find((row) => row.failure !== null && upToDate(row))?.failure ?? (await whyNot(call.tx, instance, seconds));
    if (task.kind === "delete") {
      await logTask(call.tx, task, "warning", failure);
      return { over: false, left: seconds };
    }
    return { over: !(await fail(call, task, instance, failure)), left: seconds };
  },
});

type Call = Parameters<Parameters<typeof defineCommand>[0]["run"]>[0];

async function succeed({ tx, now, newId }: Call, task: Task, instance: Instance) {
  const reverted = task.reverting;
  const state = task.kind === "stop" ? ("stopped" as const) : ("running" as const);
  await tx
    .update(tasks)
    .set({ state: reverted ? "failed" : "succeeded", failure: reverted, endedAt: now() })
    .where(eq(tasks.id, task.id));
  const [moved] = await tx
    .update(instances)
    .set({ state, taskId: null, failure: null, updatedAt: now() })
    .where(eq(instances.id, instance.id))
    .returning();
  if (state === "running") {
    await tx
      .update(revisions)
      .set({ proven: true })
      .where(and(eq(revisions.instanceId, instance.id), eq(revisions.number, instance.revision)));
  }
  await logTask(
    tx,
    task,
    reverted ? "warning" : "info",
    reverted ? `Version ${instance.version} serves as before` : "Done: everything is as wished",
  );
  if (reverted)
    await noteEvent(
      tx,
      newId,
      instance,
      "alarm",
      "UpgradeTakenBack",
      `The upgrade was taken back to version ${instance.version}: ${reverted}`,
    );
  await tellInstance(tx, moved!, await observedReadiness(tx, instance.id));
}

/** True when the task goes on, because the former version is being restored. */
async function fail({ tx, now, newId }: Call, task: Task, instance: Instance, failure: string): Promise<boolean> {
  const former = !task.reverting && task.fromRevision ? await formerVersion(tx, instance, task.fromRevision) : null;
  if (former) {
    const replicas = task.fromReplicas ?? instance.replicas;
    // The wish itself is written by the next step, when somebody waits for its outcome already.
    await tx.update(tasks).set({ reverting: failure, applied: false }).where(eq(tasks.id, task.id));
    await tx
      .update(instances)
      .set({ revision: former.number, version: former.version, replicas, updatedAt: now() })
      .where(eq(instances.id, instance.id));
    await logTask(tx, task, "error", `Version ${instance.version} did not become ready: ${failure}`);
    await logTask(tx, task, "info", `Returning to version ${former.version}`);
    return true;
  }
  const seen = await observedReadiness(tx, instance.id);
  const state = task.kind === "stop" || seen.ready > 0 ? ("abnormal" as const) : ("not_ready" as const);
  await tx
    .update(tasks)
    .set({ state: "failed", failure: task.reverting ?? failure, endedAt: now() })
    .where(eq(tasks.id, task.id));
  const [moved] = await tx
    .update(instances)
    .set({ state, failure, taskId: null, updatedAt: now() })
    .where(eq(instances.id, instance.id))
    .returning();
  await logTask(tx, task, "error", failure);
  await noteEvent(tx, newId, instance, "alarm", "NotReady", failure);
  await tellInstance(tx, moved!, seen);
  return false;
}

/** The version to return to: one that has served. Under the same number it counts as overwritten (OPS-03). */
async function formerVersion(tx: Tx, instance: Instance, number: number) {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.instanceId, instance.id), eq(revisions.number, number)));
  return row?.proven && row.version !== instance.version ? row : null;
}

async function whyNot(tx: Tx, instance: Instance, seconds: number): Promise<string> {
  const { ready, wanted, message, heard } = await observedReadiness(tx, instance.id);
  if (!heard) return `The agent has not answered within ${seconds} s: check that it runs and reaches the platform`;
  return `${ready} of ${wanted} became ready within ${seconds} s${message ? `: ${message}` : ""}`;
}
