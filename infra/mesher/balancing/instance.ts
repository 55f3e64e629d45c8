import { Breaker } from "../guards/breaker.ts";
import { Bulkhead } from "../guards/bulkhead.ts";
import { Upstream } from "../../proxy/upstream.ts";
import type { Tagged } from "../routing/groups.ts";

/** The registry's words about an instance. */
export type Registered = {
  id: string;
  serviceId: string;
  version: string;
  status: string;
  properties: Record<string, string>;
  host: string;
  port: number;
};

/** How fast an old latency is forgotten: the last ten answers weigh about two thirds. */
const weightOfNews = 0.1;
const mostIsolations = 100;

/** One instance of a called service, with what this sidecar has seen of it. */
export class ProviderInstance implements Tagged {
  readonly id: string;
  readonly upstream = new Upstream();
  readonly #isolations = new Map<string, Breaker>();
  readonly bulkhead = new Bulkhead();
  #registered: Registered;
  #latencyMs: number | null = null;
  failuresInRow = 0;

  constructor(registered: Registered) {
    this.id = registered.id;
    this.#registered = registered;
    this.#aim();
  }

  get version() {
    return this.#registered.version;
  }

  get properties() {
    return this.#registered.properties;
  }

  get serviceId() {
    return this.#registered.serviceId;
  }

  get status() {
    return this.#registered.status;
  }

  /** A moving average of how long answers take to begin; null before the first. */
  get latencyMs() {
    return this.#latencyMs;
  }

  /** The breaker of this instance under one rule: what one rule has seen is nothing to another. */
  isolation(rule: string): Breaker {
    let breaker = this.#isolations.get(rule);
    if (!breaker) {
      if (this.#isolations.size >= mostIsolations) this.#isolations.delete(this.#isolations.keys().next().value!);
      this.#isolations.set(rule, (breaker = new Breaker()));
    }
    return breaker;
  }

  /** Takes over news; connections are kept as long as the address stays. */
  take(registered: Registered) {
    const { host, port } = this.#registered;
    this.#registered = registered;
    if (host === registered.host && port === registered.port) return;
    this.upstream.reset();
    this.#aim();
  }

  saw({ failed, tookMs }: { failed: boolean; tookMs: number }) {
    this.failuresInRow = failed ? this.failuresInRow + 1 : 0;
    this.#latencyMs = this.#latencyMs === null ? tookMs : this.#latencyMs + weightOfNews * (tookMs - this.#latencyMs);
  }

  #aim() {
    this.upstream.host = this.#registered.host;
    this.upstream.port = this.#registered.port;
  }
}
