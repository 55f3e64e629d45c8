import type { PlaneCall } from "../plane/call.ts";
import { serviceOf } from "../registry/look-up.ts";
import type { Permission, ResourceType } from "./built-in-roles.ts";

type Labels = { environment?: string; appId?: string; serviceName?: string };
/** What a request is about to do, to what. `labels` is null where it is about more than one service. */
export type Wanted = { type: ResourceType; verb: "get" | "create" | "update" | "delete"; labels: Labels | null };

const verbOf = { GET: "get", POST: "create", PUT: "update", DELETE: "delete" } as const;

/** By the first words of an address, without version and project; the first that fits. */
const types: [RegExp, ResourceType][] = [
  [/^\/v4\/account/, "account"],
  [/^\/v4\/roles/, "role"],
  [/\/(kie|configuration)\//, "config"],
  [/^\/v\d\/[^/]+\/admin\//, "ops"],
  [/^\/v1\/[^/]+\/gov\//, "governance"],
  [/\/schemas(\/|$)/, "service/schema"],
];

/** What a request needs of whoever asks (protocol §1.9). */
export function wantedBy(call: PlaneCall): Wanted {
  const type = types.find(([pattern]) => pattern.test(call.path))?.[1] ?? "service";
  // A batch of questions is asked by POST.
  const asks = call.path.endsWith("/instances/action");
  const verb = asks ? "get" : (verbOf[call.method as keyof typeof verbOf] ?? "get");
  return { type, verb, labels: labelsOf(call) };
}

function labelsOf(call: PlaneCall): Labels | null {
  const { serviceId } = call.params;
  const known = serviceOf(call, serviceId ?? "");
  if (known) {
    const { environment, appId, serviceName } = known.service;
    return { environment: environment ?? "", appId, serviceName };
  }
  const asked = (name: string) => call.query.get(name);
  const serviceName = asked("serviceName");
  return serviceName ? { environment: asked("env") ?? "", appId: asked("appId") ?? "default", serviceName } : null;
}

/** Whether one of the permissions covers it. One with labels covers only what is about a service that has them. */
export function covers(perms: readonly Permission[], { type, verb, labels }: Wanted): boolean {
  return perms.some(
    ({ resources, verbs }) =>
      (verbs.includes("*") || verbs.includes(verb)) &&
      resources.some((one) => one.type === type && matches(one.labels ?? {}, labels)),
  );
}

function matches(wanted: Labels, labels: Labels | null): boolean {
  const entries = Object.entries(wanted) as [keyof Labels, string][];
  return entries.length === 0 || (labels !== null && entries.every(([key, value]) => labels[key] === value));
}
