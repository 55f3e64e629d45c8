import type { Ctx } from "./context.ts";
import { invalid } from "./errors.ts";
import { type AnyColumn, sql, type SQL } from "drizzle-orm";

/** A place in a stream of rows that are only ever added. */
export type Cursor = string;

export const feedStart: Cursor = "0.0";

/** Refuses what is no cursor of a stream. */
export function readCursor(cursor: Cursor, field = "after"): { tx: string; seq: string } {
  const [, tx, seq] = /^(\d{1,19})\.(\d{1,18})$/.exec(cursor) ?? [];
  if (tx === undefined || seq === undefined) throw invalid(field, "This cursor was not given by this stream");
  return { tx, seq };
}

type FeedColumns = { tx: AnyColumn; seq: AnyColumn };

/** Rows whose writers have all ended, like all that could still come before them. */
export const complete = ({ tx }: Pick<FeedColumns, "tx">): SQL => sql`${tx} < pg_snapshot_xmin(pg_current_snapshot())`;

/** Complete rows beyond the cursor: none that commits late can be missed (BEY-14). */
export function beyondCursor(columns: FeedColumns, cursor: Cursor): SQL {
  const { tx, seq } = readCursor(cursor);
  return sql`(${columns.tx}, ${columns.seq}) > (${tx}::xid8, ${seq}::bigint) and ${complete(columns)}`;
}

/** Complete rows before the cursor, for reading back. */
export function beforeCursor(columns: FeedColumns, cursor: Cursor): SQL {
  const { tx, seq } = readCursor(cursor, "before");
  return sql`(${columns.tx}, ${columns.seq}) < (${tx}::xid8, ${seq}::bigint) and ${complete(columns)}`;
}

export const cursorOf = (row: { tx: string; seq: number }): Cursor => `${row.tx}.${row.seq}`;

/** The cursor behind everything that is there now. */
export async function feedEnd(ctx: Pick<Ctx, "db">): Promise<Cursor> {
  const [row] = await ctx.db.execute<{ xmin: string }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`,
  );
  // Everything below xmin is over; the highest sequence number stands for "all rows of the transaction before it".
  return `${BigInt(row!.xmin) - 1n}.${Number.MAX_SAFE_INTEGER}`;
}

type Followed<Row> = { channel: string; after: Cursor; read: (after: Cursor) => Promise<Row[]> };

/**
 * Rows as they come, until nobody listens any more: then it ends at once, where a generator alone would hear of it with its
 * next row only and go on looking for that for ever. Refuses a cursor that is none.
 */
export function follow<Row extends { cursor: Cursor }>(
  { ports }: Pick<Ctx, "ports">,
  followed: Followed<Row>,
): AsyncIterableIterator<Row> {
  readCursor(followed.after);
  const gone = new AbortController();
  const rows = rowsOf(ports, followed, gone.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => rows.next(),
    return() {
      gone.abort();
      return rows.return(undefined);
    },
    throw(error) {
      gone.abort();
      return rows.throw(error);
    },
  };
}

/** Reads first, then waits for a notice on the channel; reads again every second, because a notice can be lost with its connection. */
async function* rowsOf<Row extends { cursor: Cursor }>(
  { notices }: Ctx["ports"],
  { channel, after, read }: Followed<Row>,
  gone: AbortSignal,
): AsyncGenerator<Row> {
  let cursor = after;
  while (!gone.aborted) {
    // Waiting begins before reading: what is written in between is noticed.
    const looked = new AbortController();
    const news = notices.wait(channel, 1000, AbortSignal.any([gone, looked.signal]));
    try {
      const rows = await read(cursor);
      if (rows.length === 0) await news;
      for (const row of rows) {
        cursor = row.cursor;
        yield row;
      }
    } finally {
      looked.abort();
    }
  }
}
