import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { json } from "../plane/reply.ts";
import { catalogueOf } from "./look-up.ts";
import { newService, serviceInput, tellService } from "./service.ts";
import { objectOf, readBody } from "./shapes.ts";
import { secondsOf } from "./time.ts";

const bodyLimit = 2 * 1024 * 1024;
const registration = objectOf({ service: serviceInput });

/** Registers a service; one that is registered already is told its id (protocol §1.3). */
async function createService(call: PlaneCall) {
  const { service: input } = readBody(registration, await call.json(bodyLimit));
  const fresh = newService(input, call.tenant, secondsOf(call.now()));
  const serviceId = await call.commit((memory) => {
    const there = catalogueOf(memory).named(fresh);
    const known = [...(there?.services.values() ?? [])].find(({ service }) => service.version === fresh.version);
    if (!known) {
      if (memory.get("service", fresh.serviceId)) throw taken(fresh.serviceId);
      return { changes: [{ kind: "service", key: fresh.serviceId, value: fresh }], answer: fresh.serviceId };
    }
    if (input.serviceId && input.serviceId !== known.service.serviceId) throw taken(input.serviceId);
    return { changes: [], answer: known.service.serviceId };
  });
  return json({ serviceId });
}

const taken = (id: string) =>
  new PlaneError(planeCodes.serviceExists, "Micro-service already exists", `${id} belongs to another service`);

function listServices({ memory, tenant }: PlaneCall) {
  const services = [...catalogueOf(memory).of(tenant)].map(({ service }) => tellService(service));
  return json(services.length > 0 ? { services } : {});
}

export const serviceRoutes: PlaneRoute[] = [
  { method: "POST", path: "/microservices", handle: createService },
  { method: "GET", path: "/microservices", handle: listServices },
];
