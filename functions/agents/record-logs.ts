import { logLines, logPositions, workloads } from "@flyloft/db";
import { and, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import { channels, wake } from "../deployments/index.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { machineTraffic, ownAgent } from "./own-agent.ts";
import { logBatch } from "./protocol.ts";

/** Lines of log files. A chunk at or before the place that was reached is a repetition and is dropped. */
export const recordLogs = defineCommand({
  name: "recordLogs",
  title: "Ship log lines",
  action: "servicestage:agent:report",
  exempt: machineTraffic,
  input: z.object({ agentId: idOf("the agent"), ...logBatch.shape }),
  on: ["agent", "agentId"],
  async run({ tx, actor }, { agentId, chunks }): Promise<null> {
    await ownAgent(tx, actor, agentId);
    const named = [...new Set(chunks.map(({ workloadId }) => workloadId))];
    if (named.length === 0) return null;
    const rows = await tx
      .select()
      .from(workloads)
      .where(and(eq(workloads.agentId, agentId), inArray(workloads.id, named)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { workloadId, replicaId, file, offset, lines } of chunks) {
      const row = byId.get(workloadId);
      if (!row) continue;
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
      // PostgreSQL's text knows no NUL.
      await tx
        .insert(logLines)
        .values(
          lines.map(({ at, text }) => ({
            projectId,
            instanceId,
            replicaId,
            file,
            at: new Date(at),
            text: text.replaceAll("\0", "\ufffd"),
          })),
        );
    }
    await wake(tx, channels.runLog);
    return null;
  },
});
