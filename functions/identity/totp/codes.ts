import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** One-time codes of RFC 6238 as every app makes them: HMAC-SHA-1, 30 seconds, 6 digits. */
const [stepSeconds, digits] = [30, 6];
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const makeTotpSecret = (): Buffer => randomBytes(20);

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds);

/** The code of one step (RFC 4226, section 5.3). */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const number = mac.readUInt32BE(mac[19]! & 0x0f) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step whose code this is: now, the one before or the one after, and later than the last that was used; else null. */
export function acceptedStep(secret: Uint8Array, code: string, at: Date, lastStep: number): number | null {
  const given = Buffer.from(code);
  let accepted: number | null = null;
  for (const step of [-1, 0, 1].map((off) => stepAt(at) + off)) {
    const wanted = Buffer.from(codeOf(secret, step));
    if (given.length === wanted.length && timingSafeEqual(given, wanted) && step > lastStep) accepted ??= step;
  }
  return accepted;
}

/** What an authenticator app reads from a QR code. */
export const totpAddress = (secret: Uint8Array, account: string, user: string): string =>
  `otpauth://totp/${encodeURIComponent(`Flyloft:${user}@${account}`)}?secret=${base32(secret)}&issuer=Flyloft`;
