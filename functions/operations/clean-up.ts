import {
  apiTokens,
  failedAttempts,
  idempotencyKeys,
  instanceChanges,
  instanceEvents,
  instances,
  logLines,
  logPositions,
  sessions,
  taskLog,
  tasks,
  usedNonces,
} from "@flyloft/db";
import { eq, inArray, lt, notExists, or, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Ctx } from "../kernel/context.ts";

type Given = Pick<Ctx, "db" | "now">;
const day = 86_400_000;
/** LIM-22, LIM-29: logs, events and finished tasks are kept this long. */
const keptFor = 30 * day;
const batch = 5000;

/** Removes rows in small statements, so that nobody waits behind a large one; answers how many went. */
async function removeInBatches({ db }: Given, table: PgTable, key: PgColumn, where: SQL | undefined): Promise<number> {
  for (let removed = 0; ; removed += batch) {
    const some = db.select({ key }).from(table).where(where).limit(batch);
    const gone = await db.delete(table).where(inArray(key, some)).returning({ key });
    if (gone.length < batch) return removed + gone.length;
  }
}

const ofNoInstance = ({ db }: Given, column: PgColumn) =>
  notExists(db.select({ id: instances.id }).from(instances).where(eq(instances.id, column)));

/** What proves or answers nothing any more: spent nonces, sessions that are over, answers of yesterday. */
export async function forgetSpentProofs(given: Given): Promise<number> {
  const now = given.now();
  const yesterday = new Date(now.getTime() - day);
  await given.db.delete(usedNonces).where(lt(usedNonces.expiresAt, now));
  await given.db.delete(idempotencyKeys).where(lt(idempotencyKeys.at, yesterday));
  await given.db.delete(failedAttempts).where(lt(failedAttempts.lastAt, yesterday));
  const longAgo = new Date(now.getTime() - keptFor);
  await given.db.delete(apiTokens).where(or(lt(apiTokens.expiresAt, longAgo), lt(apiTokens.revokedAt, longAgo)));
  return removeInBatches(
    given,
    sessions,
    sessions.id,
    or(lt(sessions.expiresAt, yesterday), lt(sessions.endedAt, yesterday)),
  );
}

/** Run logs that are too old, or whose instance is gone (OPS-05). */
export async function forgetOldLogs(given: Given): Promise<number> {
  const old = new Date(given.now().getTime() - keptFor);
  await given.db.delete(logPositions).where(ofNoInstance(given, logPositions.instanceId));
  return removeInBatches(
    given,
    logLines,
    logLines.seq,
    or(lt(logLines.at, old), ofNoInstance(given, logLines.instanceId)),
  );
}

/** Events, state changes and finished tasks that are too old; events of what is gone. */
export async function forgetOldHistory(given: Given): Promise<number> {
  const old = new Date(given.now().getTime() - keptFor);
  const events = await removeInBatches(
    given,
    instanceEvents,
    instanceEvents.seq,
    or(lt(instanceEvents.at, old), ofNoInstance(given, instanceEvents.instanceId)),
  );
  const changes = await removeInBatches(given, instanceChanges, instanceChanges.seq, lt(instanceChanges.at, old));
  await removeInBatches(given, taskLog, taskLog.seq, lt(taskLog.at, old));
  return events + changes + (await removeInBatches(given, tasks, tasks.id, lt(tasks.endedAt, old)));
}
