import { instances, type Tx, type WorkloadRow, instanceEvents, workloads } from "@flyloft/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { followInstance } from "./follow-instance.ts";
import { machineTraffic, ownAgent } from "./own-agent.ts";
import { type AgentEvent, report } from "./protocol.ts";
import { takeObservation } from "./take-observation.ts";
import { withoutNul } from "./without-nul.ts";

/** What an agent saw. Reports of one agent come one after another; each says all there is of its workloads. */
export const recordObservations = defineCommand({
  name: "recordObservations",
  title: "Report what runs",
  action: "servicestage:agent:report",
  exempt: machineTraffic,
  input: z.object({ agentId: idOf("the agent"), ...report.shape }),
  on: ["agent", "agentId"],
  async run(call, input): Promise<null> {
    const { tx, actor } = call;
    const { agentId, observations, events } = withoutNul(input);
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
    const news = new Map<string, { addressed: boolean }>();
    for (const observation of observations) {
      const row = byId.get(observation.workloadId);
      // What was seen of an earlier wish says nothing of this one.
      if (!row || observation.generation !== row.generation) continue;
      const addressed = await takeObservation(call, row, observation);
      news.set(row.instanceId, { addressed: addressed || (news.get(row.instanceId)?.addressed ?? false) });
    }
    for (const instance of held) {
      const told = news.get(instance.id);
      if (told) await followInstance(call, instance, told);
    }
    return null;
  },
});

async function noteEvents(tx: Tx, agentId: string, events: readonly AgentEvent[], byId: Map<string, WorkloadRow>) {
  const known = events.flatMap(({ id, workloadId, at, ...event }) => {
    const row = byId.get(workloadId);
    if (!row) return [];
    const { projectId, instanceId } = row;
    return [{ ...event, externalId: `${agentId}/${id}`, projectId, instanceId, at: new Date(at) }];
  });
  if (known.length > 0) await tx.insert(instanceEvents).values(known).onConflictDoNothing();
}
