import { engineEntries, type Db, type Tx } from "@flyloft/db";
import { and, eq, sql, type SQL } from "drizzle-orm";
import { type Page, placeOf, readPlace } from "../../../kernel/page.ts";
import type { Item } from "../items/item.ts";
import { consoleTenant } from "../items/publish-items.ts";
import type { Scope } from "../items/scope.ts";

const { value } = engineEntries;
/** By byte, as cursors are compared. */
export const keyOfItem = sql<string>`(${value} ->> 'key') collate "C"`;
const label = (name: string) => sql`coalesce(${value} -> 'labels' ->> ${name}::text, '')`;

/** The items that the console shows. */
export const ofConsole = (engineId: string, deleted: boolean) =>
  and(
    eq(engineEntries.engineId, engineId),
    eq(engineEntries.kind, "item"),
    sql`${value} @> ${JSON.stringify({ tenant: consoleTenant })}::jsonb`,
    deleted ? sql`${value} ? 'deleted'` : sql`not ${value} ? 'deleted'`,
  );

export const withLabel = (name: string, wanted: string) => sql`${label(name)} = ${wanted}`;
/** Of this scope alone, in whatever environment. */
export const ofScope = ({ application = "", service = "", version = "" }: Scope) =>
  and(
    sql`(${value} -> 'labels') - '{app,service,version,environment}'::text[] = '{}'::jsonb`,
    withLabel("app", application),
    withLabel("service", service),
    withLabel("version", version),
  );

export const readItem = async (db: Db | Tx, engineId: string, id: string): Promise<Item | null> => {
  const [row] = await db
    .select({ value })
    .from(engineEntries)
    .where(and(eq(engineEntries.engineId, engineId), eq(engineEntries.kind, "item"), eq(engineEntries.key, id)));
  const item = row?.value as unknown as Item | null | undefined;
  return item?.tenant === consoleTenant ? item : null;
};

/** One page of items, by their keys. */
export async function readItemPage(
  db: Db,
  { where, first, after }: { where: SQL | undefined; first: number; after?: string },
): Promise<Page<Item>> {
  const beyond = after === undefined ? undefined : beyondPlace(after);
  const rows = await db
    .select({ value })
    .from(engineEntries)
    .where(and(where, beyond))
    .orderBy(keyOfItem, engineEntries.key)
    .limit(first + 1);
  const nodes = rows.slice(0, first).map((row) => row.value as unknown as Item);
  const last = nodes.at(-1);
  return {
    nodes,
    endCursor: last ? placeOf([last.key, last.id]) : null,
    hasNextPage: rows.length > first,
    total: () => db.$count(engineEntries, where),
  };
}

function beyondPlace(cursor: string): SQL {
  const [key, id] = readPlace(cursor);
  return sql`(${keyOfItem}, ${engineEntries.key}) > (${String(key)} collate "C", ${id})`;
}
