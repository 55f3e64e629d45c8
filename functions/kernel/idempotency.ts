import { createHash } from "node:crypto";
import { type Db, idempotencyKeys, type Tx } from "@flyloft/db";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { Ctx } from "./context.ts";
import { conflict } from "./errors.ts";

const place = (ctx: Ctx, operation: string) =>
  and(
    eq(idempotencyKeys.projectId, ctx.actor.projectId),
    eq(idempotencyKeys.actorId, ctx.actor.id),
    eq(idempotencyKeys.operation, operation),
    eq(idempotencyKeys.key, ctx.idempotencyKey ?? ""),
  );

/** Dates come back from JSON as text; verbs answer rows, whose times end in `At`. */
const revive = (key: string, value: unknown) =>
  typeof value === "string" && key.endsWith("At") && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;

/** Everything that makes a request the same as another, without what must not be told. A plain hash of a password could be guessed from. */
function claimOf(ctx: Ctx, operation: string, input: unknown) {
  const told = JSON.stringify(input, (field, value) => (/password/i.test(field) ? undefined : value));
  const inputHash = createHash("sha256").update(told).digest("hex");
  const { projectId, id: actorId } = ctx.actor;
  return { projectId, actorId, operation, key: ctx.idempotencyKey!, inputHash };
}

/** What is kept for the key. The same key with another input is refused. */
async function keptFor(db: Db | Tx, ctx: Ctx, operation: string, inputHash: string): Promise<unknown> {
  const [row] = await db.select().from(idempotencyKeys).where(place(ctx, operation));
  if (row?.inputHash !== inputHash)
    throw conflict("This idempotency key was used for another request: choose a new one");
  return JSON.parse(JSON.stringify(row.output), revive);
}

/** The answer that the same key got before, within a day. Concurrent calls wait here for the first. */
export async function answeredBefore<O>(
  tx: Tx,
  ctx: Ctx,
  operation: string,
  input: unknown,
): Promise<{ output: O } | null> {
  if (!ctx.idempotencyKey) return null;
  const claim = claimOf(ctx, operation, input);
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return claimed ? null : { output: (await keptFor(tx, ctx, operation, claim.inputHash)) as O };
}

export async function rememberAnswer(tx: Tx, ctx: Ctx, operation: string, output: unknown): Promise<void> {
  if (!ctx.idempotencyKey) return;
  await tx
    .update(idempotencyKeys)
    .set({ output: output ?? null })
    .where(place(ctx, operation));
}

/** A claim without an answer that is older than this was left by a process that died, in milliseconds. */
const patience = 600_000;

/**
 * For work that reaches outside and holds no transaction: done once for a key within a day. Who comes while the first is
 * still at it is told so; a failure leaves the key free.
 */
export async function onceForKey<O>(
  ctx: Ctx,
  { name: operation, toldOnce }: { name: string; toldOnce?: true },
  input: unknown,
  work: () => Promise<O>,
): Promise<O> {
  if (!ctx.idempotencyKey) return work();
  const { db, now } = ctx;
  const at = now();
  const claim = { ...claimOf(ctx, operation, input), at };
  const { projectId, actorId, key } = idempotencyKeys;
  const abandoned = and(isNull(idempotencyKeys.output), lt(idempotencyKeys.at, new Date(at.getTime() - patience)));
  const [claimed] = await db
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoUpdate({
      target: [projectId, actorId, idempotencyKeys.operation, key],
      set: claim,
      setWhere: abandoned,
    })
    .returning({ key });
  if (!claimed) {
    const kept = (await keptFor(db, ctx, operation, claim.inputHash)) as { answer?: O } | null;
    if (kept === null) throw conflict("The first request with this idempotency key is still under way: ask again soon");
    if (toldOnce) throw conflict("This was done with that idempotency key; its answer was told once");
    return kept.answer as O;
  }
  const mine = and(place(ctx, operation), eq(idempotencyKeys.at, at));
  try {
    const answer = await work();
    await db
      .update(idempotencyKeys)
      .set({ output: toldOnce ? {} : { answer: answer ?? null } })
      .where(mine);
    return answer;
  } catch (error) {
    await db.delete(idempotencyKeys).where(mine);
    throw error;
  }
}
