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

export const serviceMissing = (detail: string) =>
  new PlaneError(planeCodes.serviceMissing, "Micro-service does not exist", detail);
export const instanceMissing = (detail: string) =>
  new PlaneError(planeCodes.instanceMissing, "Instance does not exist", detail);

/** The same, or a refusal. What is not known may have been made elsewhere a moment ago: it is looked for once more. */
export function theService(call: PlaneCall, serviceId: string): KnownService | Promise<KnownService> {
  const known = serviceOf(call, serviceId);
  if (known) return known;
  return call.catchUp().then(() => {
    const late = serviceOf(call, serviceId);
    if (late) return late;
    throw serviceMissing(`There is no service ${serviceId}`);
  });
}

export function instanceOf(call: Whose, serviceId: string, instanceId: string): KnownInstance | null {
  return serviceOf(call, serviceId)?.instances.get(instanceId) ?? null;
}

export function theInstance(
  call: PlaneCall,
  serviceId: string,
  instanceId: string,
): KnownInstance | Promise<KnownInstance> {
  const known = instanceOf(call, serviceId, instanceId);
  if (known) return known;
  return call.catchUp().then(() => {
    const late = instanceOf(call, serviceId, instanceId);
    if (late) return late;
    throw instanceMissing(`There is no instance ${instanceId} of ${serviceId}`);
  });
}
