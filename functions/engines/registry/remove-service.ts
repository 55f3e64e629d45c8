import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { Written } from "../store/commit.ts";
import type { Change } from "../store/entries.ts";
import type { EngineMemory } from "../store/memory.ts";
import type { KnownService } from "./catalogue-memory.ts";
import { DependencyMemory } from "./dependency-memory.ts";
import { instanceKeyOf, schemaKeyOf } from "./keys.ts";
import { serviceToChange } from "./look-up.ts";
import { SchemaMemory } from "./schema-memory.ts";

/** Removes a service with all that belongs to it; without force only one that nobody runs or asks for (protocol §1.3). */
export function removalOf(memory: EngineMemory, tenant: string, serviceId: string, force: boolean): Written<void> {
  const known = serviceToChange(memory, tenant, serviceId);
  const consumers = known.group.services.size > 1 ? [] : consumersOf(memory, known);
  if (!force && known.instances.size > 0)
    throw new PlaneError(
      planeCodes.instancesDeployed,
      "Micro-service has deployed instance(s)",
      `${serviceId} has instances`,
    );
  if (!force && consumers.some(([, consumerId]) => consumerId !== serviceId))
    throw new PlaneError(planeCodes.dependedOn, "Micro-service is depended on", `Other services ask for ${serviceId}`);
  const gone = (kind: Change["kind"], keys: Iterable<string>): Change[] =>
    [...keys].map((key) => ({ kind, key, value: null }));
  const schemas = [...memory.part(SchemaMemory).of(serviceId).keys()].map((id) => schemaKeyOf(serviceId, id));
  return {
    changes: [
      ...gone("service", [serviceId]),
      ...gone(
        "instance",
        [...known.instances.keys()].map((id) => instanceKeyOf(serviceId, id)),
      ),
      ...gone("schema", schemas),
      ...gone("contract", schemas),
      ...gone("dependency", [...memory.part(DependencyMemory).of(serviceId).keys()]),
      ...gone(
        "dependency",
        consumers.map(([key]) => key),
      ),
    ],
    answer: undefined,
  };
}

/** The keys of dependencies on a service, and whose they are. */
function consumersOf(memory: EngineMemory, { service }: KnownService): [key: string, consumerId: string][] {
  return [...memory.part(DependencyMemory).on(service)].map(([key, { consumerId }]) => [key, consumerId]);
}
