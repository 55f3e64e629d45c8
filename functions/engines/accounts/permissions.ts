import type { PlaneCall } from "../plane/call.ts";
import type { Permission, ResourceType } from "./built-in-roles.ts";
import { type Labels, labelsOf } from "./requested-labels.ts";

/** What a request is about to do, to what kind of thing. */
export type Wanted = { type: ResourceType; verb: "get" | "create" | "update" | "delete" };

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
export function wantedBy({ method, path }: Pick<PlaneCall, "method" | "path">): Wanted {
  const type = types.find(([pattern]) => pattern.test(path))?.[1] ?? "service";
  // A batch of questions is asked by POST.
  const asks = path.endsWith("/instances/action");
  return { type, verb: asks ? "get" : (verbOf[method as keyof typeof verbOf] ?? "get") };
}

/** The labels of the permissions that fit; none where nothing is permitted, and null where everything is. */
function labelsFor(perms: readonly Permission[], { type, verb }: Wanted): Partial<Labels>[] | null {
  const fitting = perms
    .filter(({ verbs }) => verbs.includes("*") || verbs.includes(verb))
    .flatMap(({ resources }) => resources.filter((one) => one.type === type).map(({ labels = {} }) => labels));
  return fitting.some((labels) => Object.keys(labels).length === 0) ? null : fitting;
}

/** Lists of services: they are shown as far as they may be seen. */
const lists = /^\/(v4\/[^/]+\/registry\/microservices|registry\/v3\/microservices|v4\/[^/]+\/govern\/[a-z]+)$/;

/**
 * Whether the permissions cover a call. One with labels covers only what is about services that have them: each that the call
 * names must be covered, a call that names none is not, and a list is narrowed down to them. Waits only where labels count.
 */
export function covers(perms: readonly Permission[], wanted: Wanted, call: PlaneCall): boolean | Promise<boolean> {
  const fitting = labelsFor(perms, wanted);
  if (fitting === null) return true;
  if (fitting.length === 0) return false;
  const covered = (service: Labels) => fitting.some((labels) => matches(labels, service));
  if (wanted.verb === "get" && lists.test(call.path)) {
    call.sees = ({ environment, appId, serviceName }) => covered({ environment, appId, serviceName });
    return true;
  }
  return labelsOf(call).then((services) => services.length > 0 && services.every(covered));
}

const matches = (wanted: Partial<Labels>, labels: Labels) =>
  (Object.entries(wanted) as [keyof Labels, string][]).every(([key, value]) => labels[key] === value);
