import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { PlaneError, planeCodes } from "../plane/errors.ts";
import { json } from "../plane/reply.ts";
import { catalogueOf, orLater, theService } from "./look-up.ts";
import { ownNamed } from "./own-services.ts";
import { SchemaMemory } from "./schema-memory.ts";
import { schemaMissing } from "./schemas.ts";
import { invalid } from "./shapes.ts";

/** Whether a service or one of its contracts is there, and under which id (protocol §1.3). */
function existence(call: PlaneCall) {
  const type = call.query.get("type");
  if (type === "microservice") return ofService(call);
  if (type === "schema") return ofSchema(call);
  throw invalid("type is microservice or schema");
}

async function ofService(call: PlaneCall) {
  const { query, memory, tenant } = call;
  const [appId, serviceName, version] = ["appId", "serviceName", "version"].map((name) => query.get(name) ?? "");
  if (!appId || !serviceName || !version) throw invalid("appId, serviceName and version are needed");
  const key = { tenant, environment: query.get("env") ?? "", appId, serviceName };
  const named = () => ownNamed(call, key) ?? catalogueOf(memory).named(key) ?? catalogueOf(memory).aliased(key);
  const find = () => [...(named()?.services.values() ?? [])].find(({ service }) => service.version === version) ?? null;
  const { service } = await orLater(call, find, () =>
    named()
      ? new PlaneError(
          planeCodes.versionMissing,
          "Micro-service version does not exist",
          `${serviceName} has no ${version}`,
        )
      : new PlaneError(
          planeCodes.serviceMissing,
          "Micro-service does not exist",
          `There is no ${serviceName} in ${appId}`,
        ),
  );
  return json({ serviceId: service.serviceId });
}

async function ofSchema(call: PlaneCall) {
  const [serviceId, schemaId] = ["serviceId", "schemaId"].map((name) => call.query.get(name) ?? "") as [string, string];
  await theService(call, serviceId);
  const { summary } = await orLater(
    call,
    () => call.memory.part(SchemaMemory).of(serviceId).get(schemaId) ?? null,
    () => schemaMissing(schemaId),
  );
  return json({ schemaId, serviceId }, [["X-Schema-Summary", summary]]);
}

export const existenceRoutes: PlaneRoute[] = [{ method: "GET", path: "/existence", handle: existence }];
