import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is anything but null; throws with `whatFor` when the time (milliseconds) is up. */
export async function until<T>(
  whatFor: string,
  ask: () => Promise<T | null>,
  { within, every = 50, signal }: { within: number; every?: number; signal?: AbortSignal },
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    signal?.throwIfAborted();
    if (Date.now() > deadline) throw new Error(`${whatFor} did not happen within ${within / 1000} s`);
    await pause(every);
  }
}

/** Whether something answers there with success; a refused connection is a no. */
export const answersOk = (url: string, milliseconds = 2_000) =>
  fetch(url, { signal: AbortSignal.timeout(milliseconds) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
