import type { Plugin } from "graphql-yoga";
import type { Serving } from "./gateway.ts";

type Source = AsyncIterable<unknown>;
const isSource = (result: unknown): result is Source =>
  typeof (result as Source | null)?.[Symbol.asyncIterator] === "function";

/** Passes messages on until `mayStay` says no; asks it every so many milliseconds, also while nothing happens. */
export function whileAllowed(
  source: Source,
  mayStay: () => Promise<boolean>,
  every: number,
): AsyncIterableIterator<unknown> {
  const inner = source[Symbol.asyncIterator]();
  const over = { done: true, value: undefined } as const;
  let pending: Promise<IteratorResult<unknown>> | null = null;
  let due = Date.now() + every;
  let ended = false;

  const end = async () => {
    ended = true;
    // The one who waits for news inside is not waited for: it looks up by itself within a second.
    void Promise.resolve(inner.return?.()).catch(() => {});
    return over;
  };
  async function next(): Promise<IteratorResult<unknown>> {
    while (!ended) {
      if (Date.now() >= due) {
        if (!(await mayStay())) return end();
        due = Date.now() + every;
      }
      pending ??= inner.next();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), due - Date.now())));
      const result = await Promise.race([pending, tick]).finally(() => clearTimeout(timer));
      if (!result) continue;
      pending = null;
      return result;
    }
    return over;
  }
  const messages: AsyncIterableIterator<unknown> = { next, return: end, [Symbol.asyncIterator]: () => messages };
  return messages;
}

/** A revoked token, an ended session or a right that was taken away ends what is still running within `every` milliseconds (BEY-02). */
export const liveSubscriptions = (every: number): Plugin => ({
  onSubscribe({ args }) {
    const { mayStay } = args.contextValue as unknown as Serving;
    if (!mayStay) return;
    return {
      onSubscribeResult({ result, setResult }) {
        if (isSource(result)) setResult(whileAllowed(result, mayStay, every) as never);
      },
    };
  },
});
