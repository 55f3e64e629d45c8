import { engineBackups, projects } from "@flyloft/db";
import { and, asc, eq, lt, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { emitInto } from "../../kernel/event.ts";
import type { Blobs } from "../../kernel/ports.ts";
import { removeParts } from "./backup-parts.ts";
import { backupsForgotten } from "./events.ts";
import { dropBackups } from "./take-backup.ts";

const day = 86_400_000;
/** LIM-20. */
const keptFor = 10 * day;

/** ENG-16: backups that are too old go. Answers how many. */
export async function forgetOldBackups({ db, now }: Pick<Ctx, "db" | "now">): Promise<number> {
  const old = lt(engineBackups.createdAt, new Date(now().getTime() - keptFor));
  const rows = await db
    .select({ backup: engineBackups, accountId: projects.accountId })
    .from(engineBackups)
    .innerJoin(projects, eq(projects.id, engineBackups.projectId))
    .where(and(old, ne(engineBackups.state, "running")))
    .orderBy(asc(engineBackups.id))
    .limit(1_000);
  for (const { backup, accountId } of rows)
    await db.transaction(async (tx) => {
      const backups = await dropBackups(tx, [backup]);
      await emitInto(tx, { accountId, projectId: backup.projectId })(backupsForgotten, { backups });
    });
  return rows.length;
}

/** Removes from object storage what nothing refers to any more. Twice is the same as once. */
export async function removeForgotten(
  { blobs }: { blobs: Blobs },
  { backups }: z.output<typeof backupsForgotten.data>,
): Promise<void> {
  for (const { parts, ...place } of backups) await removeParts(blobs, place, parts);
}
