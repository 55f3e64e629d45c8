import { Agent } from "node:http";

/** Sockets idle for longer are not used again: no common server gives up on one earlier. */
const idleMs = 1000;

/** One replica as the gateway sees it. */
export class Upstream {
  host = "127.0.0.1";
  port = 0;
  #open = 0;
  #pool = new Agent({ keepAlive: true, timeout: idleMs, scheduling: "lifo" });
  #idle: (() => void)[] = [];

  get agent() {
    return this.#pool;
  }

  /** Requests on their way. */
  get inFlight() {
    return this.#open;
  }

  /** Counts one request; the answer must be called once, when it is over. */
  begin(): () => void {
    this.#open++;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#open--;
      if (this.#open === 0) for (const tell of this.#idle.splice(0)) tell();
    };
  }

  /** Resolves when no request is on its way. */
  whenIdle(): Promise<void> {
    return this.#open === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Nothing new will be sent there; what is on its way ends. */
  retire() {
    void this.whenIdle().then(() => this.#pool.destroy());
  }

  /** Another process answers from now on, or none: connections to the former one are of no use. */
  reset() {
    this.#pool.destroy();
    this.#pool = new Agent({ keepAlive: true, timeout: idleMs, scheduling: "lifo" });
  }
}

/** Who is behind an address at the moment. */
export type Backends = { name: string; ready(): Upstream[] };

let turn = 0;

/** The ready replica with the fewest requests on their way, in turn among equals; null when there is none but those tried. */
export function pick(backends: Backends, tried: ReadonlySet<Upstream>): Upstream | null {
  const open = backends.ready().filter((one) => !tried.has(one));
  turn = (turn + 1) % 1_000_003;
  let best: Upstream | null = null;
  for (let i = 0; i < open.length; i++) {
    const one = open[(i + turn) % open.length] as Upstream;
    if (!best || one.inFlight < best.inFlight) best = one;
  }
  return best;
}
