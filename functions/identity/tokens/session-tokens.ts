import { createHash, randomBytes } from "node:crypto";
import { decodeProtectedHeader, jwtVerify, SignJWT } from "jose";
import type { Ctx } from "../../kernel/context.ts";
import { currentSigningKey, verifyingKey } from "../keys/signing-keys.ts";

const issuer = "flyloft";
const audience = "flyloft:api";
export const accessTokenSeconds = 900;
/** How far the clocks of two servers may differ, in seconds. */
const clockTolerance = 5;

export type Claims = { userId: string; sessionId: string; projectId: string };

/** A short-lived session token (RFC 7519, EdDSA). */
export async function signAccessToken(
  ctx: Pick<Ctx, "db" | "secrets" | "now" | "newId">,
  claims: Claims,
): Promise<string> {
  const { kid, key } = await currentSigningKey(ctx);
  const issued = Math.floor(ctx.now().getTime() / 1000);
  return new SignJWT({ sid: claims.sessionId, prj: claims.projectId })
    .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.userId)
    .setIssuedAt(issued)
    .setExpirationTime(issued + accessTokenSeconds)
    .sign(key);
}

/** One token, one text: blanks and spare bits that decoders overlook would make many of it. */
function isPlain(token: string): boolean {
  const signature = /^[\w-]+\.[\w-]+\.([\w-]+)$/.exec(token)?.[1];
  return signature !== undefined && Buffer.from(signature, "base64url").toString("base64url") === signature;
}

type Proved = { claims: Claims; from: number; until: number };
/** Whose signature was right once is right: only key and clock are looked at again. */
const proved = new Map<string, Proved>();
const mostProved = 10_000;

function remember(token: string, { iat, exp }: { iat: number; exp: number }, claims: Claims): void {
  if (proved.size >= mostProved) proved.delete(proved.keys().next().value!);
  const until = Math.min(exp, iat + accessTokenSeconds);
  proved.set(token, { claims, from: iat - clockTolerance, until: until + clockTolerance });
}

/** Null for every token that is not ours, not for us, or not valid now. */
export async function readAccessToken({ db, now }: Pick<Ctx, "db" | "now">, token: string): Promise<Claims | null> {
  if (!isPlain(token)) return null;
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = kid ? await verifyingKey(db, kid, now()) : null;
    if (!key) return null;
    const before = proved.get(token);
    const seconds = now().getTime() / 1000;
    if (before && before.from < seconds && seconds < before.until) return before.claims;
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: ["EdDSA"],
      typ: "at+jwt",
      currentDate: now(),
      requiredClaims: ["sub", "iat", "exp"],
      maxTokenAge: accessTokenSeconds,
      clockTolerance,
    });
    const { sub, sid, prj, iat, exp } = payload;
    if (typeof sub !== "string" || typeof sid !== "string" || typeof prj !== "string") return null;
    const claims = { userId: sub, sessionId: sid, projectId: prj };
    remember(token, { iat: iat!, exp: exp! }, claims);
    return claims;
  } catch (error) {
    // jose names what is wrong with a token; anything else is a fault of ours.
    if (/^(ERR_J|ERR_JW)/.test((error as { code?: string }).code ?? "") || error instanceof TypeError) return null;
    throw error;
  }
}

/** `ses_….secret`: the session it renews, and what proves it. */
export const makeRefreshToken = (sessionId: string) => `${sessionId}.${randomBytes(32).toString("base64url")}`;
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");
