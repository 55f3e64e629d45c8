import { createHash } from "node:crypto";
import { idempotencyKeys, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
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

/** The answer that the same key got before, within a day; the same key with another input is refused. Concurrent calls wait here for the first. */
export async function answeredBefore<O>(
  tx: Tx,
  ctx: Ctx,
  operation: string,
  input: unknown,
): Promise<{ output: O } | null> {
  if (!ctx.idempotencyKey) return null;
  const inputHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  const { projectId, id: actorId } = ctx.actor;
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ projectId, actorId, operation, key: ctx.idempotencyKey, inputHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed) return null;
  const [row] = await tx.select().from(idempotencyKeys).where(place(ctx, operation));
  if (row?.inputHash !== inputHash)
    throw conflict("This idempotency key was used for another request: choose a new one");
  return { output: JSON.parse(JSON.stringify(row.output), revive) as O };
}

export async function rememberAnswer(tx: Tx, ctx: Ctx, operation: string, output: unknown): Promise<void> {
  if (!ctx.idempotencyKey) return;
  await tx
    .update(idempotencyKeys)
    .set({ output: output ?? null })
    .where(place(ctx, operation));
}
