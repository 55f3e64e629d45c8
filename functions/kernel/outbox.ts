import { outbox, type Db } from "@flyloft/db";
import { gte, inArray, isNotNull, sql } from "drizzle-orm";

export type Announcement = { id: string; name: string; data: Record<string, unknown> };

// Any number; it tells this lock from others.
const sending = 7_201_544;

/**
 * Sends what waits, oldest first, and forgets what was accepted; answers how many.
 * At least once: a relay that dies mid-way lets its lease lapse, and the next one sends the same ids again.
 * In order: while one relay has sent something and does not know yet that it arrived, no other sends what comes after.
 */
export async function relayOutbox(db: Db, send: (events: Announcement[]) => Promise<void>): Promise<number> {
  const leased = await lease(db);
  if (leased.length === 0) return 0;

  leased.sort((a, b) => a.seq - b.seq);
  const seqs = leased.map(({ seq }) => seq);
  try {
    await send(
      leased.map(({ seq, name, data }) => ({ id: `outbox-${seq}`, name, data: data as Record<string, unknown> })),
    );
  } catch (error) {
    await db.update(outbox).set({ leasedUntil: null }).where(inArray(outbox.seq, seqs));
    throw error;
  }
  await db.delete(outbox).where(inArray(outbox.seq, seqs));
  return leased.length;
}

function lease(db: Db) {
  return db.transaction(async (tx) => {
    // Two that look at the same moment would each find nobody sending.
    await tx.execute(sql`select pg_advisory_xact_lock(${sending})`);
    const [other] = await tx
      .select({ seq: outbox.seq })
      .from(outbox)
      .where(gte(outbox.leasedUntil, sql`now()`))
      .limit(1);
    if (other) return [];
    const waiting = tx.select({ seq: outbox.seq }).from(outbox).orderBy(outbox.seq).limit(100);
    return tx
      .update(outbox)
      .set({ leasedUntil: sql`now() + interval '10 seconds'`, attempts: sql`${outbox.attempts} + 1` })
      .where(inArray(outbox.seq, waiting))
      .returning();
  });
}

/** What a relay that died was sending is free at once for the one that takes its place; should it live, ids make the repetition harmless. */
export const releaseOutbox = (db: Db) =>
  db.update(outbox).set({ leasedUntil: null }).where(isNotNull(outbox.leasedUntil));
