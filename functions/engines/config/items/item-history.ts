import { engineEntries, type Db, type Tx } from "@flyloft/db";
import { and, desc, eq, gt, isNotNull, lt } from "drizzle-orm";
import type { ItemRevision } from "./item.ts";

/** The kept revisions of an item, newest first; also of one that was deleted, for as long as they are kept. */
export async function readHistory(db: Db | Tx, engineId: string, itemId: string): Promise<ItemRevision[]> {
  const rows = await db
    .select({ value: engineEntries.value })
    .from(engineEntries)
    .where(
      and(
        eq(engineEntries.engineId, engineId),
        eq(engineEntries.kind, "item_revision"),
        gt(engineEntries.key, `${itemId}/`),
        lt(engineEntries.key, `${itemId}0`),
        isNotNull(engineEntries.value),
      ),
    )
    .orderBy(desc(engineEntries.key));
  return rows.map(({ value }) => value as unknown as ItemRevision);
}
