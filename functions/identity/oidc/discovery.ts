import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { DomainError } from "../../kernel/errors.ts";
import { askProvider, providerFailed } from "./ask-provider.ts";
import type { OpenIdProvider } from "./provider.ts";

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
export type Metadata = z.output<typeof metadata>;

// Only answers are remembered, never requests under way: on the edge those belong to whoever sent them.
const known = new Map<string, { at: number; metadata: Metadata }>();
const keys = new Map<string, { at: number; keys: JSONWebKeySet }>();
const hour = 3_600_000;
/** A token with a new key makes us look, but not oftener than this. */
const keysPause = 10_000;

/** What a provider says of itself (OpenID Connect Discovery 1.0); remembered for an hour. */
export async function discover({ issuer }: OpenIdProvider, now: Date): Promise<Metadata> {
  const hit = known.get(issuer);
  if (hit && now.getTime() - hit.at < hour) return hit.metadata;
  const { status, body } = await askProvider(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const parsed = metadata.safeParse(body);
  if (status !== 200 || !parsed.success || parsed.data.issuer !== issuer) throw providerFailed(parsed.error);
  known.set(issuer, { at: now.getTime(), metadata: parsed.data });
  return parsed.data;
}

async function keysOf(uri: string, now: Date, olderThan: number): Promise<JSONWebKeySet> {
  const hit = keys.get(uri);
  if (hit && now.getTime() - hit.at < olderThan) return hit.keys;
  const { status, body } = await askProvider(uri);
  if (status !== 200 || !Array.isArray(body["keys"])) throw providerFailed();
  const found = body as unknown as JSONWebKeySet;
  keys.set(uri, { at: now.getTime(), keys: found });
  return found;
}

const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
/** Clocks may differ by this much, in seconds. */
const clockTolerance = 60;

/** Checks an ID token as OpenID Connect Core 1.0, section 3.1.3.7 asks; looks for new keys when it is signed with one. Throws `unauthenticated`. */
export async function readIdToken(
  { clientId }: OpenIdProvider,
  { issuer, jwks_uri }: Metadata,
  { idToken, nonce, now }: { idToken: string; nonce: string; now: Date },
): Promise<JWTPayload & { sub: string }> {
  const verify = async (olderThan: number) =>
    jwtVerify(idToken, createLocalJWKSet(await keysOf(jwks_uri, now, olderThan)), {
      issuer,
      audience: clientId,
      algorithms,
      clockTolerance,
      currentDate: now,
      maxTokenAge: "10 minutes",
      requiredClaims: ["sub", "exp", "iat"],
    });
  try {
    const { payload } = await verify(hour).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey) return verify(keysPause);
      throw error;
    });
    const { azp, aud, sub } = payload;
    const forOthers = Array.isArray(aud) && aud.length > 1 && azp !== clientId;
    if (payload["nonce"] !== nonce || forOthers || (azp !== undefined && azp !== clientId))
      throw new errors.JWTInvalid("Not for us");
    return { ...payload, sub: sub! };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      throw new DomainError("unauthenticated", "The sign-in service's word was not accepted", {}, { cause: error });
    throw error;
  }
}
