import { z } from "zod";
import type { PlaneCall, PlaneChannel, PlaneRoute, PlaneSocket } from "../plane/call.ts";
import { done, json } from "../plane/reply.ts";
import type { KnownInstance } from "./catalogue-memory.ts";
import { leaseOf } from "./instance.ts";
import { instanceKeyOf } from "./keys.ts";
import { idsOf, instanceMissing, instanceOf, theInstance } from "./look-up.ts";
import { keepOpen, pingEvery } from "./keep-open.ts";
import { bodyLimit, invalid, objectOf, readBody } from "./shapes.ts";

function renew(call: PlaneCall, { instance }: KnownInstance) {
  call.renew(instanceKeyOf(instance.serviceId, instance.instanceId), leaseOf(instance));
}

function hear(call: PlaneCall, known: KnownInstance) {
  call.throttle.heartbeat(known.heartbeats, known.instance.healthCheck.interval);
  renew(call, known);
  return done;
}

/** By far the most of all requests: it waits for nothing when the instance is known. */
function heartbeat(call: PlaneCall) {
  const known = theInstance(call);
  return known instanceof Promise ? known.then((late) => hear(call, late)) : hear(call, known);
}

const ids = z.array(objectOf({ serviceId: z.string(), instanceId: z.string() })).max(10_000);
// The published schema and the clients differ in one letter.
const many = objectOf({ instances: ids.optional(), Instances: ids.optional() });

/** Many at once: each that is not there is told so, and the answer is 200 all the same. */
async function heartbeats(call: PlaneCall) {
  const input = readBody(many, await call.json(bodyLimit));
  const asked = input.instances ?? input.Instances ?? [];
  if (asked.length === 0) throw invalid("instances is empty");
  call.throttle.heartbeats(asked.length);
  const find = ({ serviceId, instanceId }: (typeof asked)[number]) => instanceOf(call, serviceId, instanceId);
  if (asked.some((one) => !find(one))) await call.catchUp();
  const instances = asked.map((one) => {
    const known = find(one);
    if (known) renew(call, known);
    return known ? one : { ...one, errMessage: instanceMissing(one.serviceId, one.instanceId).detail };
  });
  return json({ instances });
}

const unknown = 4001;

/** A connection as a lease: every sign of life renews it, and it ends with the instance (protocol §1.5). */
async function keepAlive(call: PlaneCall, socket: PlaneSocket) {
  const { serviceId, instanceId } = idsOf(call);
  const known = await Promise.resolve(theInstance(call)).catch(() => null);
  const stillThere = () => {
    const there = instanceOf(call, serviceId, instanceId);
    if (there) renew(call, there);
    else socket.close(unknown, "Instance does not exist");
  };
  if (!known) return socket.close(unknown, "Instance does not exist");
  keepOpen(socket, stillThere);
  while (!socket.closed.aborted) {
    if (!instanceOf(call, serviceId, instanceId)) return stillThere();
    await call.changed(pingEvery, socket.closed);
  }
}

export const heartbeatRoutes: PlaneRoute[] = [
  { method: "PUT", path: "/microservices/:serviceId/instances/:instanceId/heartbeat", handle: heartbeat },
  { method: "PUT", path: "/heartbeats", handle: heartbeats },
];
export const heartbeatChannels: PlaneChannel[] = [
  { path: "/microservices/:serviceId/instances/:instanceId/heartbeat", serve: keepAlive },
];
