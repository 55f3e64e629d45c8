import { join } from "node:path";
import type { Observation, Workload } from "@flyloft/functions/agents/protocol";
import { isPortFree, Ports } from "../ports.ts";
import type { Settings } from "../settings.ts";
import { readState, tryWriteState } from "../state-file.ts";
import { pause } from "../time.ts";
import { Access } from "./access.ts";
import type { Backends } from "../../proxy/upstream.ts";

type Wished = Workload["accesses"][number];
export type PortNews = { changed(): void; busy(message: string): void };
type Entry = {
  stop: AbortController;
  workloadId: string;
  wished: Wished;
  port: number | null;
  bound: boolean;
  problem: string | null;
  closed: Promise<void>;
};

const retryMs = 1000;
/** How long a port chosen here is waited for when somebody else has taken it; after that the address moves. */
const loyaltyTries = 5;

/** All stable addresses of this agent. A chosen port is kept over restarts, so that an address stays what it was. */
export class Gateway {
  readonly #settings: Settings;
  readonly #file: string;
  readonly #ports: Ports;
  readonly #chosen: Map<string, number>;
  readonly #entries = new Map<string, Entry>();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#file = join(settings.home, "state", "access-ports.json");
    this.#ports = new Ports(settings.gatewayPorts);
    this.#chosen = new Map(Object.entries(readState<Record<string, number>>(this.#file) ?? {}));
    for (const [id, port] of this.#chosen) this.#ports.keep(port, id);
  }

  /** Opens, moves and closes addresses of a workload until they are the wished ones. */
  apply(workloadId: string, wished: Wished[], backends: Backends, news: PortNews) {
    for (const [id, entry] of this.#entries) {
      if (entry.workloadId !== workloadId) continue;
      const same = wished.find((one) => one.id === id);
      if (!same) this.#close(id, { forget: true });
      else if (same.accessPort !== entry.wished.accessPort) this.#close(id, { forget: same.accessPort !== null });
    }
    for (const one of wished) if (!this.#entries.has(one.id)) this.#open(workloadId, one, backends, news);
  }

  /** The addresses that are open now. */
  addresses(workloadId: string): Observation["accesses"] {
    return this.#of(workloadId).flatMap(([id, { bound, port }]) =>
      bound ? [{ id, address: `${this.#settings.address}:${port}` }] : [],
    );
  }

  /** Why an address of the workload cannot be opened, or null. */
  problem(workloadId: string): string | null {
    return this.#of(workloadId).find(([, { problem }]) => problem)?.[1].problem ?? null;
  }

  settled = (workloadId: string) => this.#of(workloadId).every(([, { bound }]) => bound);

  async closeAll() {
    const closed = [...this.#entries.values()].map((entry) => entry.closed);
    for (const id of this.#entries.keys()) this.#close(id, { forget: false });
    await Promise.all(closed);
  }

  #of = (workloadId: string) => [...this.#entries].filter(([, entry]) => entry.workloadId === workloadId);

  #close(id: string, { forget }: { forget: boolean }) {
    this.#entries.get(id)?.stop.abort();
    this.#entries.delete(id);
    const port = this.#chosen.get(id);
    if (!forget || port === undefined) return;
    this.#ports.release(port, id);
    this.#chosen.delete(id);
    this.#remember();
  }

  #remember = () => tryWriteState(this.#file, Object.fromEntries(this.#chosen));

  #open(workloadId: string, wished: Wished, backends: Backends, news: PortNews) {
    const stop = new AbortController();
    const entry: Entry = {
      stop,
      workloadId,
      wished,
      port: null,
      bound: false,
      problem: null,
      closed: Promise.resolve(),
    };
    this.#entries.set(wished.id, entry);
    entry.closed = this.#serve(entry, backends, news);
  }

  async #serve(entry: Entry, backends: Backends, news: PortNews) {
    const { signal } = entry.stop;
    for (let tries = 1; !signal.aborted; tries++) {
      const access = new Access(backends);
      entry.port = await this.#portFor(entry, tries);
      const taken =
        entry.port !== null &&
        (await isPortFree(entry.port)) &&
        (await access.listen(entry.port, this.#settings.gatewayBind).then(
          () => true,
          () => false,
        ));
      if (taken) {
        Object.assign(entry, { bound: true, problem: null });
        news.changed();
        await new Promise((resolve) =>
          signal.aborted ? resolve(null) : signal.addEventListener("abort", resolve, { once: true }),
        );
        return access.close();
      }
      const problem =
        entry.port === null
          ? "All access ports of this agent are taken"
          : `The access port ${entry.port} is in use by another program on the host`;
      // An agent that was just killed leaves its port behind a moment longer.
      if (tries >= 2 && entry.problem !== problem) {
        entry.problem = problem;
        news.busy(problem);
        news.changed();
      }
      await pause(tries === 1 ? 200 : retryMs, signal);
    }
  }

  async #portFor({ wished }: Entry, tries: number): Promise<number | null> {
    if (wished.accessPort !== null) return wished.accessPort;
    const kept = this.#chosen.get(wished.id);
    if (kept !== undefined && tries <= loyaltyTries) return kept;
    if (kept !== undefined) this.#ports.release(kept, wished.id);
    const port = await this.#ports.take(wished.id);
    if (port === null) return null;
    this.#chosen.set(wished.id, port);
    this.#remember();
    return port;
  }
}
