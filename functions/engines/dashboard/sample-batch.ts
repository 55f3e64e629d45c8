import type { PlaneSpace } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { forgetSamples, type KeptSample, storeSamples } from "./store-samples.ts";

/** How long a sample may wait for others, in milliseconds. */
const together = 100;
const mostTogether = 1_000;
const forgetEvery = 60_000;

/** One for all requests that may wait for one another. */
const all = new WeakMap<PlaneSpace["changed"], SampleBatch>();

/** Resolves when the sample is stored, together with those that come at the same time. */
export function storeSample(space: PlaneSpace, sample: KeptSample): Promise<void> {
  let batch = all.get(space.changed);
  if (!batch) all.set(space.changed, (batch = new SampleBatch()));
  return batch.store(space, sample);
}

class SampleBatch {
  #samples = new Map<string, KeptSample>();
  #written: Promise<void> | null = null;
  #forgotAt = 0;

  store(space: PlaneSpace, sample: KeptSample): Promise<void> {
    if (this.#samples.size >= mostTogether) throw new PlaneError(planeCodes.tooMany, "Too many samples at once");
    this.#samples.set([sample.tenant, sample.instanceId, sample.part].join("\n"), sample);
    return (this.#written ??= new Promise((resolve, reject) => {
      setTimeout(() => this.#write(space).then(resolve, reject), together);
    }));
  }

  async #write({ db, engine, now }: PlaneSpace) {
    const samples = [...this.#samples.values()];
    this.#samples = new Map();
    this.#written = null;
    await storeSamples(db, engine, samples);
    if (now().getTime() - this.#forgotAt < forgetEvery) return;
    this.#forgotAt = now().getTime();
    await forgetSamples(db, engine.id);
  }
}
