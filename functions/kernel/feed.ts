import type { Ctx } from "./context.ts";
import { invalid } from "./errors.ts";
import { type AnyColumn, sql, type SQL } from "drizzle-orm";

/** A place in a stream of rows that are only ever added. */
export type Cursor = string;

export const feedStart: Cursor = "0.0";

/** Rows beyond the cursor whose writers have all ended: none that commits late can be missed (BEY-14). */
export function beyondCursor(columns: { tx: AnyColumn; seq: AnyColumn }, cursor: Cursor): SQL {
  const [, tx, seq] = /^(\d{1,20})\.(\d{1,18})$/.exec(cursor) ?? [];
  if (tx === undefined || seq === undefined) throw invalid("after", "This cursor was not given by this stream");
  return sql`(${columns.tx}, ${columns.seq}) > (${tx}::xid8, ${seq}::bigint) and ${columns.tx} < pg_snapshot_xmin(pg_current_snapshot())`;
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

type Followed<Row> = { channel: string; after: Cursor; read: (after: Cursor) => Promise<Row[]>; signal?: AbortSignal };

/**
 * Yields rows as they come, until the signal. Reads first, then waits for a notice on the channel; reads again every
 * second, because a notice can be lost with its connection.
 */
export async function* follow<Row extends { tx: string; seq: number }>(
  { ports }: Pick<Ctx, "ports">,
  { channel, after, read, signal }: Followed<Row>,
): AsyncGenerator<Row> {
  let cursor = after;
  while (!signal?.aborted) {
    // Waiting begins before reading: what is written in between is noticed.
    const looked = new AbortController();
    const news = ports.notices.wait(channel, 1000, signal ? AbortSignal.any([signal, looked.signal]) : looked.signal);
    try {
      const rows = await read(cursor);
      if (rows.length === 0) await news;
      for (const row of rows) {
        cursor = cursorOf(row);
        yield row;
      }
    } finally {
      looked.abort();
    }
  }
}

/**
 * A stream that ends at once when nobody listens any more. A generator alone would hear of it with its next message only,
 * and go on looking for that for ever.
 */
export function untilGone<T>(open: (signal: AbortSignal) => AsyncGenerator<T>): AsyncIterableIterator<T> {
  const gone = new AbortController();
  const source = open(gone.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => source.next(),
    return() {
      gone.abort();
      return source.return(undefined);
    },
    throw(error) {
      gone.abort();
      return source.throw(error);
    },
  };
}
