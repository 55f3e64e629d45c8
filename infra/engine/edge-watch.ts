import { openDatabase } from "@flyloft/db";
import {
  EngineCopy,
  EngineMemory,
  expire,
  forgetDeleted,
  planeParts,
  readOverdue,
  readWatched,
  takeWatch,
} from "@flyloft/functions/engines";

/**
 * Here nobody watches while nobody asks, which is no outage, for whoever sends heartbeats asks. The cron looks each minute: that it
 * has not for longer means that nothing could be heard.
 */
const outageSeconds = 150;
/** Minutes between two times at which deleted entries are forgotten. */
const forgetEvery = 10;

/** Removes instances of these engines whose lease has ended, where nobody has looked for some seconds. */
export async function sweep(
  db: Parameters<typeof takeWatch>[0],
  engineIds: readonly string[],
  copyOf: (engineId: string) => EngineCopy,
): Promise<void> {
  const mine = await takeWatch(db, engineIds, outageSeconds);
  for (const [engineId, instances] of await readOverdue(db, mine))
    await expire(copyOf(engineId).commit, instances, () => false);
}

/** The same for all engines that anybody has ever asked; a cron trigger does it each minute. `at` in milliseconds since 1970. */
export async function sweepAll(databaseUrl: string, at: number): Promise<void> {
  const { db, close } = openDatabase(databaseUrl);
  try {
    const engineIds = await readWatched(db);
    await sweep(db, engineIds, (id) => new EngineCopy({ memory: new EngineMemory(id, planeParts), db }));
    if (new Date(at).getMinutes() % forgetEvery === 0) for (const id of engineIds) await forgetDeleted(db, id);
  } finally {
    await close();
  }
}
