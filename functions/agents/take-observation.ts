import { accesses, replicas, type Tx, type WorkloadRow, workloads } from "@flyloft/db";
import { and, eq, notInArray, sql } from "drizzle-orm";
import type { CommandCall } from "../kernel/verb.ts";
import type { Observation, ReplicaObservation } from "./protocol.ts";

/** Keeps what was seen of the present wish of a locked workload; true when an address is new. */
export async function takeObservation({ tx, now }: CommandCall, row: WorkloadRow, seen: Observation): Promise<boolean> {
  const { generation, settled, failure } = seen;
  const gone = row.wish === "deleted" && seen.gone;
  await tx
    .update(workloads)
    .set({ observedGeneration: generation, settled, failure, gone, updatedAt: now() })
    .where(eq(workloads.id, row.id));
  await keepReplicas(tx, row, [...new Map(seen.replicas.map((one) => [one.id, one])).values()]);
  return keepAddresses(tx, row, seen.accesses);
}

const told = ["revision", "state", "ready", "pid", "port", "restarts", "started_at", "message"] as const;
const asTold = Object.fromEntries(
  told.map((column) => [column === "started_at" ? "startedAt" : column, sql.raw(`excluded.${column}`)]),
);

/** A report names all there are; the others are gone. */
async function keepReplicas(
  tx: Tx,
  { id: workloadId, projectId, instanceId }: WorkloadRow,
  seen: ReplicaObservation[],
) {
  const others =
    seen.length > 0
      ? notInArray(
          replicas.id,
          seen.map(({ id }) => id),
        )
      : undefined;
  await tx.delete(replicas).where(and(eq(replicas.workloadId, workloadId), others));
  if (seen.length === 0) return;
  const owner = { projectId, instanceId, workloadId };
  await tx
    .insert(replicas)
    .values(seen.map((one) => ({ ...one, ...owner, startedAt: one.startedAt ? new Date(one.startedAt) : null })))
    // An id that another workload has already stays that one's.
    .onConflictDoUpdate({ target: replicas.id, set: asTold, setWhere: eq(replicas.workloadId, workloadId) });
}

async function keepAddresses(tx: Tx, { id, instanceId }: WorkloadRow, seen: Observation["accesses"]): Promise<boolean> {
  let news = false;
  for (const { id: accessId, address } of seen) {
    const here = JSON.stringify({ [id]: address });
    const changed = await tx
      .update(accesses)
      .set({ addresses: sql`(${accesses.addresses}::jsonb || ${here}::jsonb)::json` })
      .where(
        and(
          eq(accesses.id, accessId),
          eq(accesses.instanceId, instanceId),
          sql`${accesses.addresses} ->> ${id} is distinct from ${address}`,
        ),
      )
      .returning({ id: accesses.id });
    news ||= changed.length > 0;
  }
  return news;
}
