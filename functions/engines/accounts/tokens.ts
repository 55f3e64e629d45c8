import { errors, jwtVerify, SignJWT } from "jose";
import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { Account } from "./account.ts";
import { keysOf } from "./engine-keys.ts";

/** `passwordAt` says by which of its passwords the account got it. */
export type TokenClaims = { account: string; passwordAt: number; expiresAt: number };
type Given = Pick<PlaneCall, "db" | "secrets" | "engine" | "now">;

const algorithm = "RS512";

/** A token by which an account asks until it ends; `lifetime` in seconds. */
export async function issueToken(
  given: Given,
  { name, roles, passwordAt }: Account,
  lifetime: number,
): Promise<string> {
  const { sign } = await keysOf(given);
  const issued = Math.floor(given.now().getTime() / 1000);
  return new SignJWT({ account: name, roles, passwordAt })
    .setProtectedHeader({ alg: algorithm, typ: "JWT" })
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetime)
    .sign(sign);
}

/** Tokens whose signature was right, by engine and text: most requests come with one that was seen before. */
const seen = new Map<string, TokenClaims>();
const most = 20_000;

/** What a token says, checked without waiting when it was seen before; null when it was not. */
export function seenToken({ engine, now }: Pick<Given, "engine" | "now">, token: string): TokenClaims | null {
  const claims = seen.get(`${engine.id}\n${token}`);
  if (claims) assertCurrent(claims, now());
  return claims ?? null;
}

export async function verifyToken(given: Given, token: string): Promise<TokenClaims> {
  const { verify } = await keysOf(given);
  const { payload } = await jwtVerify(token, verify, { algorithms: [algorithm], currentDate: given.now() }).catch(
    (error: unknown) => {
      throw error instanceof errors.JWTExpired ? expired() : unauthorised("The token is not valid");
    },
  );
  const { account, passwordAt, exp } = payload;
  if (typeof account !== "string" || typeof passwordAt !== "number" || exp === undefined)
    throw unauthorised("The token is not valid");
  const claims = { account, passwordAt, expiresAt: exp * 1000 };
  if (seen.size >= most) seen.clear();
  seen.set(`${given.engine.id}\n${token}`, claims);
  return claims;
}

function assertCurrent({ expiresAt }: TokenClaims, now: Date) {
  if (expiresAt <= now.getTime()) throw expired();
}

export const expired = () => new PlaneError(planeCodes.tokenExpired, "Token is expired");
export const unauthorised = (why: string) => new PlaneError(planeCodes.unauthorised, "Request unauthorized", why);
