import type { Changed } from "./memory.ts";

const kept = 4_096;

/** The latest changes, for those who follow them, each from where it stopped. */
export class Recent {
  #changes: Changed[] = [];
  /** Changes up to here are not kept any more. */
  #forgotten = -1;
  readonly #waiting = new Set<() => void>();

  add(changes: readonly Changed[]) {
    if (changes.length === 0) return;
    for (const change of changes) this.#changes.push(change);
    if (this.#changes.length > 2 * kept) {
      const dropped = this.#changes.splice(0, this.#changes.length - kept);
      this.#forgotten = dropped.at(-1)!.revision;
    }
    for (const wake of this.#waiting) wake();
  }

  beginAfter(revision: number) {
    this.#forgotten = revision;
  }

  /** What has changed after a revision; null when that is too long ago to be told. */
  after(revision: number): Changed[] | null {
    if (revision < this.#forgotten) return null;
    let from = this.#changes.length;
    while (from > 0 && this.#changes[from - 1]!.revision > revision) from--;
    return this.#changes.slice(from);
  }

  /** Resolves at the next change, when the time is up, or at the signal. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        this.#waiting.delete(over);
        signal?.removeEventListener("abort", over);
        resolve();
      };
      const timer = setTimeout(over, milliseconds);
      this.#waiting.add(over);
      signal?.addEventListener("abort", over, { once: true });
    });
  }
}
