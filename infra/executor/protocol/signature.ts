import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const prefixOf = (key: string) => /^signkey-\w+-/.exec(key)?.[0] ?? "";
const secretOf = (key: string) => key.slice(prefixOf(key).length);
const allowedSkewSeconds = 300;

/** Throws when the key is not hex of even length: the SDK hashes its bytes. */
export function assertSigningKey(key: string): void {
  if (/^([0-9a-f]{2})+$/i.test(secretOf(key))) return;
  throw new Error("INNGEST_SIGNING_KEY must be hex of even length, with or without the prefix signkey-<word>-");
}

const hmac = (key: string, body: string, seconds: string) =>
  createHmac("sha256", secretOf(key)).update(body).update(seconds).digest("hex");

/** Value of `x-inngest-signature` for a body that is already canonical JSON, or empty. */
export function sign(key: string, body: string, nowMs = Date.now()): string {
  const seconds = String(Math.floor(nowMs / 1000));
  return `t=${seconds}&s=${hmac(key, body, seconds)}`;
}

/** True when the SDK signed exactly this raw text with one of the keys, at most five minutes from our clock. */
export function responseIsGenuine(
  keys: readonly string[],
  header: string | undefined,
  rawBody: string,
  nowMs = Date.now(),
): boolean {
  const given = new URLSearchParams(header ?? "");
  const seconds = given.get("t") ?? "";
  if (!/^\d{1,12}$/.test(seconds) || Math.abs(nowMs / 1000 - Number(seconds)) > allowedSkewSeconds) return false;
  return keys.some((key) => sameText(given.get("s") ?? "", hmac(key, rawBody, seconds)));
}

/** The token the SDK sends to the API: the key's bytes hashed, behind its prefix. */
export const bearerOf = (key: string) =>
  prefixOf(key) +
  createHash("sha256")
    .update(Buffer.from(secretOf(key), "hex"))
    .digest("hex");

/** Accepts a hashed key with or without its prefix, in constant time. */
export function bearerIsValid(keys: readonly string[], authorization: string | undefined): boolean {
  const token = /^bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  return keys.some((key) => {
    const expected = bearerOf(key);
    return sameText(token, expected) || sameText(token, expected.slice(prefixOf(key).length));
  });
}

/** Constant-time comparison that does not tell the length either. */
export function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
