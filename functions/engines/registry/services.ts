import { z } from "zod";
import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { done, json } from "../plane/reply.ts";
import { removalOf } from "./remove-service.ts";
import { admit, instanceToRegister, registered } from "./register-instance.ts";
import { instanceInput } from "./instance.ts";
import { catalogueOf, servicesSeen, serviceToChange, theService } from "./look-up.ts";
import { newService, serviceInput, tagKey, tellService } from "./service.ts";
import { bodyLimit, flag, objectOf, readBody, textMap } from "./shapes.ts";
import { secondsOf } from "./time.ts";

const registration = objectOf({
  service: serviceInput,
  tags: z.record(tagKey, tagKey).optional(),
  instances: z.array(instanceInput).max(1_000).optional(),
});

/** Registers a service; one that is registered already is told its id (protocol §1.3). Its instances can come along. */
async function createService(call: PlaneCall) {
  const { service: input, tags, instances = [] } = readBody(registration, await call.json(bodyLimit));
  const seconds = secondsOf(call.now());
  const fresh = { ...newService(input, call.tenant, seconds), ...(tags && { tags }) };
  call.throttle.registrations(instances.length);
  const ready = instances.map((one) => instanceToRegister(one, seconds));
  const answer = await call.commit((memory) => {
    const there = catalogueOf(memory).named(fresh);
    const known = [...(there?.services.values() ?? [])].find(({ service }) => service.version === fresh.version);
    const { service } = known ?? { service: fresh };
    if (known ? input.serviceId && input.serviceId !== service.serviceId : memory.get("service", fresh.serviceId))
      throw taken(fresh.serviceId);
    const made = known ? [] : [{ kind: "service" as const, key: fresh.serviceId, value: fresh }];
    const come = ready.map((one) => registered(memory, service, one));
    admit(call, memory, come.filter(({ isNew }) => isNew).length);
    return { changes: [...made, ...come.map(({ change }) => change)], answer: { serviceId: service.serviceId, come } };
  });
  for (const { change, lease } of answer.come) call.renew(change.key, lease);
  return json({ serviceId: answer.serviceId });
}

const taken = (id: string) =>
  new PlaneError(planeCodes.serviceExists, "Micro-service already exists", `${id} belongs to another service`);

function listServices(call: PlaneCall) {
  const services = servicesSeen(call).map(({ service }) => tellService(service));
  return json(services.length > 0 ? { services } : {});
}

async function getService(call: PlaneCall) {
  const { service } = await theService(call);
  return json({ service: tellService(service) });
}

const properties = objectOf({
  properties: textMap,
  framework: objectOf({ name: z.string().max(64).optional(), version: z.string().max(64).optional() }).optional(),
});

/** The whole map is replaced. */
async function putProperties(call: PlaneCall) {
  const input = readBody(properties, await call.json(bodyLimit));
  const modTimestamp = secondsOf(call.now());
  await call.commit((memory) => {
    const { service } = serviceToChange(memory, call.tenant, call.params.serviceId!);
    const value = { ...service, ...input, modTimestamp };
    return { changes: [{ kind: "service", key: service.serviceId, value }], answer: undefined };
  });
  return done;
}

async function deleteService(call: PlaneCall) {
  const force = flag(call.query, "force");
  await call.commit((memory) => removalOf(memory, call.tenant, call.params.serviceId!, force));
  return done;
}

const removals = objectOf({ serviceIds: z.array(z.string().max(64)).min(1).max(1_000), force: z.boolean().optional() });

/** Each by itself: one that cannot go keeps no other. */
async function deleteServices(call: PlaneCall) {
  const { serviceIds, force = false } = readBody(removals, await call.json(bodyLimit));
  const services = await Promise.all(
    serviceIds.map((serviceId) =>
      call
        .commit((memory) => removalOf(memory, call.tenant, serviceId, force))
        .then(
          () => ({ serviceId }),
          (error: unknown) => {
            if (!(error instanceof PlaneError)) throw error;
            return { serviceId, errMessage: error.detail };
          },
        ),
    ),
  );
  return json({ services });
}

export const serviceRoutes: PlaneRoute[] = [
  { method: "POST", path: "/microservices", handle: createService },
  { method: "GET", path: "/microservices", handle: listServices },
  { method: "DELETE", path: "/microservices", handle: deleteServices },
  { method: "GET", path: "/microservices/:serviceId", handle: getService },
  { method: "DELETE", path: "/microservices/:serviceId", handle: deleteService },
  { method: "PUT", path: "/microservices/:serviceId/properties", handle: putProperties },
];
