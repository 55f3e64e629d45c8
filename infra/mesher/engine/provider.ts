import { Balancer } from "../balancing/balancer.ts";
import { ProviderInstance, type Registered } from "../balancing/instance.ts";
import { Contract } from "../contract/contract.ts";
import { Shares } from "../routing/shares.ts";
import type { RegistryInstance } from "./registry.ts";

/** The plain HTTP address among the endpoints of an instance. */
export function addressOf(endpoints: readonly string[]): { host: string; port: number } | null {
  for (const endpoint of endpoints) {
    const [, host, port, query] = /^rest:\/\/(\[[\da-f:]+\]|[^:/?]+):(\d+)(\?.*)?$/i.exec(endpoint) ?? [];
    const encrypted = /[?&](sslEnabled=true|protocol=http2)/.test(query ?? "");
    if (host && port && !encrypted) return { host: host.replaceAll(/[[\]]/g, ""), port: Number(port) };
  }
  return null;
}

/** A called service as discovery has found it, with what balancing and routing remember about it. */
export class Provider {
  readonly name: string;
  /** What rules call it: with its application in front where that is not the caller's. */
  readonly peer: string;
  readonly balancer = new Balancer();
  readonly shares = new Shares();
  contract = new Contract([]);
  rev = "";
  usedAt: number;
  #instances = new Map<string, ProviderInstance>();
  #serviceProperties = new Map<string, Record<string, string>>();
  #registered: RegistryInstance[] = [];
  #list: ProviderInstance[] = [];

  constructor(name: string, application: string | null, now: number) {
    this.name = name;
    this.peer = application === null ? name : `${application}:${name}`;
    this.usedAt = now;
  }

  get instances(): readonly ProviderInstance[] {
    return this.#list;
  }

  get serviceIds(): string[] {
    return [...new Set(this.#registered.map(({ serviceId }) => serviceId))];
  }

  /** ENG-24: an empty list is more likely an engine in trouble than a service without instances, so what is known is kept. */
  take(rev: string, registered: RegistryInstance[]) {
    this.rev = rev;
    if (registered.length === 0 && this.#list.length > 0) return;
    this.#registered = registered;
    this.#build();
  }

  /** The last one is kept, for the same reason. */
  lose(instanceId: string) {
    const left = this.#registered.filter((one) => one.instanceId !== instanceId);
    if (left.length === this.#registered.length || left.length === 0) return;
    this.#registered = left;
    this.#build();
  }

  /** Properties of the service stand behind those of the instance. */
  describe(serviceId: string, properties: Record<string, string>) {
    this.#serviceProperties.set(serviceId, properties);
    this.#build();
  }

  isDescribed = (serviceId: string) => this.#serviceProperties.has(serviceId);

  #build() {
    const kept = new Map<string, ProviderInstance>();
    for (const one of this.#registered) {
      const news = this.#read(one);
      if (!news) continue;
      const known = this.#instances.get(news.id);
      known?.take(news);
      kept.set(news.id, known ?? new ProviderInstance(news));
    }
    for (const [id, gone] of this.#instances) if (!kept.has(id)) gone.upstream.retire();
    this.#instances = kept;
    this.#list = [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #read({ instanceId, serviceId, endpoints, status, properties, version }: RegistryInstance): Registered | null {
    const address = addressOf(endpoints ?? []);
    if (!address) return null;
    const inherited = this.#serviceProperties.get(serviceId) ?? {};
    return { id: instanceId, serviceId, version, status, properties: { ...inherited, ...properties }, ...address };
  }
}
