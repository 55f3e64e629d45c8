import type { Breaking } from "../policies/circuit-breaking.ts";

export type BreakerState = "closed" | "open" | "half-open";

/** How a call that was let through ended. */
export type Verdict = { failed: boolean; tookMs: number };

type Slice = { at: number; calls: number; failed: number; slow: number };

const sliceMs = 500;

/**
 * One circuit breaker. What it was told to do is handed in with every call, so that a changed rule acts on the next one; what it
 * has seen stays. Times are milliseconds of a steady clock.
 */
export class Breaker {
  #state: BreakerState = "closed";
  #openedAt = 0;
  #slices: Slice[] = [];
  #recent: { failed: boolean; slow: boolean }[] = [];
  #probing = 0;
  #probed = { calls: 0, failed: 0, slow: 0 };
  #inRow = 0;
  #era = 0;

  /** Null when the call must not be made; otherwise what must be told once how it ended, or that nobody knows. */
  admit(rule: Breaking, now: number): ((verdict: Verdict | null, now: number) => void) | null {
    if (rule.forceOpen) return null;
    if (rule.forceClosed || !rule.enabled) {
      this.#close();
      return () => {};
    }
    if (this.#state === "open") {
      if (now - this.#openedAt < rule.openMs) return null;
      this.#become("half-open");
    }
    const era = this.#era;
    if (this.#state === "closed") return (verdict, at) => era === this.#era && verdict && this.#note(rule, verdict, at);
    if (this.#probing + this.#probed.calls >= rule.probes) return null;
    this.#probing++;
    return (verdict, at) => era === this.#era && this.#probe(rule, verdict, at);
  }

  state(rule: Breaking, now: number): BreakerState {
    if (rule.forceOpen) return "open";
    if (rule.forceClosed || !rule.enabled) return "closed";
    return this.#state === "open" && now - this.#openedAt >= rule.openMs ? "half-open" : this.#state;
  }

  #become(state: BreakerState) {
    this.#state = state;
    this.#era++;
    this.#slices = [];
    this.#recent = [];
    this.#inRow = 0;
    this.#probing = 0;
    this.#probed = { calls: 0, failed: 0, slow: 0 };
  }

  #close() {
    if (this.#state !== "closed") this.#become("closed");
  }

  #open(now: number) {
    this.#become("open");
    this.#openedAt = now;
  }

  #note(rule: Breaking, { failed, tookMs }: Verdict, now: number) {
    const slow = tookMs >= rule.slowMs;
    const seen = rule.window.by === "time" ? this.#inTime(rule.window.seconds, now) : this.#inNumber(rule.window.calls);
    this.#inRow = failed ? this.#inRow + 1 : 0;
    const all = seen.add(failed, slow);
    if (this.#inRow >= rule.failuresInRow || tooMuch(rule, all, rule.minimumCalls)) this.#open(now);
  }

  #inTime(seconds: number, now: number) {
    this.#recent = [];
    const from = now - seconds * 1000;
    while (this.#slices[0] && this.#slices[0].at + sliceMs <= from) this.#slices.shift();
    return {
      add: (failed: boolean, slow: boolean) => {
        let last = this.#slices.at(-1);
        if (!last || now - last.at >= sliceMs) this.#slices.push((last = { at: now, calls: 0, failed: 0, slow: 0 }));
        last.calls++;
        last.failed += Number(failed);
        last.slow += Number(slow);
        return sum(this.#slices);
      },
    };
  }

  #inNumber(calls: number) {
    this.#slices = [];
    return {
      add: (failed: boolean, slow: boolean) => {
        this.#recent.push({ failed, slow });
        while (this.#recent.length > calls) this.#recent.shift();
        return sum(this.#recent.map((one) => ({ calls: 1, failed: Number(one.failed), slow: Number(one.slow) })));
      },
    };
  }

  /** As many calls as the rule says are let through; together they decide. */
  #probe(rule: Breaking, verdict: Verdict | null, now: number) {
    this.#probing--;
    if (!verdict) return;
    this.#probed.calls++;
    this.#probed.failed += Number(verdict.failed);
    this.#probed.slow += Number(verdict.tookMs >= rule.slowMs);
    if (this.#probed.calls < rule.probes) return;
    if (tooMuch(rule, this.#probed, 1)) this.#open(now);
    else this.#close();
  }
}

type Sum = { calls: number; failed: number; slow: number };

const sum = (slices: readonly Sum[]): Sum =>
  slices.reduce(
    (all, one) => ({ calls: all.calls + one.calls, failed: all.failed + one.failed, slow: all.slow + one.slow }),
    { calls: 0, failed: 0, slow: 0 },
  );

function tooMuch({ failurePercent, slowPercent, slowMs }: Breaking, { calls, failed, slow }: Sum, minimum: number) {
  if (calls < minimum) return false;
  const failing = failed > 0 && (failed * 100) / calls >= failurePercent;
  return failing || (Number.isFinite(slowMs) && slow > 0 && (slow * 100) / calls >= slowPercent);
}
