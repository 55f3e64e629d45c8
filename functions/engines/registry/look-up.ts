import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { EngineMemory } from "../store/memory.ts";
import { CatalogueMemory, type KnownInstance, type KnownService } from "./catalogue-memory.ts";
import { ownServices } from "./own-services.ts";

type Whose = Pick<PlaneCall, "memory" | "tenant" | "engine" | "addresses">;

export const catalogueOf = (memory: EngineMemory) => memory.part(CatalogueMemory);

/** A service of the caller's tenant, or one of the engine's own; null for everything else. */
export function serviceOf({ memory, tenant, engine, addresses }: Whose, serviceId: string): KnownService | null {
  const known = catalogueOf(memory).services.get(serviceId);
  if (known) return known.service.tenant === tenant ? known : null;
  return ownServices({ engine, addresses }).get(serviceId) ?? null;
}

/** Those of the caller's tenant that it may see. */
export function servicesSeen({ memory, tenant, sees }: Pick<PlaneCall, "memory" | "tenant" | "sees">): KnownService[] {
  const all = [...catalogueOf(memory).of(tenant)];
  return sees ? all.filter(({ service }) => sees(service)) : all;
}

export const instanceOf = (call: Whose, serviceId: string, instanceId: string): KnownInstance | null =>
  serviceOf(call, serviceId)?.instances.get(instanceId) ?? null;

export const serviceMissing = (serviceId: string) =>
  new PlaneError(planeCodes.serviceMissing, "Micro-service does not exist", `There is no service ${serviceId}`);
export const instanceMissing = (serviceId: string, instanceId: string) =>
  new PlaneError(planeCodes.instanceMissing, "Instance does not exist", `${serviceId} has no instance ${instanceId}`);

/** What is looked for, at once when it is known. What is not may have been made elsewhere a moment ago: it is looked for once more. */
export function orLater<T>(call: PlaneCall, look: () => T | null, missing: () => PlaneError): T | Promise<T> {
  const found = look();
  if (found !== null) return found;
  return call.catchUp().then(() => {
    const late = look();
    if (late === null) throw missing();
    return late;
  });
}

export const theService = (call: PlaneCall, serviceId = call.params.serviceId!) =>
  orLater(
    call,
    () => serviceOf(call, serviceId),
    () => serviceMissing(serviceId),
  );

export const theInstance = (call: PlaneCall, { serviceId, instanceId } = idsOf(call)) =>
  orLater(
    call,
    () => instanceOf(call, serviceId, instanceId),
    () => instanceMissing(serviceId, instanceId),
  );

export const idsOf = ({ params }: PlaneCall) => ({ serviceId: params.serviceId!, instanceId: params.instanceId! });

/** For a write: a service that its tenant may change. The engine's own are no entries, so nobody changes them. */
export function serviceToChange(memory: EngineMemory, tenant: string, serviceId: string): KnownService {
  const known = catalogueOf(memory).services.get(serviceId);
  if (known?.service.tenant === tenant) return known;
  throw serviceMissing(serviceId);
}

export function instanceToChange(
  memory: EngineMemory,
  tenant: string,
  { serviceId, instanceId }: { serviceId: string; instanceId: string },
): KnownInstance {
  const known = catalogueOf(memory).instance(serviceId, instanceId);
  if (known?.instance.tenant === tenant) return known;
  throw instanceMissing(serviceId, instanceId);
}
