import { type EngineBackup, engineBackups, engineEntries, engineRevisions, engines, type Tx } from "@flyloft/db";
import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { defineCommand, defineEffect } from "../../kernel/verb.ts";
import { type Line, partWriter } from "./backup-parts.ts";
import { mostAutomatic } from "./create-backup.ts";
import { backupsForgotten } from "./events.ts";

const ofBackup = { engineId: z.string(), backupId: z.string() };
const on = ["engine", "engineId"] as const;
const action = "cse:engine:create";
const page = 1_000;

/** What was written, and as of when. */
export type Taken = { revision: number; takenAt: string; format: number } & Awaited<
  ReturnType<ReturnType<typeof partWriter>["end"]>
>;

/**
 * Writes all that an engine holds at one moment to object storage, page by page. Entries that are written meanwhile are not in
 * it: everything is read as of one snapshot. Null when it is not wanted any more.
 */
export const takeBackup = defineEffect({
  name: "takeBackup",
  title: "Write a backup to object storage",
  action,
  input: z.object(ofBackup),
  on,
  exempt: "a step of a backup; its creation is in the trail",
  async run({ db, ports }, { backupId, engineId }): Promise<Taken | null> {
    const [backup] = await db.select().from(engineBackups).where(running(backupId));
    if (!backup) return null;
    const writer = partWriter(ports.blobs, backup);
    return db.transaction(
      async (tx) => {
        const [moment] = await tx
          .select({ revision: engineRevisions.revision, format: engines.format, takenAt: sql<string>`now()::text` })
          .from(engineRevisions)
          .innerJoin(engines, eq(engines.id, engineRevisions.engineId))
          .where(eq(engineRevisions.engineId, engineId));
        for await (const line of linesOf(tx, engineId)) await writer.add(line);
        return { ...moment!, ...(await writer.end()) };
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
  },
});

async function* linesOf(tx: Tx, engineId: string): AsyncGenerator<Line> {
  let after = { kind: "", key: "" };
  for (;;) {
    const rows = await tx
      .select({ kind: engineEntries.kind, key: engineEntries.key, value: engineEntries.value })
      .from(engineEntries)
      .where(
        and(
          eq(engineEntries.engineId, engineId),
          isNotNull(engineEntries.value),
          sql`(${engineEntries.kind}, ${engineEntries.key}) > (${after.kind}, ${after.key})`,
        ),
      )
      .orderBy(asc(engineEntries.kind), asc(engineEntries.key))
      .limit(page);
    yield* rows as Line[];
    if (rows.length < page) return;
    after = rows.at(-1)!;
  }
}

const running = (backupId: string) => and(eq(engineBackups.id, backupId), eq(engineBackups.state, "running"));

/** Notes that a backup is there. A sixth automatic one takes the place of the oldest (ENG-16). */
export const keepBackup = defineCommand({
  name: "keepBackup",
  title: "Note that a backup is complete",
  action,
  input: z.object({
    ...ofBackup,
    taken: z.object({
      revision: z.int(),
      takenAt: z.string(),
      format: z.int(),
      parts: z.int(),
      size: z.int(),
      entries: z.int(),
      sha256: z.string(),
    }),
  }),
  on,
  async run({ tx, now, emit }, { engineId, backupId, taken: { takenAt, ...taken } }) {
    const [kept] = await tx
      .update(engineBackups)
      .set({ ...taken, takenAt: new Date(takenAt), state: "succeeded", endedAt: now() })
      .where(running(backupId))
      .returning();
    if (kept?.kind !== "automatic") return;
    const automatic = and(
      eq(engineBackups.engineId, engineId),
      eq(engineBackups.kind, "automatic"),
      eq(engineBackups.state, "succeeded"),
    );
    const spent = await tx
      .select()
      .from(engineBackups)
      .where(automatic)
      .orderBy(desc(engineBackups.id))
      .offset(mostAutomatic);
    await emit(backupsForgotten, { backups: await dropBackups(tx, spent) });
  },
});

/** Ends a backup that could not be written; what there is of it is removed. */
export const failBackup = defineCommand({
  name: "failBackup",
  title: "Note that a backup failed",
  action,
  input: z.object({ ...ofBackup, message: z.string() }),
  on,
  async run({ tx, now }, { backupId, message }) {
    const failure = { code: "BACKUP.FAILED", message, service: "object storage" };
    await tx.update(engineBackups).set({ state: "failed", failure, endedAt: now() }).where(running(backupId));
  },
});

/** Deletes rows of backups; answers what lies in object storage of them. */
export async function dropBackups(tx: Tx, backups: readonly EngineBackup[]) {
  if (backups.length > 0)
    await tx.delete(engineBackups).where(
      inArray(
        engineBackups.id,
        backups.map(({ id }) => id),
      ),
    );
  return backups.map(({ id, engineId, parts }) => ({ id, engineId, parts: parts ?? 0 }));
}
