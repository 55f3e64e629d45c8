import type { Db, Tx } from "@flyloft/db";
import { and, asc, count, desc, eq, getTableColumns, gt, lt, or, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Columns } from "./context.ts";
import { invalid } from "./errors.ts";
import { aliased, readRows } from "./rows.ts";

/** Where a page starts and how long it is; the default is 20, at most 200. */
export const pageInput = {
  first: z.int().min(1).max(200).default(20).describe("How many at most"),
  after: z.string().max(1024).optional().describe("The end cursor of the page before"),
};

export type Page<Row> = { nodes: Row[]; endCursor: string | null; hasNextPage: boolean; total: () => Promise<number> };
export type PageOf<Row extends z.ZodType> = z.ZodType<Page<z.output<Row>>>;

type Sortable = { id: PgColumn };
export type Order = { column: PgColumn; direction: "asc" | "desc" };

/** The cursor of a row: what it is sorted by, and its id. */
export const placeOf = (values: [unknown, unknown]) => Buffer.from(JSON.stringify(values)).toString("base64url");
/** What a cursor says; refuses what is none. */
export function readPlace(cursor: string): [unknown, string] {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (typeof id === "string" && ["string", "number", "object"].includes(typeof value)) return [value, id];
  } catch {
    // Falls through to the refusal below.
  }
  throw invalid("after", "This cursor was not given by this list");
}

/** `visible` is what of the table the reader may see, as `visibleRows` tells it. */
export type Reading = { db: Db | Tx; columns?: Columns; visible?: SQL };

/** The columns to read: those that are looked at, every id, and what the list is ordered by. Rows are typed as if whole. */
export function columnsOf(
  table: PgTable,
  columns: Columns | undefined,
  ...always: PgColumn[]
): Record<string, PgColumn> {
  const all = Object.entries(getTableColumns(table));
  const wanted = ([key, column]: [string, PgColumn]) =>
    !columns || columns.has(key) || /^id$|Id$/.test(key) || always.includes(column);
  return Object.fromEntries(all.filter(wanted));
}

/**
 * One page of a table, by keyset: its cost does not grow with the page number. Newest first unless ordered by a column.
 * The total is counted only when asked for.
 */
export async function readPage<T extends PgTable & Sortable>(
  { db, columns, visible }: Reading,
  table: T,
  { where: wanted, order, first, after }: { where?: SQL; order?: Order; first: number; after?: string },
): Promise<Page<T["$inferSelect"]>> {
  const where = and(wanted, visible);
  const { column, direction } = order ?? { column: table.id, direction: "desc" as const };
  const beyond = direction === "asc" ? gt : lt;
  const sort = direction === "asc" ? asc : desc;
  let from: SQL | undefined;
  if (after !== undefined) {
    const [value, id] = readPlace(after);
    const typed = column.dataType === "date" ? new Date(String(value)) : value;
    from =
      column === table.id
        ? beyond(table.id, id)
        : or(beyond(column, typed), and(eq(column, typed), beyond(table.id, id)));
  }
  const orderBy = column === table.id ? [sort(table.id)] : [sort(column), sort(table.id)];
  const read = columnsOf(table, columns, column);
  const filter = and(where, from);
  const statement = sql`select ${aliased(read)} from ${table}${filter ? sql` where ${filter}` : sql``}
    order by ${sql.join(orderBy, sql`, `)} limit ${first + 1}`;
  const rows = await readRows<T["$inferSelect"]>(db, statement, read);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1) as Record<string, unknown> | undefined;
  const key = Object.entries(table).find(([, one]) => one === column)?.[0] ?? "id";
  return {
    nodes,
    endCursor: last ? placeOf([last[key], last["id"]]) : null,
    hasNextPage: rows.length > first,
    total: async () =>
      (
        await db
          .select({ total: count() })
          .from(table as PgTable)
          .where(where)
      )[0]!.total,
  };
}

/** `%` and `_` are ordinary characters in what people search for. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
