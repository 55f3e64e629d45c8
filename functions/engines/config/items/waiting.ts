import type { Topic } from "./item-query.ts";

export type Ended = "news" | "over";
type Waiter = () => void;

/**
 * Who waits for what. Tens of thousands wait at no cost: a change finds those it concerns by its topics, and timers of equal
 * length share one queue in the runtime.
 */
export class Waiting {
  readonly #waiters = new Map<Topic, Set<Waiter>>();
  readonly #begin: (nobody: AbortSignal) => void;
  #size = 0;
  #nobody = new AbortController();

  /** `begin` is told when the first comes, and by the signal that the last has left. */
  constructor(begin: (nobody: AbortSignal) => void) {
    this.#begin = begin;
  }

  get size() {
    return this.#size;
  }

  /** Resolves with the first news on one of the topics, or when the time is over or nobody wants to know any more. */
  wait(topics: readonly Topic[], milliseconds: number, signal: AbortSignal): Promise<Ended> {
    if (signal.aborted || milliseconds <= 0) return Promise.resolve("over");
    return new Promise((resolve) => {
      const end = (how: Ended) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", over);
        for (const topic of topics) this.#leave(topic, wake);
        if (--this.#size === 0) this.#nobody.abort();
        resolve(how);
      };
      const wake = () => end("news");
      const over = () => end("over");
      const timer = setTimeout(over, milliseconds);
      signal.addEventListener("abort", over);
      for (const topic of topics) this.#enter(topic, wake);
      if (this.#size++ > 0) return;
      this.#nobody = new AbortController();
      this.#begin(this.#nobody.signal);
    });
  }

  wake(topics: Iterable<Topic>) {
    const woken = new Set<Waiter>();
    for (const topic of topics) for (const waiter of this.#waiters.get(topic) ?? []) woken.add(waiter);
    for (const waiter of woken) waiter();
  }

  /** When nobody can tell any more what has changed. */
  wakeAll() {
    this.wake([...this.#waiters.keys()]);
  }

  #enter(topic: Topic, waiter: Waiter) {
    const waiters = this.#waiters.get(topic);
    if (waiters) waiters.add(waiter);
    else this.#waiters.set(topic, new Set([waiter]));
  }

  #leave(topic: Topic, waiter: Waiter) {
    const waiters = this.#waiters.get(topic);
    waiters?.delete(waiter);
    if (waiters?.size === 0) this.#waiters.delete(topic);
  }
}
