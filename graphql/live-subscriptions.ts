import type { Plugin } from "graphql-yoga";
import type { Serving } from "./gateway.ts";

type Source = AsyncIterable<unknown>;
const isSource = (result: unknown): result is Source =>
  typeof (result as Source | null)?.[Symbol.asyncIterator] === "function";

type Watch = { mayStay: () => Promise<boolean>; every: number; gone?: AbortSignal };

/**
 * Passes messages on until `mayStay` says no, which is asked every so many milliseconds, also while nothing happens; ends at
 * once at the signal, for a stream hears of a reader that went away with its next message only.
 */
export function whileAllowed(source: Source, { mayStay, every, gone }: Watch): AsyncIterableIterator<unknown> {
  const inner = source[Symbol.asyncIterator]();
  const over = { done: true, value: undefined } as const;
  let pending: Promise<IteratorResult<unknown>> | null = null;
  let due = Date.now() + every;
  let ended = false;
  let wake = () => {};

  const end = async () => {
    ended = true;
    gone?.removeEventListener("abort", end);
    wake();
    void Promise.resolve(inner.return?.()).catch(() => {});
    return over;
  };
  gone?.addEventListener("abort", end);
  if (gone?.aborted) void end();

  async function next(): Promise<IteratorResult<unknown>> {
    while (!ended) {
      if (Date.now() >= due) {
        if (!(await mayStay())) return end();
        due = Date.now() + every;
      }
      pending ??= inner.next();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = new Promise<null>((resolve) => {
        wake = () => resolve(null);
        timer = setTimeout(wake, due - Date.now());
      });
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

/**
 * A revoked token, an ended session or a right that was taken away ends what is still running within `every` milliseconds
 * (BEY-02); a client that went away ends it at once.
 */
export const liveSubscriptions = (every: number): Plugin => ({
  onSubscribe({ args }) {
    const { mayStay = async () => true, gone } = args.contextValue as unknown as Serving;
    return {
      onSubscribeResult({ result, setResult }) {
        if (isSource(result)) setResult(whileAllowed(result, { mayStay, every, gone }) as never);
      },
    };
  },
});
