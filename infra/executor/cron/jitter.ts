import { createHash } from "node:crypto";

/** A delay between 1 s and `jitterMs` that depends only on what fires when; 0 without jitter. */
export function jitterOf(fnId: string, expr: string, fireMs: number, jitterMs: number): number {
  if (jitterMs <= 1_000) return jitterMs;
  const digest = createHash("sha256").update(`${fnId}\n${expr}\n${fireMs}`).digest();
  return 1_000 + (digest.readUInt32BE(0) % (jitterMs - 1_000));
}
