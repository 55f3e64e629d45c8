import type { Parameters } from "./compile-gray.ts";
import type { Condition, GrayRule, GraySpec } from "./gray-rule.ts";

type Route = { weight: number; tags: Record<string, string> };
type Headers = Record<string, { exact: string }>;
type Entry = { precedence: number; match?: { headers: Headers }; route: Route[] };

/** The header by which a request names its lane, and the property by which an instance does. */
export const laneHeader = "x-lane";
export const laneProperty = "lane";

/** Whether every framework understands it: weights, lanes, and headers that equal something (protocol §4.2). */
export function isPortable(spec: GraySpec, parameters: Parameters): boolean {
  if (spec.by !== "condition") return true;
  const names = spec.conditions.map(({ parameter }) => parameter);
  const equalsHeader = ({ operator, parameter }: Condition) => {
    const places = parameters.get(parameter);
    return operator === "equal" && places?.size === 1 && places.has("header");
  };
  // All of several values of one header cannot be asked for at once.
  return spec.conditions.every(equalsHeader) && (spec.join === "or" || new Set(names).size === names.length);
}

/** Hundred parts for so many: integers that differ by one at most. */
const evenly = (versions: readonly string[]): Route[] =>
  versions.map((version, i) => ({
    weight: Math.floor(100 / versions.length) + (i < 100 % versions.length ? 1 : 0),
    tags: { version },
  }));

/** As Go writes the name of a header: capitals at its beginning and after hyphens only. */
const asGoWrites = (name: string) =>
  name.toLowerCase().replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

/**
 * Requests with these headers. Names are compared letter by letter: Java has them as contracts and callers write them, Go Chassis
 * as Go does, so that one entry may not do.
 */
function matchesOf(headers: Headers): { headers: Headers }[] {
  const inGo = Object.fromEntries(Object.entries(headers).map(([name, value]) => [asGoWrites(name), value]));
  return Object.keys(inGo).every((name) => name in headers) ? [{ headers }] : [{ headers }, { headers: inGo }];
}

function entriesOf({ priority: precedence, spec }: GrayRule): Entry[] {
  if (spec.by === "weight")
    return [{ precedence, route: spec.weights.map(({ version, weight }) => ({ weight, tags: { version } })) }];
  if (spec.by === "lane") {
    const route = [{ weight: 100, tags: { [laneProperty]: spec.lane } }];
    return matchesOf({ [laneHeader]: { exact: spec.lane } }).map((match) => ({ precedence, match, route }));
  }
  const route = evenly(spec.versions);
  const asHeaders = (conditions: readonly Condition[]): Headers =>
    Object.fromEntries(conditions.map(({ parameter, value }) => [parameter, { exact: value }]));
  const headers = spec.join === "and" ? [asHeaders(spec.conditions)] : spec.conditions.map((one) => asHeaders([one]));
  return headers.flatMap(matchesOf).map((match) => ({ precedence, match, route }));
}

/**
 * The instances that only some requests may reach: those of lanes, and those of the versions that conditions choose, where no
 * weights say what becomes of all the others. Where no rule speaks of a request, frameworks send it to every instance.
 */
function reserved(rules: readonly GrayRule[]): Record<string, string>[] {
  const lanes = rules.flatMap(({ spec }) => (spec.by === "lane" ? [spec.lane] : []));
  const weighed = rules.some(({ spec }) => spec.by === "weight");
  const versions = rules.flatMap(({ spec }) => (spec.by === "condition" && !weighed ? spec.versions : []));
  return [
    ...lanes.map((lane) => ({ [laneProperty]: lane })),
    ...[...new Set(versions)].map((version) => ({ version })),
  ];
}

/** The list of route rules, first the one that is asked first. */
export function routesOf(rules: readonly GrayRule[]): Entry[] {
  // Of a weight below 100 the rest goes to instances that no tag fits: to the baseline.
  const none = reserved(rules).map((tags) => ({ weight: 0, tags }));
  // Java libraries of 2022 and before give all there is to a route that stands alone, whatever its weight.
  const baseline = none.length === 1 ? [...none, ...none] : none;
  const all = rules.flatMap(entriesOf);
  return baseline.length > 0 ? [...all, { precedence: -1, route: baseline }] : all;
}
