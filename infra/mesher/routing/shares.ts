type State = { weights: readonly number[]; current: number[] };

/** Smooth weighted turns: out of every hundred choices exactly as many fall on each as its weight says, evenly spread. */
export class Shares {
  readonly #states = new Map<string, State>();

  /** The index of the chosen weight, or -1 when none is above zero. */
  next(name: string, weights: readonly number[]): number {
    const total = weights.reduce((sum, one) => sum + one, 0);
    if (total <= 0) return -1;
    let state = this.#states.get(name);
    if (!state || state.weights.length !== weights.length || state.weights.some((one, i) => one !== weights[i])) {
      state = { weights: [...weights], current: weights.map(() => 0) };
      this.#states.set(name, state);
    }
    const { current } = state;
    let best = 0;
    for (let i = 0; i < weights.length; i++) {
      current[i]! += weights[i]!;
      if (current[i]! > current[best]!) best = i;
    }
    current[best]! -= total;
    return best;
  }
}
