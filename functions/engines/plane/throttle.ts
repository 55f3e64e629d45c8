import { PlaneError, planeCodes } from "./errors.ts";
import type { EngineLimits } from "./limits.ts";

/** Turns that are saved up, so many at most, one every so many milliseconds. */
export class Turns {
  #left = -1;
  #at = 0;

  /** Takes some of them unless there are too few. */
  take(now: number, { most, every, count = 1 }: { most: number; every: number; count?: number }): boolean {
    this.#left = this.#left < 0 ? most : Math.min(most, this.#left + (now - this.#at) / every);
    this.#at = now;
    if (this.#left < count) return false;
    this.#left -= count;
    return true;
  }
}

/** How often clients look for instances by default, the most eager of them, in seconds (protocol §7.1). */
const eagerSeconds = 11;
/** What a client may do at once that comes back or hears of a change. */
const saved = { heartbeats: 3, discoveries: 6, seconds: 2 };

const tooMany = (what: string) =>
  new PlaneError(planeCodes.tooMany, "Too many requests", `Too many ${what}: ask again later`);

/**
 * Holds clients to the limits of an engine (LIM-07 to LIM-13) as far as one copy of it sees them. Whoever keeps to the interval that
 * an SDK has by default, or to the one that it has declared, is never held up.
 */
export class Throttle {
  readonly #limits: EngineLimits;
  readonly #clock: () => number;
  readonly #heartbeats = new Turns();
  readonly #registrations = new Turns();

  constructor(limits: EngineLimits, clock: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#clock = clock;
  }

  heartbeat(turns: Turns, declaredSeconds: number) {
    const now = this.#clock();
    const seconds = Math.min(this.#limits.heartbeatSeconds, declaredSeconds);
    if (!turns.take(now, { most: saved.heartbeats, every: seconds * 1000 }))
      throw tooMany("heartbeats of this instance");
    this.heartbeats(1);
  }

  heartbeats(count: number) {
    if (!take(this.#heartbeats, this.#clock(), this.#limits.heartbeatsPerSecond, count)) throw tooMany("heartbeats");
  }

  registrations(count: number) {
    if (!take(this.#registrations, this.#clock(), this.#limits.registrationsPerSecond, count))
      throw tooMany("registrations");
  }

  /** Of one service by all instances of another. Whoever `knows` an answer is not refused: then it is false that there is a turn. */
  discovery(turns: Turns, instances: number, knows = false): boolean {
    const seconds = Math.min(this.#limits.discoverySeconds, eagerSeconds);
    const each = Math.max(1, instances);
    const taken = turns.take(this.#clock(), { most: saved.discoveries * each, every: (seconds * 1000) / each });
    if (!taken && !knows) throw tooMany("discoveries of this service");
    return taken;
  }
}

/** More at once than can ever be saved up takes all there is, so that it is possible at all. */
function take(turns: Turns, now: number, perSecond: number, count: number) {
  const most = perSecond * saved.seconds;
  return turns.take(now, { most, every: 1000 / perSecond, count: Math.min(count, most) });
}
