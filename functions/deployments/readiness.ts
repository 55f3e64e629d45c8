import { replicas, type Tx, workloads } from "@flyloft/db";
import { eq } from "drizzle-orm";

/** What was last seen of an instance: how many are ready, how many there should be, and what the others say. */
export async function observedReadiness(tx: Tx, instanceId: string) {
  const [places, seen] = [
    await tx.select().from(workloads).where(eq(workloads.instanceId, instanceId)),
    await tx.select().from(replicas).where(eq(replicas.instanceId, instanceId)),
  ];
  const wanted = places.reduce((sum, place) => sum + (place.wish === "running" ? place.replicas : 0), 0);
  const current = new Map(places.map((place) => [place.id, place.revision]));
  const upToDate = seen.filter((one) => current.get(one.workloadId) === one.revision);
  return {
    ready: seen.filter((one) => one.ready).length,
    wanted,
    message: upToDate.find((one) => !one.ready && one.message)?.message ?? null,
    heard: places.every((place) => place.observedGeneration === place.generation),
  };
}
