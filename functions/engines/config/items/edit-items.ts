import { engineEntries, engines, type Tx } from "@flyloft/db";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { conflict, DomainError, notFound } from "../../../kernel/errors.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { holdRevision, writeChanges } from "../../store/entries.ts";
import { emptyTally, type Item, itemQuota, type ItemTally, keptDeleted, tallyKey } from "./item.ts";
import { type ItemsBefore, ItemWriting } from "./item-writing.ts";

/** Of which engine, in whose name and when. */
export type Editing = { engineId: string; by: string; at: Date };

/**
 * Writes items in a transaction of the control plane: one revision, or nothing when it is refused. `ids` are those that are
 * written; no others can be.
 */
export async function editItems<T>(
  tx: Tx,
  { engineId, by, at }: Editing,
  ids: readonly string[],
  write: (writing: ItemWriting) => T,
): Promise<T> {
  const [engine] = await tx
    .select({ instanceQuota: engines.instanceQuota })
    .from(engines)
    .where(eq(engines.id, engineId));
  if (!engine) throw notFound("engine", engineId);
  const revision = await holdRevision(tx, engineId);
  const writing = new ItemWriting(await readBefore(tx, engineId, ids), { at, by, quota: itemQuota(engine) });
  const answer = refusing(() => write(writing));
  await writeChanges(tx, { engineId, revision }, writing.changes());
  return answer;
}

async function readBefore(tx: Tx, engineId: string, ids: readonly string[]): Promise<ItemsBefore> {
  const ofEngine = eq(engineEntries.engineId, engineId);
  const rows = await tx
    .select({ kind: engineEntries.kind, key: engineEntries.key, value: engineEntries.value })
    .from(engineEntries)
    .where(
      and(
        ofEngine,
        inArray(engineEntries.kind, ["item", "item_tally"]),
        inArray(engineEntries.key, [...ids, tallyKey]),
      ),
    );
  const items = new Map<string, Item>();
  let tally = emptyTally;
  for (const { kind, key, value } of rows) {
    if (kind === "item_tally") tally = value as ItemTally;
    else if (value) items.set(key, value as unknown as Item);
  }
  const over = tally.deleted + ids.length - keptDeleted;
  const deleted = over <= 0 ? [] : await readLongestDeleted(tx, engineId, over + ids.length);
  return { tally, item: (id) => items.get(id), longestDeleted: () => deleted };
}

async function readLongestDeleted(tx: Tx, engineId: string, most: number): Promise<Item[]> {
  const rows = await tx
    .select({ value: engineEntries.value })
    .from(engineEntries)
    .where(
      and(
        eq(engineEntries.engineId, engineId),
        eq(engineEntries.kind, "item"),
        sql`${engineEntries.value} @> '{"deleted": true}'`,
      ),
    )
    .orderBy(asc(engineEntries.revision))
    .limit(most);
  return rows.map(({ value }) => value as unknown as Item);
}

/** The refusals of the items' rules in the words of the platform. */
function refusing<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof PlaneError)) throw error;
    if (error.code === planeCodes.itemExists) throw conflict(error.message, { fields: { key: ["Taken"] } });
    if (error.code === planeCodes.itemMissing) throw new DomainError("not_found", error.message);
    if (error.code === planeCodes.itemQuota) throw new DomainError("limit_reached", error.message);
    throw error;
  }
}
