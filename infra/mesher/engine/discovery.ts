import { noteOnce } from "../../agent/journal.ts";
import { pause, within } from "../../agent/time.ts";
import { Contract } from "../contract/contract.ts";
import type { Settings } from "../settings.ts";
import { Provider } from "./provider.ts";
import type { Registration } from "./registration.ts";
import type { News } from "./watcher.ts";
import { Refused, type Registry, unknownService } from "./registry.ts";

const forgetAfterMs = 15 * 60_000;
const contractsEveryMs = 60_000;
const unknownForMs = 3000;
/** How long a first call waits for the registration of the local service. */
const registrationMs = 3000;
const settleMs = 100;
const mostProviders = 1000;
const mostUnknown = 1000;

type Entry = {
  provider: Provider;
  found: boolean;
  asking: Promise<void> | null;
  due: NodeJS.Timeout | null;
  contractsAt: number;
};

/** Who offers the services that are called: asked at the first call, then followed; what is known is kept while the engine is away. */
export class Discovery {
  readonly #registry: Registry;
  readonly #registration: Registration;
  readonly #settings: Settings;
  readonly #entries = new Map<string, Entry>();
  /** Names that were no service, and until when they are not asked about again. */
  readonly #unknown = new Map<string, number>();
  readonly #stop = new AbortController();

  constructor(registry: Registry, registration: Registration, settings: Settings) {
    this.#registry = registry;
    this.#registration = registration;
    this.#settings = settings;
  }

  /**
   * The service of that name; null when the registry has none, or had none when it could be asked last. Rejects when it cannot be asked
   * the first time.
   */
  async provider(name: string): Promise<Provider | null> {
    const known = this.#entries.get(name);
    if (known?.found) {
      known.provider.usedAt = performance.now();
      return known.provider;
    }
    if ((this.#unknown.get(name) ?? 0) > performance.now()) return null;
    const entry = known ?? this.#add(name);
    if (!entry) return null;
    await this.#refresh(entry).catch((error) => {
      if (!this.#unknown.has(name)) throw error;
    });
    return entry.found ? entry.provider : null;
  }

  get providers(): Provider[] {
    return [...this.#entries.values()].filter(({ found }) => found).map(({ provider }) => provider);
  }

  /** Follows until it is stopped. */
  async follow() {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await pause(this.#settings.discoverySeconds * 1000, signal);
      if (!signal.aborted) await this.#lookAgain();
    }
  }

  stop() {
    this.#stop.abort();
    for (const { provider } of this.#entries.values()) for (const one of provider.instances) one.upstream.retire();
  }

  /** What has gone is taken out at once; for anything else the registry is asked, soon, because changes come in numbers. */
  hear({ service, instanceId, gone }: News) {
    const entry = this.#entries.get(service);
    if (!entry?.found) return;
    if (gone) return entry.provider.lose(instanceId);
    entry.due ??= setTimeout(() => {
      entry.due = null;
      this.#refresh(entry).catch(() => {});
    }, settleMs);
  }

  /** Asks about every known service now. */
  async #lookAgain() {
    const now = performance.now();
    for (const [name, { provider }] of this.#entries)
      if (now - provider.usedAt > forgetAfterMs) this.#entries.delete(name);
    await Promise.all([...this.#entries.values()].map((entry) => this.#refresh(entry).catch(() => {})));
  }

  #add(name: string): Entry | null {
    if (this.#entries.size >= mostProviders) return null;
    const entry = {
      provider: new Provider(name, this.#otherApplication(name), performance.now()),
      found: false,
      asking: null,
      due: null,
      contractsAt: 0,
    };
    this.#entries.set(name, entry);
    return entry;
  }

  #otherApplication(name: string): string | null {
    const other = this.#settings.applications[name];
    return other === undefined || other === this.#settings.application ? null : other;
  }

  #refresh(entry: Entry): Promise<void> {
    entry.asking ??= this.#ask(entry).finally(() => (entry.asking = null));
    return entry.asking;
  }

  async #ask(entry: Entry) {
    const { provider } = entry;
    const { application, environment } = this.#settings;
    const serviceId = await this.#own();
    const own = {
      application: this.#otherApplication(provider.name) ?? application,
      service: provider.name,
      environment,
    };
    try {
      const found = await this.#registry.find({ ...own, rev: provider.rev }, serviceId);
      if (found) provider.take(found.rev, found.instances);
      await this.#describe(entry, serviceId);
      entry.found = true;
    } catch (error) {
      if (!entry.found) this.#entries.delete(provider.name);
      if (error instanceof Refused && error.code === unknownService) return this.#isUnknown(entry, provider.name);
      noteOnce(`${provider.name} cannot be looked up: ${(error as Error).message}`);
      if (!entry.found) throw error;
    }
  }

  async #own(): Promise<string> {
    await within(this.#registration.registered(), registrationMs);
    const { identity } = this.#registration;
    if (!identity) throw new Error("this service is not registered yet");
    return identity.serviceId;
  }

  /** A name that nobody knows is asked again soon; a service that was there is kept, as an empty list is. */
  #isUnknown({ found }: Entry, name: string) {
    if (found) return;
    if (this.#unknown.size >= mostUnknown) this.#unknown.clear();
    this.#unknown.set(name, performance.now() + unknownForMs);
  }

  /** Contracts and properties of the services behind the instances; without them calls go on, under less exact names. */
  async #describe(entry: Entry, consumerId: string) {
    const { provider } = entry;
    const fresh = provider.serviceIds.some((id) => !provider.isDescribed(id));
    if (!fresh && performance.now() - entry.contractsAt < contractsEveryMs) return;
    entry.contractsAt = performance.now();
    try {
      const ids = provider.serviceIds;
      const schemas = await Promise.all(ids.map((id) => this.#registry.schemas(id)));
      provider.contract = new Contract(schemas.flat());
      const services = await Promise.all(ids.map((id) => this.#registry.service(id, consumerId)));
      for (const one of services) provider.describe(one.serviceId, one.properties ?? {});
    } catch (error) {
      noteOnce(`The contracts of ${provider.name} cannot be read: ${(error as Error).message}`);
    }
  }
}
