import { type Ending, type Figures, MetricsWindow } from "./window.ts";

const mostNames = 500;

export type Totals = { calls: number; failed: number };

/** Calls by operation: `Consumer.<service>.<schema>.<operation>` and the same for `Provider`. */
export class Metrics {
  readonly #windows = new Map<string, MetricsWindow>();
  readonly #totals = new Map<string, Totals>();
  #inFlight = 0;
  #kept = 0;

  /** Connections that have changed the protocol and still stand. */
  get kept() {
    return this.#kept;
  }

  /** Counts such a connection; the answer must be called once, when it is over. */
  keep(): () => void {
    this.#kept++;
    return () => void this.#kept--;
  }

  get inFlight() {
    return this.#inFlight;
  }

  /** Counts a call; the answer must be called once, when it is over. */
  begin(name: string): (ending: Ending) => void {
    const began = performance.now();
    this.#inFlight++;
    let over = false;
    return (ending) => {
      if (over) return;
      over = true;
      this.#inFlight--;
      this.#add(name, ending, performance.now() - began);
    };
  }

  /** Counts since the start. */
  totals(): ReadonlyMap<string, Totals> {
    return this.#totals;
  }

  /** The figures of every operation that was called since they were last taken. */
  take(): Map<string, Figures> {
    const taken = new Map<string, Figures>();
    for (const [name, window] of this.#windows) {
      const figures = window.take();
      if (figures.total > 0) taken.set(name, figures);
    }
    return taken;
  }

  /** Beyond a number of operations the rest are counted together. */
  #add(wanted: string, ending: Ending, tookMs: number) {
    const name = this.#windows.has(wanted) || this.#windows.size < mostNames ? wanted : "Consumer.others.rest.OTHER";
    let window = this.#windows.get(name);
    if (!window) this.#windows.set(name, (window = new MetricsWindow()));
    window.add(ending, tookMs);
    const totals = this.#totals.get(name) ?? { calls: 0, failed: 0 };
    this.#totals.set(name, { calls: totals.calls + 1, failed: totals.failed + Number(ending !== "answered") });
  }
}
