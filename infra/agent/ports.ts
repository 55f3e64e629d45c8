import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { PortRange } from "./settings.ts";

/** Ports on which anything on this host listens, on whatever address; empty where the kernel does not tell. */
function listenedPorts(): Set<number> {
  const ports = new Set<number>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    try {
      for (const [, port = "0"] of readFileSync(table, "latin1").matchAll(
        /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) \S+ 0A /gm,
      )) {
        ports.add(Number.parseInt(port, 16));
      }
    } catch {
      // Not Linux: the attempt to listen below has to do.
    }
  }
  return ports;
}

/** Whether a process could listen on this port now. */
export async function isPortFree(port: number): Promise<boolean> {
  if (listenedPorts().has(port)) return false;
  return new Promise((resolve) => {
    const probe = createServer().unref();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Hands out the ports of a range, each to one holder at a time. */
export class Ports {
  readonly #range: PortRange;
  readonly #holders = new Map<number, string>();
  #next: number;

  constructor(range: PortRange) {
    this.#range = range;
    this.#next = range.first;
  }

  /** Notes that the holder has this port from an earlier life of the agent. */
  keep(port: number, holder: string) {
    this.#holders.set(port, holder);
  }

  release(port: number | null, holder: string) {
    if (port !== null && this.#holders.get(port) === holder) this.#holders.delete(port);
  }

  /** A port that is free on the host; null when the whole range is taken. */
  async take(holder: string): Promise<number | null> {
    const size = this.#range.last - this.#range.first + 1;
    for (let tried = 0; tried < size; tried++) {
      const port = this.#next;
      this.#next = port === this.#range.last ? this.#range.first : port + 1;
      if (this.#holders.has(port)) continue;
      this.#holders.set(port, holder);
      if (await isPortFree(port)) return port;
      this.#holders.delete(port);
    }
    return null;
  }
}
