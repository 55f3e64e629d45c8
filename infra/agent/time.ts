/** Waits, at most until the signal is given; never throws. Milliseconds. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    signal?.addEventListener("abort", done, { once: true });
  });
}

/** Delays that double from `first` up to `most`, in milliseconds. */
export const backOff = (failures: number, first: number, most: number) =>
  Math.min(most, first * 2 ** Math.max(0, failures - 1));

/** True when the promise settles within the time, false otherwise. */
export async function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const stop = new AbortController();
  try {
    return await Promise.race([promise.then(() => true), pause(ms, stop.signal).then(() => false)]);
  } finally {
    stop.abort();
  }
}
