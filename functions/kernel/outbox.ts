import { outbox, type Db } from "@flyloft/db";
import { and, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";

export type Announcement = { id: string; name: string; data: Record<string, unknown> };

/**
 * Sends what waits, oldest first, and forgets what was accepted; answers how many.
 * At least once: a relay that dies mid-way lets its lease lapse, and the next one sends the same ids again.
 */
export async function relayOutbox(db: Db, send: (events: Announcement[]) => Promise<void>): Promise<number> {
  const waiting = db
    .select({ seq: outbox.seq })
    .from(outbox)
    .where(or(isNull(outbox.leasedUntil), lt(outbox.leasedUntil, sql`now()`)))
    .orderBy(outbox.seq)
    .limit(100)
    .for("update", { skipLocked: true });
  const leased = await db
    .update(outbox)
    .set({ leasedUntil: sql`now() + interval '10 seconds'`, attempts: sql`${outbox.attempts} + 1` })
    .where(inArray(outbox.seq, waiting))
    .returning();
  if (leased.length === 0) return 0;

  leased.sort((a, b) => a.seq - b.seq);
  const seqs = leased.map(({ seq }) => seq);
  try {
    await send(
      leased.map(({ seq, name, data }) => ({ id: `outbox-${seq}`, name, data: data as Record<string, unknown> })),
    );
  } catch (error) {
    await db
      .update(outbox)
      .set({ leasedUntil: null })
      .where(and(inArray(outbox.seq, seqs)));
    throw error;
  }
  await db.delete(outbox).where(inArray(outbox.seq, seqs));
  return leased.length;
}

/** What a relay that died was sending is free at once for the one that takes its place; should it live, ids make the repetition harmless. */
export const releaseOutbox = (db: Db) =>
  db.update(outbox).set({ leasedUntil: null }).where(isNotNull(outbox.leasedUntil));
