/**
 * Does something again and again until the signal, each time so many milliseconds after it was done, which may depend on how many it
 * took; what goes wrong is logged once until it goes well.
 */
export async function every(
  milliseconds: number | ((took: number) => number),
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  let well = true;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await work();
      well = true;
    } catch (error) {
      const { stack, cause } = error as Error;
      if (well) console.error(JSON.stringify({ level: "error", error: stack, cause: cause && String(cause) }));
      well = false;
    }
    await pause(typeof milliseconds === "number" ? milliseconds : milliseconds(performance.now() - began), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener("abort", over, { once: true });
  });
}
