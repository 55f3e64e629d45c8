import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { KnownService, Versions } from "./catalogue-memory.ts";
import { revisionOf, tellServing } from "./catalogue-memory.ts";
import { type Dependency, dependencyKeyOf, DependencyMemory } from "./dependency-memory.ts";
import { catalogueOf } from "./look-up.ts";
import { ownNamed } from "./own-services.ts";
import { hasTags } from "./tags.ts";
import { versionRule } from "./version-rules.ts";

export type Wanted = {
  environment: string;
  appId: string;
  serviceName: string;
  version: string | null;
  tags: string | null;
};
/** What a discovery finds: a revision that changes with it, and the object that holds the instances, as text. */
export type Discovered = { revision: string; told: string };

/** The versions of the service that a consumer means, by its name or its alias; null when there is none, or none for this consumer. */
export function providerOf(call: PlaneCall, consumer: KnownService | null, wanted: Wanted): Versions | null {
  const own = ownNamed(call, wanted);
  if (own) return own;
  const catalogue = catalogueOf(call.memory);
  const key = {
    tenant: call.tenant,
    environment: consumer?.service.environment ?? wanted.environment,
    appId: wanted.appId,
    serviceName: wanted.serviceName,
  };
  const versions = catalogue.named(key) ?? catalogue.aliased(key);
  return versions && (!consumer || mayReach(consumer, versions)) ? versions : null;
}

/** Services of another application are reached only if they allow it (protocol §1.6, 4). */
function mayReach({ service: { appId } }: KnownService, { services }: Versions): boolean {
  for (const { service } of services.values())
    if (service.appId === appId || service.properties?.["allowCrossApp"] === "true") return true;
  return false;
}

export const providerMissing = ({ appId, serviceName }: Wanted) =>
  new PlaneError(planeCodes.serviceMissing, "Micro-service does not exist", `There is no ${serviceName} in ${appId}`);

/** The instances that serve, of the versions that are asked for. */
export function discover(versions: Versions, { version, tags }: Wanted): Discovered {
  const rule = versionRule(version);
  if (!rule && !tags) return versions;
  const all = [...versions.services.values()].filter(({ service }) => hasTags(service, tags));
  const chosen = rule ? rule(all) : all;
  return { revision: revisionOf(chosen), told: tellServing(chosen) };
}

/** Remembers who asks for whom, so that the consumer hears of changes (protocol §1.6, 7); null when it is known. */
export function rememberDependency(call: PlaneCall, consumer: KnownService, versions: Versions): Promise<void> | null {
  const [first] = versions.services.values();
  const { environment, appId, serviceName, tenant } = first!.service;
  // The engine's own services are everybody's.
  if (!catalogueOf(call.memory).services.has(first!.service.serviceId)) return null;
  const { serviceId: consumerId } = consumer.service;
  const value: Dependency = { tenant, consumerId, environment, appId, serviceName };
  const key = dependencyKeyOf(value);
  if (call.memory.part(DependencyMemory).of(consumerId).has(key)) return null;
  const made = call.commit((memory) => ({
    changes: memory.get("dependency", key) ? [] : [{ kind: "dependency", key, value }],
    answer: undefined,
  }));
  // It is asked again soon, and remembered then.
  return made.catch(() => {});
}
