import type { Limit } from "../policies/rate-limit.ts";

type State = { from: number; used: number; level: number; at: number };

const mostLimits = 10_000;

/** Counts calls against limits. What a limit allows may change between two calls; what was used stays used. */
export class Limiter {
  readonly #states = new Map<string, State>();

  /** Whether one more call is within the limit now (milliseconds of a steady clock). */
  admits(limit: Limit, now: number): boolean {
    const state = this.#stateOf(limit.name, now);
    if (limit.strategy === "FixedWindow") return inWindow(state, limit, now);
    return limit.strategy === "TokenBucket" ? takesToken(state, limit, now) : fitsBucket(state, limit, now);
  }

  #stateOf(name: string, now: number): State {
    let state = this.#states.get(name);
    if (!state) {
      // Limits of rules that are gone and of identifiers that stay away; the oldest goes.
      if (this.#states.size >= mostLimits) this.#states.delete(this.#states.keys().next().value!);
      state = { from: now, used: 0, level: 0, at: now };
      this.#states.set(name, state);
    }
    return state;
  }
}

function inWindow(state: State, { calls, everyMs }: Limit, now: number): boolean {
  if (now - state.from >= everyMs) {
    state.from = now - ((now - state.from) % everyMs);
    state.used = 0;
  }
  if (state.used + 1 > calls) return false;
  state.used++;
  return true;
}

/** `level` is what was taken and has not flowed back yet. */
function flowBack(state: State, { calls, everyMs }: Limit, now: number) {
  state.level = Math.max(0, state.level - ((now - state.at) * calls) / everyMs);
  state.at = now;
}

function takesToken(state: State, limit: Limit, now: number): boolean {
  flowBack(state, limit, now);
  if (state.level + 1 > Math.max(limit.burst, Math.min(1, limit.calls))) return false;
  state.level++;
  return true;
}

/** Calls leave the bucket at an even pace: within any short time no more than their share may come. */
function fitsBucket(state: State, limit: Limit, now: number): boolean {
  return takesToken(state, { ...limit, burst: 1 }, now) && limit.calls > 0;
}
