import { type Db, instances } from "@flyloft/db";
import { and, isNotNull, sum } from "drizzle-orm";

/** Instances that may come to each engine by what is being deployed at the moment: these are taken in beyond its quota (DEP-09). */
export async function instancesUnderWay(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .select({ engineId: instances.engineId, replicas: sum(instances.replicas) })
    .from(instances)
    .where(and(isNotNull(instances.engineId), isNotNull(instances.taskId)))
    .groupBy(instances.engineId);
  return new Map(rows.map(({ engineId, replicas }) => [engineId!, Number(replicas)]));
}
