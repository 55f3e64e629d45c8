import type { PlaneCall, PlaneRoute } from "../plane/call.ts";
import { json } from "../plane/reply.ts";
import type { KnownService } from "./catalogue-memory.ts";
import { consumersOf, providersOf } from "./dependencies.ts";
import { tellInstance } from "./instance.ts";
import { servicesSeen, theService } from "./look-up.ts";
import { SchemaMemory } from "./schema-memory.ts";
import { tellService } from "./service.ts";

const options = ["tags", "instances", "schemas", "dependencies", "statistics"] as const;
type Option = (typeof options)[number];

function details(call: PlaneCall, known: KnownService, wanted: ReadonlySet<Option>) {
  const { service, instances, group } = known;
  const told = (services: KnownService[]) =>
    services.filter((one) => call.sees?.(one.service) ?? true).map((one) => tellService(one.service));
  const schemas = () =>
    [...call.memory.part(SchemaMemory).of(service.serviceId).values()].map(({ schemaId, summary }) => ({
      schemaId,
      summary,
    }));
  return {
    microService: tellService(service),
    ...(wanted.has("instances") && {
      instances: [...instances.values()].map(({ instance }) => tellInstance(instance)),
    }),
    ...(wanted.has("schemas") && { schemaInfos: schemas() }),
    ...(wanted.has("dependencies") && {
      providers: told(providersOf(call.memory, known)),
      consumers: told(consumersOf(call.memory, known)),
    }),
    ...(wanted.has("tags") && { tags: service.tags ?? {} }),
    microServiceVersions: [...group.services.values()].map((one) => one.service.version),
  };
}

async function oneService(call: PlaneCall) {
  const known = await theService(call);
  return json({ service: { ...details(call, known, new Set(options)), statics: statisticsOf([known]) } });
}

function statisticsOf(services: readonly KnownService[]) {
  const names = new Set(services.map(({ group }) => group));
  const online = [...names].filter((group) => [...group.services.values()].some(({ instances }) => instances.size > 0));
  const instances = services.reduce((sum, one) => sum + one.instances.size, 0);
  return {
    services: { count: names.size, onlineCount: online.length },
    instances: { count: instances, countByDomain: instances },
    apps: { count: new Set(services.map(({ service }) => `${service.environment} ${service.appId}`)).size },
  };
}

function wantedBy(query: URLSearchParams): Set<Option> {
  const asked = (query.get("options") ?? "").split(",");
  if (asked.includes("all")) return new Set(options);
  return new Set(options.filter((one) => asked.includes(one)));
}

function manyServices(call: PlaneCall) {
  const { query } = call;
  const all = servicesSeen(call);
  const wanted = wantedBy(query);
  const shown = query.get("countOnly") === "1" ? [] : all.filter((one) => isMeant(one, query));
  return json({
    ...(shown.length > 0 && { allServicesDetail: shown.map((one) => details(call, one, wanted)) }),
    ...(wanted.has("statistics") && { statistics: statisticsOf(all) }),
  });
}

function isMeant({ service }: KnownService, query: URLSearchParams): boolean {
  const asked = (name: string, value: string) => !query.get(name) || query.get(name) === value;
  return (
    asked("appId", service.appId) &&
    asked("serviceName", service.serviceName) &&
    (!query.has("env") || query.get("env") === service.environment) &&
    query.getAll("property").every((one) => {
      const colon = one.indexOf(":");
      return colon > 0 && service.properties?.[one.slice(0, colon)] === one.slice(colon + 1);
    })
  );
}

/** Services and who asks for whom, to be drawn. */
function relations(call: PlaneCall) {
  const all = servicesSeen(call);
  const nodes = all.map(({ service: { serviceId, serviceName, appId, version } }) => ({
    id: serviceId,
    name: serviceName,
    appId,
    version,
    type: "",
    color: "",
    position: "",
  }));
  const lines = all.flatMap((consumer) =>
    providersOf(call.memory, consumer)
      .filter((provider) => all.includes(provider))
      .map((provider) => ({
        from: consumer.service.serviceId,
        to: provider.service.serviceId,
        type: "",
        color: "",
        descriptor: "",
      })),
  );
  return json({ nodes, lines, circles: [] });
}

function apps(call: PlaneCall) {
  const { query } = call;
  const all = servicesSeen(call).map(({ service }) => service);
  const meant = query.has("env") ? all.filter(({ environment }) => environment === query.get("env")) : all;
  const appIds = [...new Set(meant.map(({ appId }) => appId))];
  return json(appIds.length > 0 ? { appIds } : {});
}

const statistics = (call: PlaneCall) => json({ statistics: statisticsOf(servicesSeen(call)) });

const base = "/v4/:project/govern";
export const governRoutes: PlaneRoute[] = [
  { method: "GET", path: `${base}/microservices`, handle: manyServices },
  { method: "GET", path: `${base}/microservices/:serviceId`, handle: oneService },
  { method: "GET", path: `${base}/relations`, handle: relations },
  { method: "GET", path: `${base}/apps`, handle: apps },
  { method: "GET", path: `${base}/statistics`, handle: statistics },
];
