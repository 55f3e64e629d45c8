import type { Db, Tx } from "@flyloft/db";
import { and, count, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { grouped } from "./batch.ts";
import { invalid } from "./errors.ts";
import { columnsOf, type Page, pageInput, placeOf, type Reading } from "./page.ts";
import { aliased, anyOf, readRows } from "./rows.ts";

/**
 * The first page of the rows of each parent, newest first, in the order of `keys`: one statement for all parents,
 * and one more when totals are asked for. `first` is 1 to 200. The end cursors are those of `readPage` over the same rows.
 */
export async function readPagesOf<T extends PgTable & { id: PgColumn }>(
  { db, columns, visible }: Reading,
  table: T,
  { parent, keys, where, first }: { parent: PgColumn; keys: readonly string[]; where?: SQL; first: number },
): Promise<Page<T["$inferSelect"]>[]> {
  type Row = T["$inferSelect"] & { id: string };
  const allowed = pageInput.first.safeParse(first);
  if (!allowed.success) throw invalid("first", allowed.error.issues[0]!.message);
  const wanted = and(anyOf(parent, keys), where, visible);
  const read = columnsOf(table, columns, parent);
  const place = sql`row_number() over (partition by ${parent} order by ${table.id} desc) as "place"`;
  const names = sql.join(
    Object.keys(read).map((name) => sql.identifier(name)),
    sql`, `,
  );
  const statement = sql`select ${names} from (select ${aliased(read)}, ${place} from ${table} where ${wanted}) as ranked
    where "place" <= ${first + 1} order by "id" desc`;
  const rows = await readRows<Row>(db, statement, read);

  const parentKey = Object.entries(table).find(([, column]) => column === parent)![0];
  let counted: Promise<Map<unknown, number>> | undefined;
  const totals = () => (counted ??= countBy(db, table, parent, wanted));
  return grouped(keys, rows, (row) => String(row[parentKey])).map((found, i) => {
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return {
      nodes,
      endCursor: last ? placeOf([last.id, last.id]) : null,
      hasNextPage: found.length > first,
      total: async () => (await totals()).get(keys[i]) ?? 0,
    };
  });
}

async function countBy(db: Db | Tx, table: PgTable, parent: PgColumn, where: SQL | undefined) {
  const rows = await db.select({ key: parent, total: count() }).from(table).where(where).groupBy(parent);
  return new Map(rows.map(({ key, total }) => [key as unknown, total]));
}
