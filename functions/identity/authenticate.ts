import { accessKeys } from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { Actor, Ctx } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { inRange } from "../kernel/policy.ts";
import type { Identified } from "./actors/identified.ts";
import { useKey, userOfKey } from "./actors/of-key.ts";
import { userOfSession } from "./actors/of-session.ts";
import { type TokenUse, userOfToken, userOfTokenId } from "./actors/of-token.ts";
import { readCookie, accessCookies } from "./sessions/cookies.ts";
import { readSignature, signatureMatches } from "./http-signature.ts";
import { Turns } from "./rate.ts";
import { factsOf } from "./request-facts.ts";
import { looksLikeApiToken, tokenPrefix } from "./tokens/api-token-text.ts";
import { takeTurn } from "./tokens/take-turn.ts";
import { readAccessToken } from "./tokens/session-tokens.ts";

type Doorway = Pick<Ctx, "db" | "now" | "secrets" | "sourceIp" | "limits">;
export type Authenticated = Actor & { sessionId: string | null };

const unauthenticated = (message: string) => new DomainError("unauthenticated", message);
/** How far the clock of a signer may be off, in seconds. */
const signatureWindow = 300;
const turns = new Turns();

/** Who sends this request: a session (Bearer or cookie), an API token, or a signing key. Throws `unauthenticated` for everybody else. */
export async function authenticate(ctx: Doorway, request: Request, body: Uint8Array | null): Promise<Authenticated> {
  const found = await identify(ctx, request, body);
  const perSecond = ctx.limits.requestsPerSecond;
  turns.take(found.id, { perSecond, burst: 2 * perSecond }, ctx.now());
  return known(ctx, found, request.headers);
}

/** Everything that a request may prove itself with, told apart by its form. */
async function identify(ctx: Doorway, request: Request, body: Uint8Array | null): Promise<Identified> {
  const { headers } = request;
  if (headers.has("signature-input")) return byKey(ctx, request, body ?? new Uint8Array());
  const authorization = headers.get("authorization");
  const token =
    authorization === null ? readCookie(headers, accessCookies) : /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (!token) throw unauthenticated("Sign in first");
  if (token.startsWith(tokenPrefix)) return byApiToken(ctx, token);
  const claims = await readAccessToken(ctx, token);
  const found = claims && (await userOfSession(ctx, claims.sessionId, headers.get("x-project-id")));
  if (!found || found.id !== claims.userId) throw unauthenticated("This session is over: sign in again");
  return found;
}

const known = (ctx: Doorway, { mfa, ...found }: Identified, headers: Headers): Authenticated => ({
  ...found,
  facts: factsOf(ctx, headers, mfa),
});

async function byApiToken(ctx: Doorway, token: string): Promise<Identified> {
  const found = looksLikeApiToken(token) ? await userOfToken(ctx, token) : null;
  if (!found) throw unauthenticated("This token is not valid, or not any more");
  const { addresses, rated, ...identified } = found;
  if (addresses && !addresses.some((range) => inRange(ctx.sourceIp ?? "", range)))
    throw new DomainError("forbidden", "This token may not be used from this address");
  if (rated) await takeTurn(ctx.db, found.id, ctx.now());
  return identified;
}

/** A key's secret never changes, so it is read once; whether the key is good is asked every time. */
const secretsOfKeys = new Map<string, string>();
const mostSecrets = 10_000;

async function secretOf({ db, secrets }: Doorway, keyId: string): Promise<string | null> {
  const before = secretsOfKeys.get(keyId);
  if (before) return before;
  const [row] = await db.select({ secret: accessKeys.secret }).from(accessKeys).where(eq(accessKeys.id, keyId));
  if (!row) return null;
  const secret = secrets.open(row.secret, `access_key/${keyId}`);
  if (secretsOfKeys.size >= mostSecrets) secretsOfKeys.delete(secretsOfKeys.keys().next().value!);
  secretsOfKeys.set(keyId, secret);
  return secret;
}

async function byKey(ctx: Doorway, request: Request, body: Uint8Array): Promise<Identified> {
  const wrong = unauthenticated("The signature is not valid: check key, secret and what was signed");
  const input = readSignature(request.headers);
  if (!input) throw wrong;
  if (Math.abs(ctx.now().getTime() / 1000 - input.created) > signatureWindow)
    throw unauthenticated("The signature is too old or from the future: set the clock of the machine that signs");
  const secret = await secretOf(ctx, input.keyId);
  const { method, url, headers } = request;
  if (!secret || !signatureMatches({ method, url, body }, headers.get("content-digest"), input, secret)) throw wrong;
  const expiresAt = new Date((input.created + 2 * signatureWindow) * 1000);
  const found = await useKey(ctx, input.keyId, { nonce: input.nonce, expiresAt });
  if (!found) throw wrong;
  const { fresh, ...identified } = found;
  if (!fresh) throw unauthenticated("This request was sent before: sign each one with a new nonce");
  return identified;
}

/** Whether somebody who was let in may stay as they are: session, key, token, user and rights are unchanged. For what runs long. */
export async function mayStay(
  ctx: Pick<Ctx, "db" | "now">,
  actor: Actor & { sessionId?: string | null },
): Promise<boolean> {
  const found = await again(ctx, actor);
  return (
    found !== null &&
    JSON.stringify([found.statements, found.boundary]) === JSON.stringify([actor.statements, actor.boundary])
  );
}

function again(
  ctx: Pick<Ctx, "db" | "now">,
  { kind, id, projectId, sessionId }: Actor & { sessionId?: string | null },
): Promise<(Identified & Partial<TokenUse>) | null> {
  if (kind === "key") return userOfKey(ctx, id);
  if (kind === "token") return userOfTokenId(ctx, id);
  return sessionId ? userOfSession(ctx, sessionId, projectId).catch(() => null) : Promise.resolve(null);
}
