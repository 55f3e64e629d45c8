import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { PlaneCall } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import type { Change } from "../store/entries.ts";
import type { EngineMemory } from "../store/memory.ts";
import { type instanceInput, leaseOf, newInstance } from "./instance.ts";
import { instanceKeyOf } from "./keys.ts";
import { catalogueOf } from "./look-up.ts";
import type { Service } from "./service.ts";

type Input = z.output<typeof instanceInput>;
export type ToRegister = { input: Input; instanceId: string; seconds: string };

/** An instance to be registered; its id is made here, once, however often the write runs. */
export const instanceToRegister = (input: Input, seconds: string): ToRegister => ({
  input,
  instanceId: input.instanceId || randomUUID().replaceAll("-", ""),
  seconds,
});

/**
 * What registers an instance. One that is there already becomes what it says now, its properties too, for a client that has been
 * restarted may come back with the same id and a new public key (protocol §6, 5); it is as old as it was.
 */
export function registered(memory: EngineMemory, service: Service, { input, instanceId, seconds }: ToRegister) {
  const before = catalogueOf(memory).instance(service.serviceId, instanceId)?.instance;
  const instance = newInstance(input, service, { instanceId, seconds });
  const value = before ? { ...instance, timestamp: before.timestamp } : instance;
  const change: Change = { kind: "instance", key: instanceKeyOf(service.serviceId, instanceId), value };
  return { change, lease: leaseOf(instance), isNew: !before };
}

/** Refuses what would be more instances than the engine has room for (LIM-14, LIM-15). */
export function admit({ engine, tolerated }: PlaneCall, memory: EngineMemory, more: number) {
  const most = engine.instanceQuota + tolerated();
  if (more > 0 && catalogueOf(memory).instanceCount + more > most)
    throw new PlaneError(planeCodes.quota, "No quota", `This engine has room for ${engine.instanceQuota} instances`);
}
