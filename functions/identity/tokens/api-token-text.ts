import { createHash, randomBytes } from "node:crypto";

/** `flt_`, 32 random characters (190 bits), 6 of a checksum: scanners find a leaked one, and typing errors cost no look-up. */
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const tokenPrefix = "flt_";
const [secretLength, checksumLength] = [32, 6];

function inAlphabet(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (; text.length < length; rest /= 62n) text += alphabet[Number(rest % 62n)];
  return text;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();
const checksum = (text: string) => inAlphabet(sha256(text), checksumLength);

export function makeApiToken(): string {
  // 32 bytes for 24 bytes' worth of characters: what is left over of the division is not noticeable.
  const text = tokenPrefix + inAlphabet(randomBytes(32), secretLength);
  return text + checksum(text);
}

/** Whether a text could be a token at all. */
export function looksLikeApiToken(text: string): boolean {
  if (!/^flt_[0-9A-Za-z]{38}$/.test(text)) return false;
  const body = text.slice(0, -checksumLength);
  return text === body + checksum(body);
}

export const hashApiToken = (token: string): string => sha256(token).toString("base64url");
/** What its owner recognises it by. */
export const hintOf = (token: string): string => `${token.slice(0, tokenPrefix.length + 4)}…`;
