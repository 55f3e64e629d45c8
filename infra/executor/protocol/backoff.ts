const seconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const refusedSeconds = [0, 1, 2, 5, 10];
const minRetryAfterMs = 1_000;
const maxRetryAfterMs = 86_400_000;

/** Milliseconds before the attempt after `attempt` (from 0): the published table plus up to 30 s at random, scaled. */
export function backoffMs(attempt: number, scale: number, random = Math.random()): number {
  const base = seconds[Math.min(attempt, seconds.length - 1)] ?? 7200;
  return Math.round((base + random * 30) * 1000 * scale);
}

/** Milliseconds before asking an app again that could not be reached, `times` times so far. */
export const refusedMs = (times: number) => (refusedSeconds[Math.min(times, refusedSeconds.length - 1)] ?? 10) * 1000;

/** Milliseconds of a `retry-after` header (seconds or a date), between 1 s and 24 h; undefined when unreadable. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined || header === "") return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  if (Number.isNaN(ms)) return undefined;
  return Math.min(Math.max(ms, minRetryAfterMs), maxRetryAfterMs);
}
