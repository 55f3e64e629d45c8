import { type Db, engineEntries, type Tx } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { type Editing, editItems } from "./edit-items.ts";
import { type Item, itemIdOf, type ValueType } from "./item.ts";
import { labelsOf, type Scope } from "./scope.ts";

/** The tenant whose items the console shows and governance writes: that of clients that name none (protocol §7.4, 10). */
export const consoleTenant = "default/default";

export type ScopedKey = { scope: Scope; key: string };
export type ScopedItem = ScopedKey & { value: string; valueType?: ValueType };

/** The item of a key in a scope, as entries name it. */
export const scopedIdOf = ({ scope, key }: ScopedKey) =>
  itemIdOf({ tenant: consoleTenant, key, labels: labelsOf(scope) });

/**
 * Sets and removes keys of any scopes together: clients of every kind see all of it or nothing. What is so already is left
 * alone, so publishing the same twice wakes nobody; removing what is not there is no error.
 */
export async function publishItems(
  tx: Tx,
  editing: Editing,
  { put = [], remove = [] }: { put?: readonly ScopedItem[]; remove?: readonly ScopedKey[] },
): Promise<void> {
  const removed = remove.map(scopedIdOf);
  const ids = [...put.map(scopedIdOf), ...removed];
  if (ids.length === 0) return;
  await editItems(tx, editing, ids, (writing) => {
    for (const { scope, ...item } of put) writing.put({ ...item, tenant: consoleTenant, labels: labelsOf(scope) });
    for (const id of removed) if (writing.item(consoleTenant, id)) writing.remove(consoleTenant, id);
  });
}

/** Those of these items that are there, by their ids. */
export async function readItems(
  db: Db | Tx,
  engineId: string,
  ids: readonly string[],
): Promise<Map<string, Pick<Item, "value" | "valueType" | "status">>> {
  const rows = await db
    .select({ key: engineEntries.key, value: engineEntries.value })
    .from(engineEntries)
    .where(
      and(eq(engineEntries.engineId, engineId), eq(engineEntries.kind, "item"), inArray(engineEntries.key, [...ids])),
    );
  return new Map(
    rows.flatMap(({ key, value }) => {
      const item = value as unknown as Item | null;
      return item && !item.deleted ? [[key, item] as const] : [];
    }),
  );
}
