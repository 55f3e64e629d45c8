import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { json, notModified, type PlaneReply } from "../plane/reply.ts";
import { Turns } from "../plane/throttle.ts";
import type { KnownService } from "./catalogue-memory.ts";
import { discover, providerMissing, providerOf, rememberDependency, type Wanted } from "./discover.ts";
import { orLater, serviceMissing, serviceOf } from "./look-up.ts";
import { invalid } from "./shapes.ts";

const jsonHeaders = json({}).headers!;

function wantedBy({ query }: PlaneCall): Wanted {
  const [appId, serviceName] = [query.get("appId") ?? "", query.get("serviceName") ?? ""];
  if (!appId || appId.length > 160) throw invalid("appId is needed");
  if (!serviceName || serviceName.length > 289) throw invalid("serviceName is needed");
  return {
    environment: query.get("env") ?? "",
    appId,
    serviceName,
    version: query.get("version"),
    tags: query.get("tags"),
  };
}

/** Discovery (protocol §1.6): waits only where somebody is not known yet. */
function find(call: PlaneCall): PlaneReply | Promise<PlaneReply> {
  const wanted = wantedBy(call);
  const consumerId = call.header("x-consumerid");
  if (!consumerId) return findFor(call, null, wanted);
  const consumer = orLater(
    call,
    () => serviceOf(call, consumerId),
    () => serviceMissing(consumerId),
  );
  return consumer instanceof Promise
    ? consumer.then((late) => findFor(call, late, wanted))
    : findFor(call, consumer, wanted);
}

function findFor(call: PlaneCall, consumer: KnownService | null, wanted: Wanted): PlaneReply | Promise<PlaneReply> {
  const versions = orLater(
    call,
    () => providerOf(call, consumer, wanted),
    () => providerMissing(wanted),
  );
  if (versions instanceof Promise) return versions.then(() => findFor(call, consumer, wanted));
  if (consumer) {
    let looks = consumer.looks.get(versions);
    if (!looks) consumer.looks.set(versions, (looks = new Turns()));
    const rev = call.query.get("rev");
    // Java Chassis up to 2.8.24 and 3.3 forgets a service whose discovery is refused, and every instance of it.
    if (!call.throttle.discovery(looks, consumer.instances.size, rev !== null && rev !== ""))
      return notModified([["X-Resource-Revision", rev!]]);
  }
  const { revision, told } = discover(versions, wanted);
  const headers = [["X-Resource-Revision", revision]] as const;
  const reply =
    call.query.get("rev") === revision
      ? notModified(headers)
      : { status: 200, headers: [...jsonHeaders, ...headers], body: told };
  const remembered = consumer && rememberDependency(call, consumer, versions);
  return remembered ? remembered.then(() => reply) : reply;
}

export const findRoutes: PlaneRoute[] = [{ method: "GET", path: "/instances", handle: find }];
