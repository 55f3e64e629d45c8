import type { Db, Engine, Tx, Variable } from "@flyloft/db";
import { liveHosts, openUrl, seenOf } from "./listeners.ts";

/** Where an engine is reached inside its VPC at this moment: IPv4 first, which every cluster has (ERR-14). */
export async function addressesNow(db: Db | Tx, engine: Pick<Engine, "id" | "edition">, now: Date): Promise<string[]> {
  if (engine.edition === "professional") {
    const [host] = await liveHosts(db, now);
    return host ? [host.url] : [];
  }
  const { seen } = await seenOf(db, engine.id, now);
  const urls = seen
    .filter(({ listener }) => listener.scope === "private" && listener.family === "ipv4")
    .flatMap((one) => openUrl(one) ?? []);
  return [...new Set(urls)];
}

/** Names under which clients look for the address of the registry, of configuration and of the dashboard (protocol §5, §7.2, §8). */
const names = {
  registry: [
    "PAAS_CSE_SC_ENDPOINT",
    "SERVICECOMB_SERVICE_REGISTRY_ADDRESS",
    "SERVICECOMB_REGISTRY_SC_ADDRESS",
    "SPRING_CLOUD_SERVICECOMB_DISCOVERY_ADDRESS",
  ],
  configuration: ["PAAS_CSE_CC_ENDPOINT", "SERVICECOMB_KIE_SERVERURI", "SPRING_CLOUD_SERVICECOMB_CONFIG_SERVERADDR"],
  dashboard: [
    "PAAS_CSE_DS_ENDPOINT",
    "SERVICECOMB_MONITOR_CLIENT_SERVERURI",
    "SPRING_CLOUD_SERVICECOMB_DASHBOARD_ADDRESS",
  ],
  all: ["PAAS_CSE_ENDPOINT"],
};
/** How each framework is told the project on the shared engine (ENG-27). */
const projectNames = ["SERVICECOMB_CREDENTIALS_PROJECT", "SPRING_CLOUD_SERVICECOMB_CREDENTIALS_PROJECT"];

/** What a service under deployment is told of its engine, in variables that clients of ServiceComb read by themselves. */
export function clientVariables(
  { edition }: Pick<Engine, "edition">,
  addresses: readonly string[],
  project: string,
): Variable[] {
  if (addresses.length === 0) return [];
  const value = addresses.join(",");
  const told = Object.values(names)
    .flat()
    .map((name) => ({ name, value }));
  // These take documents of any kind from one store, and must be told of which kind it is.
  const kind = { name: "SPRING_CLOUD_SERVICECOMB_CONFIG_SERVERTYPE", value: "kie" };
  const whose = edition === "professional" ? projectNames.map((name) => ({ name, value: project })) : [];
  return [...told, kind, ...whose];
}
