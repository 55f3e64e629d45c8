import {
  accesses,
  instanceEvents,
  instances,
  type Instance,
  replicas,
  tasks,
  type Tx,
  type WorkloadRow,
  workloads,
} from "@flyloft/db";
import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import {
  channels,
  judgeable,
  logTask,
  observedReadiness,
  taskSettled,
  tellInstance,
  wake,
} from "../deployments/index.ts";
import { idOf } from "../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { machineTraffic, ownAgent } from "./own-agent.ts";
import { type AgentEvent, type Observation, report } from "./protocol.ts";

/** What an agent saw. Reports of one agent come one after another; each says all there is of its workloads. */
export const recordObservations = defineCommand({
  name: "recordObservations",
  title: "Report what runs",
  action: "servicestage:agent:report",
  exempt: machineTraffic,
  input: z.object({ agentId: idOf("the agent"), ...report.shape }),
  on: ["agent", "agentId"],
  async run(call, { agentId, observations, events }): Promise<null> {
    const { tx, actor } = call;
    await ownAgent(tx, actor, agentId);
    const named = [...new Set([...observations, ...events].map(({ workloadId }) => workloadId))];
    if (named.length === 0) return null;
    // Instances first, in order: those who change an instance lock it before its workloads too.
    const mine = and(eq(workloads.agentId, agentId), inArray(workloads.id, named));
    const held = await tx
      .select()
      .from(instances)
      .where(inArray(instances.id, tx.select({ id: workloads.instanceId }).from(workloads).where(mine)))
      .orderBy(asc(instances.id))
      .for("update");
    const rows = await tx.select().from(workloads).where(mine).orderBy(asc(workloads.id)).for("update");
    const byId = new Map(rows.map((row) => [row.id, row]));
    await noteEvents(tx, agentId, events, byId);
    for (const observation of observations) {
      const row = byId.get(observation.workloadId);
      if (row) await take(tx, row, observation);
    }
    const touched = new Set(observations.map(({ workloadId }) => byId.get(workloadId)?.instanceId));
    for (const instance of held) if (touched.has(instance.id)) await follow(call, instance);
    return null;
  },
});

async function noteEvents(tx: Tx, agentId: string, events: readonly AgentEvent[], byId: Map<string, WorkloadRow>) {
  const known = events.flatMap(({ id, workloadId, at, ...event }) => {
    const row = byId.get(workloadId);
    return row
      ? [
          {
            ...event,
            externalId: `${agentId}/${id}`,
            projectId: row.projectId,
            instanceId: row.instanceId,
            at: new Date(at),
          },
        ]
      : [];
  });
  if (known.length > 0) await tx.insert(instanceEvents).values(known).onConflictDoNothing();
}

async function take(tx: Tx, row: WorkloadRow, seen: Observation) {
  await tx
    .update(workloads)
    .set({
      observedGeneration: seen.generation,
      settled: seen.settled,
      failure: seen.failure,
      gone: row.wish === "deleted" && seen.gone,
      updatedAt: new Date(),
    })
    .where(eq(workloads.id, row.id));
  const ids = seen.replicas.map(({ id }) => id);
  await tx
    .delete(replicas)
    .where(and(eq(replicas.workloadId, row.id), ids.length > 0 ? notInArray(replicas.id, ids) : undefined));
  if (ids.length > 0) {
    const { projectId, instanceId } = row;
    await tx
      .insert(replicas)
      .values(
        seen.replicas.map((one) => ({
          ...one,
          projectId,
          instanceId,
          workloadId: row.id,
          startedAt: one.startedAt ? new Date(one.startedAt) : null,
        })),
      )
      .onConflictDoUpdate({
        target: replicas.id,
        set: Object.fromEntries(
          ["revision", "state", "ready", "pid", "port", "restarts", "started_at", "message"].map((column) => [
            column === "started_at" ? "startedAt" : column,
            sql.raw(`excluded.${column}`),
          ]),
        ),
        // An id that another agent made up first stays that agent's.
        setWhere: eq(replicas.workloadId, row.id),
      });
  }
  for (const { id, address } of seen.accesses) {
    await tx
      .update(accesses)
      .set({ addresses: sql`(${accesses.addresses}::jsonb || ${JSON.stringify({ [row.id]: address })}::jsonb)::json` })
      .where(
        and(
          eq(accesses.id, id),
          eq(accesses.instanceId, row.instanceId),
          sql`${accesses.addresses} ->> ${row.id} is distinct from ${address}`,
        ),
      );
  }
}

/** Draws the conclusions for one instance: it is gone, its task can be judged, or its state has changed by itself. */
async function follow(call: CommandCall, instance: Instance) {
  const { tx, emit, now } = call;
  const places = await tx.select().from(workloads).where(eq(workloads.instanceId, instance.id));
  if (instance.state === "deleting" && places.every(({ gone }) => gone)) return remove(call, instance);

  const seen = await observedReadiness(tx, instance.id);
  if (instance.taskId) {
    if (judgeable(places)) await emit(taskSettled, { taskId: instance.taskId });
    await tellInstance(tx, instance, seen);
    return;
  }
  if (!["running", "not_ready", "abnormal"].includes(instance.state)) return;
  const state =
    seen.ready >= seen.wanted
      ? ("running" as const)
      : seen.ready === 0
        ? ("not_ready" as const)
        : ("abnormal" as const);
  const failure = state === "running" ? null : (seen.message ?? instance.failure);
  if (state === instance.state && failure === instance.failure) return wake(tx, channels.instances);
  const [moved] = await tx
    .update(instances)
    .set({ state, failure, updatedAt: now() })
    .where(eq(instances.id, instance.id))
    .returning();
  await tellInstance(tx, moved!, seen);
}

/** OPS-05: nothing of it runs any more, so its rows go too. */
async function remove({ tx, emit, now }: CommandCall, instance: Instance) {
  if (instance.taskId) {
    const [task] = await tx
      .update(tasks)
      .set({ state: "succeeded", endedAt: now() })
      .where(eq(tasks.id, instance.taskId))
      .returning();
    await logTask(tx, task!, "info", "Done: nothing of it is left");
    await emit(taskSettled, { taskId: instance.taskId });
  }
  await tellInstance(tx, instance, { ready: 0, wanted: 0 }, true);
  await tx.delete(instances).where(eq(instances.id, instance.id));
}
