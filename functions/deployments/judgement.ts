import { type Db, type Instance, type Tx, type WorkloadRow, workloads } from "@flyloft/db";
import { eq } from "drizzle-orm";

/** Where an instance runs: the wishes, and what was last said of each. */
export const placesOf = (db: Db | Tx, { id }: Pick<Instance, "id">): Promise<WorkloadRow[]> =>
  db.select().from(workloads).where(eq(workloads.instanceId, id));

export const upToDate = (place: WorkloadRow): boolean => place.observedGeneration === place.generation;

/** Whether the present wish came true; a deletion only when nothing is left. */
export const cameTrue = (place: WorkloadRow): boolean =>
  upToDate(place) && (place.wish === "deleted" ? place.gone : place.settled);

/** Whether a deletion is complete everywhere. */
export const nothingLeft = (places: readonly WorkloadRow[]): boolean => places.every(({ gone }) => gone);

/** Whether every place has said what became of the present wish: it came true, or it cannot. */
export const judgeable = (places: readonly WorkloadRow[]): boolean =>
  places.every((place) => cameTrue(place) || (upToDate(place) && place.failure !== null));
