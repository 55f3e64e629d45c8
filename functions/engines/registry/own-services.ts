import type { PlaneSpace } from "../plane/call.ts";
import { knownInstance, type KnownService, Versions } from "./catalogue-memory.ts";
import type { Instance } from "./instance.ts";
import { serviceIdOf } from "./keys.ts";
import type { Service } from "./service.ts";

/** What clients look for to learn where the engine itself is (protocol §5): registry, configuration by both protocols, dashboard. */
export const ownNames = ["SERVICECENTER", "KIE", "CseConfigCenter", "CseMonitoring"] as const;
const place = { tenant: "default/default", environment: "", appId: "default" };

type Own = Pick<PlaneSpace, "engine" | "addresses">;
const made = new WeakMap<readonly string[], Map<string, KnownService>>();

/**
 * The engine's own services by their ids. They are in no database: whoever serves them knows their addresses, they live as long
 * as they are asked for, and no quota counts them.
 */
export function ownServices({ engine, addresses }: Own): ReadonlyMap<string, KnownService> {
  let own = made.get(addresses);
  if (!own) made.set(addresses, (own = new Map(ownNames.map((name) => ownService(name, { engine, addresses })))));
  return own;
}

/** The versions of an own service, whoever asks and wherever from; null for every other name. */
export function ownNamed(own: Own, { appId, serviceName }: { appId: string; serviceName: string }): Versions | null {
  if (appId !== place.appId || !(ownNames as readonly string[]).includes(serviceName)) return null;
  for (const { service, group } of ownServices(own).values()) if (service.serviceName === serviceName) return group;
  return null;
}

function ownService(serviceName: string, { engine, addresses }: Own): [string, KnownService] {
  const version = versionOf(engine.version);
  const key = { ...place, serviceName, version };
  const serviceId = serviceIdOf(key);
  const seconds = String(Math.floor(engine.createdAt.getTime() / 1000));
  const times = { timestamp: seconds, modTimestamp: seconds };
  const service: Service = { ...key, serviceId, level: "BACK", status: "UP", registerBy: "PLATFORM", ...times };
  const group = new Versions();
  const known: KnownService = { service, group, instances: new Map(), looks: new Map() };
  for (const [index, address] of addresses.entries()) {
    const zone = engine.zones[index % Math.max(1, engine.zones.length)] ?? "default";
    const { hostname, port, protocol } = new URL(address);
    const secure = protocol === "https:";
    const instance: Instance = {
      tenant: place.tenant,
      instanceId: `${serviceId.slice(0, 32)}-${index}`,
      serviceId,
      version,
      endpoints: [`rest://${hostname}:${port || (secure ? 443 : 80)}${secure ? "?sslEnabled=true" : ""}`],
      hostName: hostname.slice(0, 64),
      status: "UP",
      healthCheck: { mode: "push", interval: 30, times: 3 },
      dataCenterInfo: { name: zone, region: zone, availableZone: zone },
      ...times,
    };
    known.instances.set(instance.instanceId, knownInstance(instance, index + 1));
  }
  group.services.set(serviceId, known);
  return [serviceId, known];
}

/** A version of the protocol: numbers only. */
const versionOf = (version: string) => /^\d+(\.\d+){0,3}/.exec(version)?.[0] ?? "1.0.0";
