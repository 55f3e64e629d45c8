import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { Framework, Setting } from "./setting.ts";
import type { Scope } from "../../engines/index.ts";

/** An operation as it is called over HTTP: its path from the contract, with parameters in braces. */
export type Endpoint = { method: string; path: string };

/**
 * A path as conditions that must all hold: exactly it, or where it has parameters, what it begins and ends with. The second
 * may fit other operations too.
 */
export function pathConditions(path: string): Record<string, string> {
  if (!path.includes("{")) return { exact: path };
  const prefix = path.slice(0, path.indexOf("{"));
  const suffix = path.slice(path.lastIndexOf("}") + 1);
  return suffix ? { prefix, suffix } : { prefix };
}

/** Names of policies: one segment of a key, the same for the same object, never the same for another (protocol §3.3). */
export function policyName(kind: string, object: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(object)).digest("hex").slice(0, 8);
  const readable = object.join("-").replace(/[^A-Za-z0-9-]+/g, "-");
  return `${kind.replaceAll("_", "-")}-${readable.slice(0, 80)}-${digest}`;
}

type Policies = Record<string, Record<string, unknown>>;

/** Where Java Chassis and Go Chassis tell a provider who calls: an entry of the context that goes with each call. */
const callerContext = "x-cse-src-microservice";

/**
 * Governance rules as YAML texts: which requests are meant, and under the same name what holds for them (protocol §3.2).
 * `peer` is the other side: the service that is called, or seen from there the `caller`. Java Chassis knows no service name of
 * callers, Spring Cloud Huawei no such context: there both ways of telling it are published, and either one is enough.
 */
export function markedPolicies(
  scope: Scope & { service: string },
  {
    name,
    peer,
    caller = false,
    endpoint,
    policies,
    readBy,
  }: {
    name: string;
    peer: string;
    caller?: boolean;
    endpoint: Endpoint | null;
    policies: Policies;
    readBy: Framework[];
  },
): Setting[] {
  const where = endpoint ? { apiPath: pathConditions(endpoint.path), method: [endpoint.method] } : {};
  const matches: object[] = [{ name, ...where, serviceName: peer }];
  if (caller) matches.push({ name: `${name}-context`, ...where, headers: { [callerContext]: { exact: peer } } });
  const item = (kind: string, value: object): Setting => ({
    scope,
    key: `servicecomb.${kind}.${name}`,
    value: stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }),
    readBy,
  });
  return [
    item("matchGroup", { alias: name, matches }),
    // What is said of one method comes before what is said of its whole service.
    ...Object.entries(policies).map(([kind, policy]) =>
      item(kind, { ...policy, services: scope.service, ...(endpoint && { order: -1 }) }),
    ),
  ];
}
