import type { Breaking } from "../policies/circuit-breaking.ts";
import { Breaker, type BreakerState } from "./breaker.ts";
import { Bulkhead } from "./bulkhead.ts";

const most = 10_000;

/** The rule of this moment: it may change although nobody calls. */
type RuleNow = (() => Breaking) | null;

/** One breaker and one bulkhead for each operation, by its name. */
export class Breakers {
  readonly #guards = new Map<string, { breaker: Breaker; bulkhead: Bulkhead; rule: RuleNow }>();

  /** The guards of that name; `rule` is asked to tell the state of the breaker later. */
  of(name: string, rule: RuleNow): { breaker: Breaker; bulkhead: Bulkhead } {
    let guard = this.#guards.get(name);
    if (!guard) {
      if (this.#guards.size >= most) this.#guards.delete(this.#guards.keys().next().value!);
      guard = { breaker: new Breaker(), bulkhead: new Bulkhead(), rule };
      this.#guards.set(name, guard);
    }
    guard.rule = rule;
    return guard;
  }

  /** The state of every breaker that a rule speaks of. */
  states(now: number): Map<string, BreakerState> {
    const states = new Map<string, BreakerState>();
    for (const [name, { breaker, rule }] of this.#guards) {
      const asked = rule?.();
      if (asked?.enabled || asked?.forceOpen) states.set(name, breaker.state(asked, now));
    }
    return states;
  }
}
