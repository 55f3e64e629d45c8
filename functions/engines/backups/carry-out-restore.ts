import {
  type Db,
  engineBackups,
  engineEntries,
  engineRestores,
  engineRevisions,
  engines,
  restoredEntries,
  type Tx,
} from "@flyloft/db";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type CommandCall, defineCommand, defineEffect } from "../../kernel/verb.ts";
import { rootName } from "../accounts/account.ts";
import { emptyTally, type ItemTally, tallyKey } from "../config/items/item.ts";
import { logOperation } from "../life/feeds.ts";
import { migrateEntries } from "../life/migrate-entries.ts";
import { failOperation, type Open, openOperation, succeedOperation } from "../life/operations.ts";
import { entriesChannel, holdRevision } from "../store/entries.ts";
import { BackupDamaged, type Line, readParts } from "./backup-parts.ts";

const input = z.object({ operationId: z.string() });
const on = ["operation", "operationId"] as const;
const action = "cse:engine:create";
const batch = 1_000;

/** Reads a backup into a place beside what the engine holds. Answers what is wrong with it; that is not tried again. */
export const readBackup = defineEffect({
  name: "readBackup",
  title: "Read a backup from object storage",
  action,
  input,
  on,
  exempt: "a step of a restore; its beginning is in the trail",
  async run({ db, ports, actor }, { operationId }): Promise<{ damage: string | null }> {
    const [row] = await db
      .select({ restoreId: engineRestores.id, backup: engineBackups })
      .from(engines)
      .innerJoin(engineRestores, and(eq(engineRestores.engineId, engines.id), eq(engineRestores.state, "running")))
      .innerJoin(engineBackups, eq(engineBackups.id, engineRestores.backupId))
      .where(and(eq(engines.operationId, operationId), eq(engines.projectId, actor.projectId)));
    if (!row) return { damage: null };
    try {
      for await (const lines of readParts(ports.blobs, row.backup))
        for (let i = 0; i < lines.length; i += batch) await put(db, row.restoreId, lines.slice(i, i + batch));
      return { damage: null };
    } catch (error) {
      if (error instanceof BackupDamaged) return { damage: error.message };
      throw error;
    }
  },
});

const put = (db: Db, restoreId: string, lines: Line[]) =>
  db
    .insert(restoredEntries)
    .values(lines.map((line) => ({ restoreId, ...line })))
    .onConflictDoNothing();

/**
 * What was read becomes what the engine holds, at once and as its next revision: every copy reads it as it reads any change.
 * Instances have the whole of their lease again.
 */
export const replaceEntries = defineCommand({
  name: "replaceEntries",
  title: "Let an engine hold what a restore has read",
  action,
  input,
  on,
  async run(call, { operationId }) {
    const open = await openOperation(call, operationId);
    if (!open) return;
    const { tx, now } = call;
    const { operation, engine } = open;
    const { restoreId } = operation.wish;
    const [backup] = await tx
      .select({ format: engineBackups.format })
      .from(engineBackups)
      .innerJoin(engineRestores, eq(engineRestores.backupId, engineBackups.id))
      .where(eq(engineRestores.id, restoreId!));
    const count = await replace(tx, engine.id, restoreId!);
    await migrateEntries(call, { id: engine.id, format: backup!.format }, engine.version);
    await tx
      .update(engineRestores)
      .set({ state: "succeeded", endedAt: now() })
      .where(eq(engineRestores.id, restoreId!));
    await tx.delete(restoredEntries).where(eq(restoredEntries.restoreId, restoreId!));
    await logOperation(tx, operation, { step: "Replace", message: `${count} entries of the backup are in force` });
    await succeedOperation(call, open);
  },
});

/**
 * What is not in the backup is deleted, but for the account root: an engine that wants authentication is never without anybody who
 * may come in. Answers how many entries there are.
 */
async function replace(tx: Tx, engineId: string, restoreId: string): Promise<number> {
  const next = (await holdRevision(tx, engineId)) + 1;
  const before = await readTally(tx, engineId);
  await tx.execute(sql`
    update ${engineEntries} as held set value = null, revision = ${next}, at = now()
    where held.engine_id = ${engineId} and held.value is not null
    and not (held.kind = 'account' and held.key = ${rootName}) and not exists (
      select 1 from ${restoredEntries} r where r.restore_id = ${restoreId} and r.kind = held.kind and r.key = held.key)`);
  const rows = await tx.execute(sql`
    insert into ${engineEntries} (engine_id, kind, key, value, revision)
    select ${engineId}, kind, key, value, ${next} from ${restoredEntries} where restore_id = ${restoreId}
    on conflict (engine_id, kind, key)
    do update set value = excluded.value, revision = excluded.revision, at = excluded.at
    returning 1 as one`);
  const tally = await readTally(tx, engineId);
  if (before || tally) {
    // Clients compare it with what they were told: it never goes back.
    const revision = Math.max(before?.revision ?? 0, tally?.revision ?? 0) + 1;
    const value = { ...emptyTally, ...tally, revision };
    await tx
      .insert(engineEntries)
      .values({ engineId, kind: "item_tally", key: tallyKey, value, revision: next })
      .onConflictDoUpdate({
        target: [engineEntries.engineId, engineEntries.kind, engineEntries.key],
        set: { value, revision: next, at: sql`now()` },
      });
  }
  await tx.update(engineRevisions).set({ revision: next }).where(eq(engineRevisions.engineId, engineId));
  await tx.execute(sql`select pg_notify(${entriesChannel}, ${engineId})`);
  return rows.length;
}

async function readTally(tx: Tx, engineId: string): Promise<ItemTally | null> {
  const mine = and(eq(engineEntries.engineId, engineId), eq(engineEntries.kind, "item_tally"));
  const [row] = await tx.select({ value: engineEntries.value }).from(engineEntries).where(mine);
  return (row?.value ?? null) as ItemTally | null;
}

/** ERR-21. */
export const restoreFailed =
  "The restore failed and the engine may be unavailable: let support restore the engine before anything else is done to it";

export const failRestore = defineCommand({
  name: "failRestore",
  title: "Note that a restore failed",
  action,
  input: z.object({ operationId: z.string(), message: z.string() }),
  on,
  async run(call, { operationId, message }) {
    const open = await openOperation(call, operationId);
    if (open) await endFailed(call, open, message);
  },
});

async function endFailed(call: CommandCall, open: Open, message: string) {
  const failure = { code: "RESTORE.FAILED", message: `${restoreFailed}. ${message}`, service: "backups" };
  const mine = eq(engineRestores.id, open.operation.wish.restoreId!);
  await call.tx.update(engineRestores).set({ state: "failed", failure, endedAt: call.now() }).where(mine);
  await call.tx.delete(restoredEntries).where(eq(restoredEntries.restoreId, open.operation.wish.restoreId!));
  await failOperation(call, open, { step: "Restore", failure });
}
