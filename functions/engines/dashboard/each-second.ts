const second = 1000;

/** What there is, at once and whenever it has changed, looked at every second until nobody listens any more. */
export function eachSecond<Seen>(look: () => Promise<Seen>): AsyncIterableIterator<Seen> {
  const gone = new AbortController();
  const seen = changesOf(look, gone.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => seen.next(),
    return() {
      gone.abort();
      return seen.return(undefined);
    },
    throw(error) {
      gone.abort();
      return seen.throw(error);
    },
  };
}

async function* changesOf<Seen>(look: () => Promise<Seen>, gone: AbortSignal): AsyncGenerator<Seen> {
  let before = "";
  while (!gone.aborted) {
    const due = pause(gone);
    const seen = await look();
    const now = JSON.stringify(seen);
    if (now !== before) yield seen;
    before = now;
    await due;
  }
}

function pause(gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      gone.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, second);
    gone.addEventListener("abort", over);
  });
}
