/** Does something again and again until the signal, each time so long after it was done; what goes wrong is logged once until it goes well. */
export async function every(milliseconds: number, signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  let well = true;
  while (!signal.aborted) {
    try {
      await work();
      well = true;
    } catch (error) {
      const { stack, cause } = error as Error;
      if (well) console.error(JSON.stringify({ level: "error", error: stack, cause: cause && String(cause) }));
      well = false;
    }
    await pause(milliseconds, signal);
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
