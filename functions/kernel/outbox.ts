import { outbox, type Db } from "@flyloft/db";
import { eq, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";

export type Announcement = { id: string; name: string; data: Record<string, unknown> };

/** What `send` throws when it is what is sent that is refused, so that trying again is useless. */
export class AnnouncementRefused extends Error {
  override readonly name = "AnnouncementRefused";
}

// Any number; it tells this lock from others.
const sending = 7_201_544;

/**
 * Sends what waits, oldest first, and forgets what was accepted; answers how many.
 * At least once: a relay that dies mid-way lets its lease lapse, and the next one sends the same ids again.
 * In order: while one relay has sent something and does not know yet that it arrived, no other sends what comes after.
 * An announcement that is refused is kept aside with the reason, so that those behind it arrive; a relay that starts
 * tries it again.
 */
export async function relayOutbox(db: Db, send: (events: Announcement[]) => Promise<void>): Promise<number> {
  const leased = await lease(db);
  if (leased.length === 0) return 0;

  leased.sort((a, b) => a.seq - b.seq);
  const seqs = leased.map(({ seq }) => seq);
  let refused: Refusal[];
  try {
    refused = await deliver(leased, send);
  } catch (error) {
    await db.update(outbox).set({ leasedUntil: null }).where(inArray(outbox.seq, seqs));
    throw error;
  }
  for (const { seq, reason } of refused)
    await db.update(outbox).set({ leasedUntil: null, refused: reason }).where(eq(outbox.seq, seq));
  const aside = new Set(refused.map(({ seq }) => seq));
  const accepted = seqs.filter((seq) => !aside.has(seq));
  if (accepted.length > 0) await db.delete(outbox).where(inArray(outbox.seq, accepted));
  return leased.length;
}

type Waiting = typeof outbox.$inferSelect;
type Refusal = { seq: number; reason: string };

/** Halves what is refused until the announcement is found that is; the order stays. */
async function deliver(
  waiting: readonly Waiting[],
  send: (events: Announcement[]) => Promise<void>,
): Promise<Refusal[]> {
  try {
    await send(
      waiting.map(({ seq, name, data }) => ({ id: `outbox-${seq}`, name, data: data as Record<string, unknown> })),
    );
    return [];
  } catch (error) {
    if (!(error instanceof AnnouncementRefused)) throw error;
    const [only, ...more] = waiting;
    if (only && more.length === 0) return [{ seq: only.seq, reason: error.message }];
    const half = Math.ceil(waiting.length / 2);
    return [...(await deliver(waiting.slice(0, half), send)), ...(await deliver(waiting.slice(half), send))];
  }
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
    const waiting = tx
      .select({ seq: outbox.seq })
      .from(outbox)
      .where(isNull(outbox.refused))
      .orderBy(outbox.seq)
      .limit(100);
    return tx
      .update(outbox)
      .set({ leasedUntil: sql`now() + interval '10 seconds'`, attempts: sql`${outbox.attempts} + 1` })
      .where(inArray(outbox.seq, waiting))
      .returning();
  });
}

/** What a relay that died was sending, and what was refused, is free for the one that takes its place; should the other live, ids make the repetition harmless. */
export const releaseOutbox = (db: Db) =>
  db
    .update(outbox)
    .set({ leasedUntil: null, refused: null })
    .where(or(isNotNull(outbox.leasedUntil), isNotNull(outbox.refused)));
