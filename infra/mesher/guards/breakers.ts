import type { Breaking } from "../policies/circuit-breaking.ts";
import { Breaker } from "./breaker.ts";
import { Bulkhead } from "./bulkhead.ts";

const most = 10_000;

/** One breaker and one bulkhead for each operation, by its name. */
export class Breakers {
  readonly #guards = new Map<string, { breaker: Breaker; bulkhead: Bulkhead; rule: Breaking | null }>();

  /** The guards of that name; `rule` is what is asked of the breaker now, to tell its state later. */
  of(name: string, rule: Breaking | null): { breaker: Breaker; bulkhead: Bulkhead } {
    let guard = this.#guards.get(name);
    if (!guard) {
      if (this.#guards.size >= most) this.#guards.delete(this.#guards.keys().next().value!);
      guard = { breaker: new Breaker(), bulkhead: new Bulkhead(), rule };
      this.#guards.set(name, guard);
    }
    guard.rule = rule;
    return guard;
  }

  isOpen(name: string, now: number): boolean {
    const guard = this.#guards.get(name);
    return guard?.rule ? guard.breaker.state(guard.rule, now) !== "closed" : false;
  }

  states(now: number): Record<string, string> {
    const guarded = [...this.#guards].filter(([, { rule }]) => rule?.enabled || rule?.forceOpen);
    return Object.fromEntries(guarded.map(([name, { breaker, rule }]) => [name, breaker.state(rule!, now)]));
  }
}
