import { z } from "zod";
import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { done, json, type PlaneReply } from "../plane/reply.ts";
import type { Change } from "../store/entries.ts";
import type { EngineMemory } from "../store/memory.ts";
import type { KnownService } from "./catalogue-memory.ts";
import { type Dependency, dependencyKeyOf, DependencyMemory } from "./dependency-memory.ts";
import { catalogueOf, theService } from "./look-up.ts";
import { environments, type Service, tellService } from "./service.ts";
import { bodyLimit, objectOf, readBody } from "./shapes.ts";
import { versionRule } from "./version-rules.ts";

const name = z.string().regex(/^[^\s/]{0,160}$/, "At most 160 characters, no blanks and no slashes");
const key = objectOf({
  environment: z.enum(environments).optional(),
  appId: name.optional(),
  serviceName: name.min(1),
  version: name.optional(),
});
const body = objectOf({
  dependencies: z
    .array(objectOf({ consumer: key, providers: z.array(key).max(1_000).optional() }))
    .min(1)
    .max(100),
});
type Key = z.output<typeof key>;

function consumerOf(
  memory: EngineMemory,
  tenant: string,
  { environment = "", appId = "default", serviceName, version }: Key,
) {
  const versions = catalogueOf(memory).named({ tenant, environment, appId, serviceName });
  const found = [...(versions?.services.values() ?? [])].find(({ service }) => service.version === version);
  if (found) return found.service;
  throw new PlaneError(
    planeCodes.serviceMissing,
    "Micro-service does not exist",
    `There is no ${serviceName} ${version ?? ""}`,
  );
}

const dependencyOf = ({ tenant, serviceId, ...consumer }: Service, provider: Key): Dependency => ({
  tenant,
  consumerId: serviceId,
  environment: provider.environment ?? consumer.environment,
  appId: provider.appId || "default",
  serviceName: provider.serviceName,
  version: provider.version,
});

/** Adds to what services are known to ask for, or says all of it. */
const put = (all: boolean) => async (call: PlaneCall) => {
  const { dependencies } = readBody(body, await call.json(bodyLimit));
  await call.commit((memory) => {
    const changes = dependencies.flatMap(({ consumer, providers = [] }): Change[] => {
      const service = consumerOf(memory, call.tenant, consumer);
      const wanted = new Map(
        providers.map((one) => dependencyOf(service, one)).map((one) => [dependencyKeyOf(one), one]),
      );
      const before = [...memory.part(DependencyMemory).of(service.serviceId).keys()];
      const gone = all ? before.filter((one) => !wanted.has(one)) : [];
      return [
        ...gone.map((one) => ({ kind: "dependency" as const, key: one, value: null })),
        ...[...wanted].map(([one, value]) => ({ kind: "dependency" as const, key: one, value })),
      ];
    });
    return { changes, answer: undefined };
  });
  return deprecated(done);
};

/** Clients are told that they need not say so any more: looking for a service says it (protocol §1.8). */
const deprecated = (reply: PlaneReply): PlaneReply => ({
  ...reply,
  headers: [...(reply.headers ?? []), ["Deprecation", 'version="v4"']],
});

/** The services that this one asks for. */
export function providersOf(memory: EngineMemory, { service }: KnownService): KnownService[] {
  const found = [...memory.part(DependencyMemory).of(service.serviceId).values()].flatMap((dependency) => {
    const all = [...(catalogueOf(memory).named(dependency)?.services.values() ?? [])];
    return versionRule(dependency.version ?? null)?.(all) ?? all;
  });
  return [...new Set(found)];
}

/** The services that ask for this one. */
export function consumersOf(memory: EngineMemory, { service }: KnownService): KnownService[] {
  const catalogue = catalogueOf(memory);
  const found = [...memory.part(DependencyMemory).on(service).values()]
    .map(({ consumerId }) => catalogue.services.get(consumerId))
    .filter((one) => one !== undefined)
    .filter((one) => providersOf(memory, one).some((provider) => provider.service.serviceId === service.serviceId));
  return [...new Set(found)];
}

const list = (member: "providers" | "consumers", look: typeof providersOf) => async (call: PlaneCall) => {
  const known = await theService(call);
  const others = look(call.memory, known).filter((one) => call.query.get("noSelf") !== "1" || one !== known);
  return deprecated(json(others.length > 0 ? { [member]: others.map(({ service }) => tellService(service)) } : {}));
};

export const dependencyRoutes: PlaneRoute[] = [
  { method: "POST", path: "/dependencies", handle: put(false) },
  { method: "PUT", path: "/dependencies", handle: put(true) },
  { method: "GET", path: "/microservices/:serviceId/providers", handle: list("providers", providersOf) },
  { method: "GET", path: "/microservices/:serviceId/consumers", handle: list("consumers", consumersOf) },
];
