import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function encode(value: bigint, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) {
    text = alphabet[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}

/** A ULID of this time (milliseconds) and ten bytes of entropy. */
export function ulid(timeMs = Date.now(), entropy: Uint8Array = randomBytes(10)): string {
  return encode(BigInt(timeMs), 10) + encode(BigInt(`0x${Buffer.from(entropy).toString("hex")}`), 16);
}

/**
 * The id of the `position`-th event (from 1) of a request that carries an event id seed, `<ms>,<base64 of ten bytes>`.
 * A repeated request gets the same ids. Undefined when the seed is malformed.
 */
export function seededUlid(seed: string, position: number): string | undefined {
  const [time = "", encoded = ""] = seed.split(",");
  const bytes = Buffer.from(encoded, "base64");
  if (!/^\d{1,14}$/.test(time) || bytes.length !== 10) return undefined;
  bytes.writeUInt32BE((bytes.readUInt32BE(6) + position) >>> 0, 6);
  return ulid(Number(time), bytes);
}
