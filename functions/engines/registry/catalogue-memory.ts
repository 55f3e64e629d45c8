import type { Changed, MemoryPart } from "../store/memory.ts";
import { Turns } from "../plane/throttle.ts";
import { type Instance, tellInstance } from "./instance.ts";
import { nameKeyOf, type ServiceKey } from "./keys.ts";
import type { Service } from "./service.ts";

/** An instance, with the text that clients are told. */
export type KnownInstance = { instance: Instance; revision: number; told: string; heartbeats: Turns };
/** A service with its instances; `looks` counts how often it asks for others. */
export type KnownService = {
  service: Service;
  instances: Map<string, KnownInstance>;
  group: Versions;
  looks: Map<Versions, Turns>;
};

export const knownInstance = (instance: Instance, revision: number): KnownInstance => ({
  instance,
  revision,
  told: JSON.stringify(tellInstance(instance)),
  heartbeats: new Turns(),
});

type NameKey = Omit<ServiceKey, "version">;

/** The versions of one service. */
export class Versions {
  readonly services = new Map<string, KnownService>();
  #revision: string | null = null;
  #told: string | null = null;

  /**
   * What changes with any instance and with nothing else: the latest change of those that are there, and how many they are.
   * Every copy comes to the same.
   */
  get revision(): string {
    return (this.#revision ??= revisionOf(this.services.values()));
  }

  /** All that serve, as discovery tells them. */
  get told(): string {
    return (this.#told ??= tellServing(this.services.values()));
  }

  changed() {
    this.#revision = null;
    this.#told = null;
  }
}

export function revisionOf(services: Iterable<KnownService>): string {
  let latest = 0;
  let count = 0;
  for (const { instances } of services) {
    count += instances.size;
    for (const { revision } of instances.values()) if (revision > latest) latest = revision;
  }
  return `${latest}.${count}`;
}

/** Those that are up; others are to get no traffic (SVC-07). */
export function tellServing(services: Iterable<KnownService>): string {
  const serving: string[] = [];
  for (const { instances } of services)
    for (const { instance, told } of instances.values()) if (instance.status === "UP") serving.push(told);
  return `{"instances":[${serving.join(",")}]}`;
}

/** Services and their instances, as they are looked for. */
export class CatalogueMemory implements MemoryPart {
  readonly kinds = ["service", "instance"] as const;
  readonly services = new Map<string, KnownService>();
  /** Of all tenants. */
  instanceCount = 0;
  /** By service, whether or not that has been heard of yet. */
  readonly #instances = new Map<string, Map<string, KnownInstance>>();
  readonly #byTenant = new Map<string, Map<string, KnownService>>();
  readonly #byName = new Map<string, Versions>();
  readonly #byAlias = new Map<string, Set<KnownService>>();

  /** Those of a tenant. */
  of(tenant: string): Iterable<KnownService> {
    return this.#byTenant.get(tenant)?.values() ?? [];
  }
  /** The versions of a service. */
  named(key: NameKey): Versions | null {
    const versions = this.#byName.get(nameKeyOf(key));
    return versions && versions.services.size > 0 ? versions : null;
  }
  /** The versions of the service that has this alias. */
  aliased(key: NameKey): Versions | null {
    const [first] = this.#byAlias.get(nameKeyOf(key)) ?? [];
    return first?.group ?? null;
  }
  instance(serviceId: string, instanceId: string): KnownInstance | null {
    return this.services.get(serviceId)?.instances.get(instanceId) ?? null;
  }

  apply({ kind, value, before, revision }: Changed) {
    if (kind === "instance") this.#applyInstance(value as Instance | null, before as Instance | null, revision);
    else this.#applyService(value as Service | null, before as Service | null);
  }

  #applyInstance(value: Instance | null, before: Instance | null, revision: number) {
    const { serviceId, instanceId } = (value ?? before)!;
    const instances = this.#instancesOf(serviceId);
    this.instanceCount -= instances.size;
    if (value) instances.set(instanceId, knownInstance(value, revision));
    else instances.delete(instanceId);
    this.instanceCount += instances.size;
    const known = this.services.get(serviceId);
    known?.group.changed();
    if (!known && instances.size === 0) this.#instances.delete(serviceId);
  }

  #instancesOf(serviceId: string) {
    let instances = this.#instances.get(serviceId);
    if (!instances) this.#instances.set(serviceId, (instances = new Map()));
    return instances;
  }

  #applyService(value: Service | null, before: Service | null) {
    const known = before && this.services.get(before.serviceId);
    if (known) this.#forget(known);
    if (!value) {
      if (known?.instances.size === 0) this.#instances.delete(known.service.serviceId);
      return;
    }
    const nameKey = nameKeyOf(value);
    const group = this.#byName.get(nameKey) ?? new Versions();
    this.#byName.set(nameKey, group);
    this.#remember({ service: value, group, instances: this.#instancesOf(value.serviceId), looks: new Map() });
  }

  #remember(known: KnownService) {
    const { service, group } = known;
    this.services.set(service.serviceId, known);
    group.services.set(service.serviceId, known);
    group.changed();
    const own = this.#byTenant.get(service.tenant) ?? new Map<string, KnownService>();
    this.#byTenant.set(service.tenant, own.set(service.serviceId, known));
    if (!service.alias) return;
    const key = nameKeyOf({ ...service, serviceName: service.alias });
    this.#byAlias.set(key, (this.#byAlias.get(key) ?? new Set()).add(known));
  }

  #forget(known: KnownService) {
    const { service, group } = known;
    this.services.delete(service.serviceId);
    group.services.delete(service.serviceId);
    group.changed();
    if (group.services.size === 0) this.#byName.delete(nameKeyOf(service));
    const own = this.#byTenant.get(service.tenant);
    own?.delete(service.serviceId);
    if (own?.size === 0) this.#byTenant.delete(service.tenant);
    if (!service.alias) return;
    const key = nameKeyOf({ ...service, serviceName: service.alias });
    this.#byAlias.get(key)?.delete(known);
    if (this.#byAlias.get(key)?.size === 0) this.#byAlias.delete(key);
  }
}
