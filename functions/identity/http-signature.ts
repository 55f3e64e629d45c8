import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** HTTP Message Signatures (RFC 9421) with `hmac-sha256`, over method, path, query and body digest. */
const covered = ["@method", "@path", "@query", "content-digest"] as const;
const label = "flyloft";

export type Signable = { method: string; url: string; body: Uint8Array | string };
export type SigningKey = { keyId: string; secret: string };

/** The digest of RFC 9530; an absent body is an empty one. */
export const contentDigest = (body: Uint8Array | string) =>
  `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;

function signatureBase({ method, url }: Signable, digest: string, parameters: string) {
  const { pathname, search } = new URL(url);
  const values = {
    "@method": method.toUpperCase(),
    "@path": pathname,
    "@query": search || "?",
    "content-digest": digest,
  };
  return [...covered.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${parameters}`].join("\n");
}

const hmac = (secret: string, base: string) => createHmac("sha256", secret).update(base).digest();

/** The headers that prove who sent this request; `created` in seconds, `nonce` used once. */
export function signRequest(
  request: Signable,
  key: SigningKey,
  { created, nonce }: { created: number; nonce: string },
) {
  const digest = contentDigest(request.body);
  const names = covered.map((name) => `"${name}"`).join(" ");
  const parameters = `(${names});created=${created};nonce="${nonce}";keyid="${key.keyId}";alg="hmac-sha256"`;
  const signature = hmac(key.secret, signatureBase(request, digest, parameters)).toString("base64");
  return {
    "content-digest": digest,
    "signature-input": `${label}=${parameters}`,
    signature: `${label}=:${signature}:`,
  };
}

export type SignatureInput = {
  keyId: string;
  created: number;
  nonce: string;
  parameters: string;
  signature: Uint8Array;
};

const inputForm = new RegExp(
  `^([a-z]{1,32})=(\\(${covered.map((name) => `"${name}"`).join(" ")}\\);` +
    'created=(\\d{1,12});nonce="([\\w-]{8,64})";keyid="([\\w-]{1,64})";alg="hmac-sha256")$',
);
const signatureForm = /^([a-z]{1,32})=:([A-Za-z0-9+/]{43}=):$/;

/** Reads the two signature headers; null when they are absent or not of the one accepted form. */
export function readSignature(headers: Headers): SignatureInput | null {
  const input = inputForm.exec(headers.get("signature-input") ?? "");
  const signed = signatureForm.exec(headers.get("signature") ?? "");
  if (!input || !signed) return null;
  const [, name, parameters = "", created, nonce = "", keyId = ""] = input;
  const [, sameName, value = ""] = signed;
  const signature = Buffer.from(value, "base64");
  if (name !== sameName || signature.toString("base64") !== value) return null;
  return { keyId, created: Number(created), nonce, parameters, signature };
}

/** True when the signature was made with this secret over this very request. Freshness and replay are the caller's to check. */
export function signatureMatches(
  request: Signable,
  digest: string | null,
  input: SignatureInput,
  secret: string,
): boolean {
  if (digest !== contentDigest(request.body)) return false;
  const expected = hmac(secret, signatureBase(request, digest, input.parameters));
  return expected.length === input.signature.length && timingSafeEqual(expected, input.signature);
}
