import { logLines, logPositions, replicas, type Tx, workloads } from "@flyloft/db";
import { and, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import { channels, wake } from "../deployments/index.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { machineTraffic, ownAgent } from "./own-agent.ts";
import { logBatch, type LogChunk } from "./protocol.ts";
import { withoutNul } from "./without-nul.ts";

/** Lines of log files. A chunk at or before the place that was reached is a repetition and is dropped. */
export const recordLogs = defineCommand({
  name: "recordLogs",
  title: "Ship log lines",
  action: "servicestage:agent:report",
  exempt: machineTraffic,
  input: z.object({ agentId: idOf("the agent"), ...logBatch.shape }),
  on: ["agent", "agentId"],
  async run({ tx, actor }, input): Promise<null> {
    const { agentId, chunks } = withoutNul(input);
    await ownAgent(tx, actor, agentId);
    if (chunks.length === 0) return null;
    const rows = await tx
      .select()
      .from(workloads)
      .where(and(eq(workloads.agentId, agentId), inArray(workloads.id, named(chunks))));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const ownerOf = await ownersOf(tx, chunks);
    for (const { workloadId, replicaId, file, offset, lines } of chunks) {
      const row = byId.get(workloadId);
      // A process of another place writes its own log.
      if (!row || (ownerOf.get(replicaId) ?? workloadId) !== workloadId) continue;
      const { projectId, instanceId } = row;
      const [fresh] = await tx
        .insert(logPositions)
        .values({ instanceId, replicaId, file, chunkOffset: offset })
        .onConflictDoUpdate({
          target: [logPositions.instanceId, logPositions.replicaId, logPositions.file],
          set: { chunkOffset: offset },
          setWhere: lt(logPositions.chunkOffset, offset),
        })
        .returning();
      if (!fresh) continue;
      const place = { projectId, instanceId, replicaId, file };
      await tx.insert(logLines).values(lines.map(({ at, text }) => ({ ...place, at: new Date(at), text })));
    }
    await wake(tx, channels.runLog);
    return null;
  },
});

const named = (chunks: readonly LogChunk[]) => [...new Set(chunks.map(({ workloadId }) => workloadId))];

/** The workload of each process that is known. */
async function ownersOf(tx: Tx, chunks: readonly LogChunk[]): Promise<Map<string, string>> {
  const ids = [...new Set(chunks.map(({ replicaId }) => replicaId))];
  const rows = await tx
    .select({ id: replicas.id, workloadId: replicas.workloadId })
    .from(replicas)
    .where(inArray(replicas.id, ids));
  return new Map(rows.map(({ id, workloadId }) => [id, workloadId]));
}
