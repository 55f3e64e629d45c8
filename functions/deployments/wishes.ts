import { agents, type Tx, type WorkloadRow, workloads } from "@flyloft/db";
import { asc, eq, sql } from "drizzle-orm";
import { channels, wake } from "./feeds.ts";

export type Wish = Partial<Pick<WorkloadRow, "revision" | "replicas" | "wish">> & { restart?: boolean };

/** The agent's counter, raised: what carries the new number lies beyond the cursor of every earlier answer. */
async function nextChange(tx: Tx, agentId: string): Promise<number> {
  const [row] = await tx
    .update(agents)
    .set({ changeSeq: sql`${agents.changeSeq} + 1` })
    .where(eq(agents.id, agentId))
    .returning({ seq: agents.changeSeq });
  return row!.seq;
}

/** Writes a new wish for every place where the instance runs; what was observed before says nothing of it. The instance must be locked. */
export async function wishFor(tx: Tx, instanceId: string, { restart, ...wish }: Wish): Promise<void> {
  const rows = await tx
    .select()
    .from(workloads)
    .where(eq(workloads.instanceId, instanceId))
    .orderBy(asc(workloads.agentId), asc(workloads.id))
    .for("update");
  for (const row of rows) {
    await tx
      .update(workloads)
      .set({
        ...wish,
        ...(restart && { restart: row.restart + 1 }),
        generation: row.generation + 1,
        changeSeq: await nextChange(tx, row.agentId),
        settled: false,
        failure: null,
      })
      .where(eq(workloads.id, row.id));
  }
  await wake(tx, channels.agents);
}

/** Gives an instance its places. No agent sees them before a first wish is written for them. */
export async function placeWorkloads(tx: Tx, rows: Omit<typeof workloads.$inferInsert, "changeSeq">[]): Promise<void> {
  await tx.insert(workloads).values(rows.map((row) => ({ ...row, changeSeq: 0 })));
}
