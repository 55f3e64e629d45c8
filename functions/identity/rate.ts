import { DomainError } from "../kernel/errors.ts";

type Bucket = { tokens: number; at: number };
const most = 50_000;

/** Refuses who was too fast, with the seconds to wait. */
export function tooMany(seconds: number) {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  const message = `Too many requests: try again in ${retryAfterSeconds} s`;
  return new DomainError("limit_reached", message, { retryAfterSeconds });
}

/**
 * Token buckets in the memory of this process: N copies of the server allow N times as much, and on the edge each isolate
 * counts for itself. They keep one caller from taking what belongs to all, at no cost; a rate that was declared to somebody
 * is counted in the database (`tokens/take-turn.ts`).
 */
export class Turns {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes one of `perSecond` turns of this caller, `burst` of which may be saved up; throws `limit_reached` when none is left. */
  take(caller: string, { perSecond, burst }: { perSecond: number; burst: number }, now: Date): void {
    const at = now.getTime();
    const before = this.#buckets.get(caller);
    const tokens = before ? Math.min(burst, before.tokens + (Math.max(0, at - before.at) / 1000) * perSecond) : burst;
    // Those who ask stay at the end of the map, so that the first is the one that was quiet longest.
    if (before) this.#buckets.delete(caller);
    else if (this.#buckets.size >= most) this.#buckets.delete(this.#buckets.keys().next().value!);
    this.#buckets.set(caller, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    if (tokens >= 1) return;
    throw tooMany((1 - tokens) / perSecond);
  }
}
