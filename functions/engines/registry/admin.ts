import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { done, json } from "../plane/reply.ts";
import { tellInstance } from "./instance.ts";
import { catalogueOf } from "./look-up.ts";
import { tellService } from "./service.ts";

/** What there is, for those who look for faults; of one's own tenant only. */
function dump({ memory, tenant, engine, query }: PlaneCall) {
  const asked = (query.get("options") ?? "").split(",");
  const wants = (option: string) => asked.includes(option) || asked.includes("all");
  const all = [...catalogueOf(memory).of(tenant)];
  const entry = (key: string, value: object) => ({ key, rev: memory.revision, value });
  return json({
    ...(wants("info") && { info: { version: engine.version, apiVersion: "4.0.0" } }),
    ...(wants("config") && { appConfig: {} }),
    ...(wants("env") && { environments: {} }),
    ...((wants("cache") || !query.get("options")) && {
      cache: {
        services: all.map(({ service }) => entry(service.serviceId, tellService(service))),
        instances: all.flatMap(({ instances }) =>
          [...instances.values()].map(({ instance }) => entry(instance.instanceId, tellInstance(instance))),
        ),
      },
    }),
  });
}

const clusters = ({ addresses }: PlaneCall) => json({ clusters: { default: addresses } });

/** As this copy has seen them; an object without the list when there are none, as for every list (protocol §0.7). */
function alarms({ memory }: PlaneCall) {
  const all = memory.alarms.list();
  return json(all.length > 0 ? { alarms: all } : {});
}

function forgetAlarms({ memory }: PlaneCall) {
  memory.alarms.forget();
  return done;
}

const base = "/v4/:project/admin";
export const adminRoutes: PlaneRoute[] = [
  { method: "GET", path: `${base}/dump`, handle: dump },
  { method: "GET", path: `${base}/clusters`, handle: clusters },
  { method: "GET", path: `${base}/alarms`, handle: alarms },
  { method: "DELETE", path: `${base}/alarms`, handle: forgetAlarms },
];
