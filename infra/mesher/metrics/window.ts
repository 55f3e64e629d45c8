/** How a call ended, as far as figures are concerned. */
export type Ending = "answered" | "failed" | "broken" | "degraded" | "full" | "limited" | "late";

export type Figures = {
  total: number;
  failure: number;
  shortCircuited: number;
  rejected: number;
  timeouts: number;
  latency: number;
  percentiles: Record<"l995" | "l99" | "l90" | "l75" | "l50" | "l25" | "l5", number>;
};

const mostSamples = 4096;
const marks = { l995: 0.995, l99: 0.99, l90: 0.9, l75: 0.75, l50: 0.5, l25: 0.25, l5: 0.05 } as const;

/** What happened to one operation since somebody last looked. */
export class MetricsWindow {
  #total = 0;
  #failure = 0;
  #broken = 0;
  #full = 0;
  #late = 0;
  #sum = 0;
  #timed = 0;
  #samples: number[] = [];

  add(ending: Ending, tookMs: number) {
    this.#total++;
    if (ending !== "answered") this.#failure++;
    if (ending === "broken" || ending === "degraded") this.#broken++;
    if (ending === "full" || ending === "limited") this.#full++;
    if (ending === "late") this.#late++;
    this.#sum += tookMs;
    this.#timed++;
    // Beyond the room every sample has the same chance to stay.
    const place = this.#timed <= mostSamples ? this.#timed - 1 : Math.floor(Math.random() * this.#timed);
    if (place < mostSamples) this.#samples[place] = tookMs;
  }

  /** The figures of the window, which begins anew. */
  take(): Figures {
    const sorted = this.#samples.sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    const percentiles = Object.fromEntries(Object.entries(marks).map(([name, part]) => [name, at(part)]));
    const figures = {
      total: this.#total,
      failure: this.#failure,
      shortCircuited: this.#broken,
      rejected: this.#full,
      timeouts: this.#late,
      latency: this.#timed === 0 ? 0 : this.#sum / this.#timed,
      percentiles: percentiles as Figures["percentiles"],
    };
    this.#reset();
    return figures;
  }

  #reset() {
    this.#total = this.#failure = this.#broken = this.#full = this.#late = this.#sum = this.#timed = 0;
    this.#samples = [];
  }
}
