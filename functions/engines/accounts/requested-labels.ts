import type { PlaneCall } from "../plane/call.ts";
import { serviceOf, theService } from "../registry/look-up.ts";
import type { Service } from "../registry/service.ts";
import { bodyLimit } from "../registry/shapes.ts";

/** By what permissions tell services apart (protocol §1.9). */
export type Labels = { environment: string; appId: string; serviceName: string };

const labelsOfService = ({ environment, appId, serviceName }: Service): Labels => ({
  environment,
  appId,
  serviceName,
});

/** The services that a call is about; none where it names none, so that it is about all. Throws for one that there is not. */
export async function labelsOf(call: PlaneCall): Promise<Labels[]> {
  const { params, query } = call;
  const serviceId = params["serviceId"] ?? query.get("serviceId");
  if (serviceId) return [labelsOfService((await theService(call, serviceId)).service)];
  const inBody = bodies[`${call.method} ${call.path.replace(base, "")}`];
  if (inBody) {
    const body = objectOf(await call.json(bodyLimit));
    // It arrives once, and its handler reads it as well.
    call.json = async () => body;
    return inBody(call, body);
  }
  const serviceName = query.get("serviceName");
  if (!serviceName || !byQuery.test(call.path)) return [];
  const asked = { environment: query.get("env"), appId: query.get("appId"), serviceName };
  return [labelsOfKey(asked, await environmentOf(call, call.header("x-consumerid")))];
}

const base = /^\/(v4\/[^/]+\/registry|registry\/v3)/;
/** Where the query says it; elsewhere it would be said of what it does not narrow down. */
const byQuery = /\/(v4\/[^/]+\/registry|registry\/v3)\/(instances|existence)$/;
type Given = Record<string, unknown>;

/** Where a call says in its body what it is about. */
const bodies: Record<string, (call: PlaneCall, body: Given) => Labels[] | Promise<Labels[]>> = {
  "POST /microservices": (_call, body) => [labelsOfKey(objectOf(body["service"]))],
  "DELETE /microservices": (call, body) => listOf(body["serviceIds"]).flatMap((id) => known(call, id)),
  "PUT /heartbeats": (call, body) =>
    listOf(body["instances"] ?? body["Instances"]).flatMap((one) => known(call, objectOf(one)["serviceId"])),
  "POST /instances/action": async (call, body) => {
    const consumerId = call.header("x-consumerid") || body["consumerServiceId"];
    const environment = await environmentOf(call, consumerId ? String(consumerId) : null);
    return [
      ...listOf(body["services"]).map((one) => labelsOfKey(objectOf(objectOf(one)["service"]), environment)),
      ...listOf(body["instances"]).flatMap((one) => known(call, objectOf(objectOf(one)["instance"])["serviceId"])),
    ];
  },
  "POST /dependencies": (_call, body) => consumersIn(body),
  "PUT /dependencies": (_call, body) => consumersIn(body),
};

const consumersIn = (body: Given) =>
  listOf(body["dependencies"]).map((one) => labelsOfKey(objectOf(objectOf(one)["consumer"])));

const objectOf = (value: unknown): Given =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Given) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 10_000) : []);
const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** As a registration or a question means it: the environment of a known consumer counts before the one that is named. */
const labelsOfKey = ({ environment, appId, serviceName }: Given, ofConsumer: string | null = null): Labels => ({
  environment: ofConsumer ?? textOf(environment),
  appId: textOf(appId) || "default",
  serviceName: textOf(serviceName),
});

/** What is not there is told so by the handler, for itself. */
function known(call: PlaneCall, serviceId: unknown): Labels[] {
  const found = serviceOf(call, textOf(serviceId));
  return found ? [labelsOfService(found.service)] : [];
}

async function environmentOf(call: PlaneCall, consumerId: string | null): Promise<string | null> {
  if (!consumerId) return null;
  const consumer = await theService(call, consumerId);
  return consumer.service.environment ?? "";
}
