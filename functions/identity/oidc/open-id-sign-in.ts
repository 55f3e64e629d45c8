import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { recordAudit } from "../../kernel/audit.ts";
import { anonymous } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { type Doorway, openSession, type Session } from "../sessions/open-session.ts";
import { type SecondStep, secondStepFor } from "../sign-in/second-step.ts";
import { giveTicket, readTicket, spendTicket } from "../sign-in/tickets.ts";
import { askProvider } from "./ask-provider.ts";
import { discover, type Metadata, readIdToken } from "./discovery.ts";
import { type Claims, userOfClaims } from "./link-user.ts";
import type { OpenIdProvider } from "./provider.ts";

type Begun = { provider: string; state: string; nonce: string; verifier: string; next: string };
const random = () => randomBytes(32).toString("base64url");
const refused = (cause?: unknown) =>
  new DomainError("unauthenticated", "The sign-in did not succeed: start again", {}, { cause });
const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const callbackOf = ({ publicUrl }: Pick<Doorway, "publicUrl">, { id }: OpenIdProvider) =>
  new URL(`/v1/sign-in/openid/${id}/callback`, publicUrl).href;

/** Where to send the browser (authorization code with PKCE, RFC 7636), and the ticket that it keeps meanwhile. */
export async function beginOpenIdSignIn(
  ctx: Doorway,
  provider: OpenIdProvider,
  next: string,
): Promise<{ address: string; ticket: string }> {
  const { authorization_endpoint } = await discover(provider, ctx.now());
  const begun: Begun = { provider: provider.id, state: random(), nonce: random(), verifier: random(), next };
  const address = new URL(authorization_endpoint);
  const parameters = {
    response_type: "code",
    client_id: provider.clientId,
    redirect_uri: callbackOf(ctx, provider),
    scope: provider.scopes.join(" "),
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: createHash("sha256").update(begun.verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return { address: address.href, ticket: giveTicket(ctx, "openid", begun) };
}

/** The end of the detour: who came back, as a session or a second step, and where they wanted to go. */
export async function completeOpenIdSignIn(
  ctx: Doorway,
  provider: OpenIdProvider,
  { ticket, answer, client }: { ticket: string; answer: URLSearchParams; client: string | null },
): Promise<{ opened: Session | SecondStep; next: string }> {
  const begun = readTicket<Begun>(ctx, "openid", ticket);
  if (begun.provider !== provider.id || !same(answer.get("state") ?? "", begun.state)) throw refused();
  await spendTicket(ctx, ticket);
  const metadata = await discover(provider, ctx.now());
  // RFC 9207: an answer that another provider made is told by its issuer.
  const issuer = answer.get("iss");
  if (issuer === null ? metadata.authorization_response_iss_parameter_supported : issuer !== provider.issuer)
    throw refused();
  const code = answer.get("code");
  if (!code) throw refused(answer.get("error"));
  const claims = await claimsOf(ctx, provider, metadata, { code, begun });
  const user = await ctx.db.transaction((tx) => userOfClaims({ tx, newId: ctx.newId }, provider, claims));
  const amr = claims["amr"];
  const mfa = Array.isArray(amr) && amr.includes("mfa");
  const second = mfa ? null : await secondStepFor(ctx, { userId: user.id, method: "openid" });
  const opened = second ?? (await openSession(ctx, { userId: user.id, method: "openid", mfa, client }));
  const actor = { ...anonymous, ...user, kind: "user" as const };
  const entry = {
    operation: "signIn",
    target: { kind: "user", id: user.id },
    result: "done" as const,
    ofAccount: true,
  };
  if (!second) await recordAudit(ctx.db, { ...ctx, actor }, entry);
  return { opened, next: begun.next };
}

async function claimsOf(
  ctx: Doorway,
  provider: OpenIdProvider,
  metadata: Metadata,
  { code, begun }: { code: string; begun: Begun },
): Promise<Claims> {
  const { clientId, clientSecret } = provider;
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: callbackOf(ctx, provider),
    code_verifier: begun.verifier,
    client_id: clientId,
  });
  const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
  if (clientSecret && metadata.token_endpoint_auth_methods_supported.includes("client_secret_basic")) {
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(":");
    headers["authorization"] = `Basic ${Buffer.from(pair).toString("base64")}`;
  } else if (clientSecret) form.set("client_secret", clientSecret);
  const { status, body } = await askProvider(metadata.token_endpoint, {
    method: "POST",
    headers,
    body: form.toString(),
  });
  const { id_token: idToken, access_token: accessToken } = body;
  if (status !== 200 || typeof idToken !== "string") throw refused(body["error"]);
  const claims = await readIdToken(provider, metadata, { idToken, nonce: begun.nonce, now: ctx.now() });
  if (!metadata.userinfo_endpoint || typeof accessToken !== "string") return claims;
  const more = await askProvider(metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } });
  // What is said of somebody else is not about the one who signs in.
  return more.status === 200 && more.body["sub"] === claims.sub ? { ...more.body, ...claims } : claims;
}
