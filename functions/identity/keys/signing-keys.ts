import { signingKeys, type Db } from "@flyloft/db";
import { desc, gt, lt } from "drizzle-orm";
import { exportJWK, generateKeyPair, importJWK, type JWK } from "jose";
import type { Ctx } from "../../kernel/context.ts";

type Keys = Pick<Ctx, "db" | "secrets" | "now" | "newId">;
export type VerifyingKey = { kid: string; key: Awaited<ReturnType<typeof importJWK>> };

const signsForDays = 30;
// A token may be signed in the last second of a key's life; it must outlive the longest access token.
const verifiesForDays = signsForDays + 1;
const day = 86_400_000;

/** The key that signs now; made when there is none yet or the last one is spent. */
export async function currentSigningKey(
  ctx: Keys,
): Promise<{ kid: string; key: Awaited<ReturnType<typeof importJWK>> }> {
  const [row] = await ctx.db
    .select()
    .from(signingKeys)
    .where(gt(signingKeys.signsUntil, ctx.now()))
    .orderBy(desc(signingKeys.id))
    .limit(1);
  const { id, privateJwk } = row ?? (await rotateSigningKey(ctx));
  return {
    kid: id,
    key: await importJWK(JSON.parse(ctx.secrets.open(privateJwk, `signing_key/${id}`)) as JWK, "EdDSA"),
  };
}

/**
 * Makes a new key that signs from now on; the ones before go on verifying until their time is up, or no longer when they are
 * not to be trusted: then every access token is refused, and sessions renew theirs.
 */
export async function rotateSigningKey(ctx: Keys, { distrustOthers = false } = {}) {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const id = ctx.newId("key");
  const now = ctx.now().getTime();
  await ctx.db.delete(signingKeys).where(distrustOthers ? undefined : lt(signingKeys.verifiesUntil, ctx.now()));
  const [row] = await ctx.db
    .insert(signingKeys)
    .values({
      id,
      publicJwk: { ...(await exportJWK(publicKey)), kid: id, alg: "EdDSA", use: "sig" },
      privateJwk: ctx.secrets.seal(JSON.stringify(await exportJWK(privateKey)), `signing_key/${id}`),
      signsUntil: new Date(now + signsForDays * day),
      verifiesUntil: new Date(now + verifiesForDays * day),
    })
    .returning();
  return row!;
}

/** Makes the next key a day before the last one stops signing, so that nobody who signs in has to wait for it. */
export async function rotateSigningKeyWhenDue(ctx: Keys): Promise<boolean> {
  const tomorrow = new Date(ctx.now().getTime() + day);
  const [fresh] = await ctx.db
    .select({ id: signingKeys.id })
    .from(signingKeys)
    .where(gt(signingKeys.signsUntil, tomorrow))
    .limit(1);
  if (fresh) return false;
  await rotateSigningKey(ctx);
  return true;
}

const remembered = new Map<string, { at: number; key: VerifyingKey["key"] }>();

/** The public key of this id; remembered for a minute, so that most requests need no statement for it. */
export async function verifyingKey(db: Db, kid: string, now: Date): Promise<VerifyingKey["key"] | null> {
  const hit = remembered.get(kid);
  if (hit && now.getTime() - hit.at < 60_000) return hit.key;
  const rows = await db.select().from(signingKeys).where(gt(signingKeys.verifiesUntil, now));
  remembered.clear();
  for (const row of rows)
    remembered.set(row.id, { at: now.getTime(), key: await importJWK(row.publicJwk as JWK, "EdDSA") });
  return remembered.get(kid)?.key ?? null;
}

/** The public halves, for those who verify tokens themselves (RFC 7517). */
export const publicKeys = async (db: Db, now: Date) => ({
  keys: (
    await db.select({ jwk: signingKeys.publicJwk }).from(signingKeys).where(gt(signingKeys.verifiesUntil, now))
  ).map(({ jwk }) => jwk),
});
