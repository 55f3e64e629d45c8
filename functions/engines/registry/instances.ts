import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { done, json } from "../plane/reply.ts";
import { hasTags } from "./tags.ts";
import { type Instance, instanceInput, instanceState, type InstanceState } from "./instance.ts";
import { instanceKeyOf } from "./keys.ts";
import { catalogueOf, idsOf, instanceToChange, serviceToChange, theInstance, theService } from "./look-up.ts";
import { admit, instanceToRegister, registered } from "./register-instance.ts";
import { bodyLimit, invalid, objectOf, readBody, textMap } from "./shapes.ts";
import { secondsOf } from "./time.ts";

const registrationLimit = 5 * 1024;
const propertiesLimit = 3 * 1024;
const registration = objectOf({ instance: instanceInput });

async function createInstance(call: PlaneCall) {
  const { instance: input } = readBody(registration, await call.json(registrationLimit));
  call.throttle.registrations(1);
  const ready = instanceToRegister(input, secondsOf(call.now()));
  const { key, lease } = await call.commit((memory) => {
    const { service } = serviceToChange(memory, call.tenant, call.params.serviceId!);
    const { change, lease: seconds, isNew } = registered(memory, service, ready);
    admit(call, memory, isNew ? 1 : 0);
    return { changes: [change], answer: { key: change.key, lease: seconds } };
  });
  call.renew(key, lease);
  return json({ instanceId: ready.instanceId });
}

/** All of them, whatever their state: who looks here knows the service. */
async function listInstances(call: PlaneCall) {
  const { service, instances } = await theService(call);
  const shown = hasTags(service, call.query.get("tags")) ? [...instances.values()] : [];
  return { ...json({}), body: `{"instances":[${shown.map(({ told }) => told).join(",")}]}` };
}

async function getInstance(call: PlaneCall) {
  const { told } = await theInstance(call);
  return { ...json({}), body: `{"instance":${told}}` };
}

async function deleteInstance(call: PlaneCall) {
  await call.commit((memory) => {
    const { serviceId, instanceId } = instanceToChange(memory, call.tenant, idsOf(call)).instance;
    return {
      changes: [{ kind: "instance", key: instanceKeyOf(serviceId, instanceId), value: null }],
      answer: undefined,
    };
  });
  return done;
}

/** An instance with something new in it; nothing when it is as before. */
function changed(instance: Instance, change: Partial<Instance>, modTimestamp: string) {
  const same = Object.entries(change).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(instance[name as keyof Instance]),
  );
  const key = instanceKeyOf(instance.serviceId, instance.instanceId);
  return same ? [] : [{ kind: "instance" as const, key, value: { ...instance, ...change, modTimestamp } }];
}

async function change(call: PlaneCall, what: Partial<Instance>) {
  const modTimestamp = secondsOf(call.now());
  await call.commit((memory) => {
    const { instance } = instanceToChange(memory, call.tenant, idsOf(call));
    return { changes: changed(instance, what, modTimestamp), answer: undefined };
  });
  return done;
}

/** The whole map is replaced; Go clients send the whole instance, of which nothing else counts (protocol §1.5). */
async function putProperties(call: PlaneCall) {
  const { properties } = readBody(objectOf({ properties: textMap.optional() }), await call.json(2 * registrationLimit));
  if (JSON.stringify(properties ?? {}).length > propertiesLimit)
    throw invalid(`Properties are larger than ${propertiesLimit} bytes`);
  return change(call, { properties: properties ?? {} });
}

const stateOf = (value: string | null): InstanceState => readBody(instanceState, value);

const putStatus = (call: PlaneCall) => change(call, { status: stateOf(call.query.get("value")) });

const matching = objectOf({ matches: objectOf({ properties: textMap }), status: instanceState });

/** All instances of the tenant that have these properties. */
async function putStatusOfMany(call: PlaneCall) {
  const { matches, status } = readBody(matching, await call.json(bodyLimit));
  const wanted = Object.entries(matches.properties);
  if (wanted.length === 0) throw invalid("matches.properties names nothing");
  const modTimestamp = secondsOf(call.now());
  await call.commit((memory) => ({
    changes: [...catalogueOf(memory).of(call.tenant)]
      .flatMap(({ instances }) => [...instances.values()])
      .filter(({ instance }) => wanted.every(([name, value]) => instance.properties?.[name] === value))
      .flatMap(({ instance }) => changed(instance, { status }, modTimestamp)),
    answer: undefined,
  }));
  return done;
}

const all = "/microservices/:serviceId/instances";
const one = `${all}/:instanceId`;
export const instanceRoutes: PlaneRoute[] = [
  { method: "POST", path: all, handle: createInstance },
  { method: "GET", path: all, handle: listInstances },
  { method: "GET", path: one, handle: getInstance },
  { method: "DELETE", path: one, handle: deleteInstance },
  { method: "PUT", path: `${one}/properties`, handle: putProperties },
  { method: "PUT", path: `${one}/status`, handle: putStatus },
  { method: "PUT", path: "/instances/status", handle: putStatusOfMany },
];
