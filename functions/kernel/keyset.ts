import type { Db, Tx } from "@flyloft/db";
import { sql, type SQL } from "drizzle-orm";
import { type Page, placeOf, readPlace } from "./page.ts";

/**
 * One page of whatever rows a statement finds, by keyset. Its rows have a text `sort`, by which they are ordered, and an `id`;
 * of the engine's entries, for example, which have no columns of their own to order by. The total is counted when asked for.
 */
export async function readKeyset<Row extends { id: string; sort: string }>(
  db: Db | Tx,
  rows: SQL,
  { first, after }: { first: number; after?: string },
): Promise<Page<Row>> {
  const place = after === undefined ? null : readPlace(after);
  // Texts are compared byte by byte: so do the cursor and the order, whatever the language of the database.
  const from = place
    ? sql`where (sort collate "C", id collate "C") > (${String(place[0])}::text collate "C", ${place[1]}::text collate "C")`
    : sql``;
  const found = await db.execute<Row>(
    sql`select * from (${rows}) as found ${from} order by sort collate "C", id collate "C" limit ${first + 1}`,
  );
  const nodes = [...found].slice(0, first) as Row[];
  const last = nodes.at(-1);
  return {
    nodes,
    endCursor: last ? placeOf([last.sort, last.id]) : null,
    hasNextPage: found.length > first,
    total: async () => {
      const [row] = await db.execute<{ total: number }>(sql`select count(*)::int as total from (${rows}) as found`);
      return row!.total;
    },
  };
}

/** The same page of other rows. */
export const mapPage = <A, B>(page: Page<A>, change: (row: A) => B): Page<B> => ({
  ...page,
  nodes: page.nodes.map(change),
});
