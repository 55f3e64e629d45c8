const mostWaiting = 1000;

/** Lets so many calls in at a time; others wait in line as long as they may. */
export class Bulkhead {
  #inside = 0;
  readonly #line: (() => boolean)[] = [];

  get inside() {
    return this.#inside;
  }

  /** The way out, to be taken once; null when there was no room in time. */
  async enter(most: number, waitMs: number): Promise<(() => void) | null> {
    if (this.#inside < most) return this.#in();
    if (waitMs <= 0 || this.#line.length >= mostWaiting) return null;
    return new Promise((resolve) => {
      let waiting = true;
      const timer = setTimeout(() => {
        waiting = false;
        resolve(null);
      }, waitMs);
      this.#line.push(() => {
        if (!waiting) return false;
        clearTimeout(timer);
        resolve(this.#in());
        return true;
      });
    });
  }

  #in() {
    this.#inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#inside--;
      while (this.#line.length > 0 && !this.#line.shift()!());
    };
  }
}
