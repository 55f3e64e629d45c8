import { z } from "zod";
import { type Facts, headerOf, matches, matchGroup, meets, operand } from "../policies/match-group.ts";
import { readYaml } from "../properties/documents.ts";
import type { Properties } from "../properties/properties.ts";
import { type Group, hasTags, type Tagged, tagged } from "./groups.ts";
import type { Shares } from "./shares.ts";

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const flag = z.preprocess((value) => (value === "true" ? true : value === "false" ? false : value), z.boolean());
const routes = z
  .array(z.object({ weight: z.coerce.number().min(0).default(100), tags: z.record(z.string(), text).default({}) }))
  .max(100);

const rule = z.object({
  precedence: z.coerce.number().default(0),
  match: z
    .object({
      source: text.nullish(),
      refer: text.nullish(),
      headers: z.record(z.string(), operand).nullish(),
      apiPath: operand.nullish(),
      method: z.array(text).nullish(),
      queries: z.record(z.string(), operand).nullish(),
    })
    .nullish(),
  route: routes,
  fallback: routes.nullish(),
  emptyProtection: flag.default(true),
});

export type RouteRule = z.output<typeof rule> & { name: string };
type Match = NonNullable<RouteRule["match"]>;

/** The rules for calls of that service, the first one first; null when there are none (or none that can be read). */
export function routeRulesOf(properties: Properties, service: string): RouteRule[] | null {
  const value = properties.get(`routeRule.${service}`) ?? properties.get("globalRouteRule");
  const read = value === undefined ? null : z.array(rule).max(200).safeParse(readYaml(value));
  if (!read?.success || read.data.length === 0) return null;
  return read.data
    .map((one, index) => ({ ...one, name: `${service}#${index}` }))
    .sort((a, b) => b.precedence - a.precedence);
}

function meetsHeaders(headers: Match["headers"], facts: Facts): boolean {
  return Object.entries(headers ?? {}).every(([name, wanted]) =>
    meets(headerOf(facts.headers, name), wanted, wanted.caseInsensitive !== "false"),
  );
}

function holds(match: Match, facts: Facts, self: string, properties: Properties): boolean {
  if (match.source && match.source !== self) return false;
  if (match.refer) {
    const group = properties.get(`match.${match.refer}`) ?? properties.get(`matchGroup.${match.refer}`);
    const read = matchGroup.safeParse(readYaml(group ?? ""));
    if (!read.success || !matches(read.data, facts)) return false;
  }
  const { apiPath, method, queries } = match;
  return meetsHeaders(match.headers, facts) && matches({ matches: [{ apiPath, method, queries }] }, facts);
}

/** The instances that the rules choose for this request; null when no rule speaks of it. */
export function byRouteRules<T extends Tagged>(
  rules: readonly RouteRule[],
  instances: readonly T[],
  facts: Facts,
  { self, properties, shares }: { self: string; properties: Properties; shares: Shares },
): Group<T> | null {
  const chosen = rules.find(({ match }) => !match || holds(match, facts, self, properties));
  if (!chosen) return null;
  const { name, route, fallback, emptyProtection } = chosen;
  const first = share(name, route, instances, shares);
  if (first.instances.length > 0) return first;
  const second = fallback ? share(`${name}/fallback`, fallback, instances, shares) : first;
  if (second.instances.length > 0) return second;
  return { name: `${name}/all`, instances: emptyProtection ? [...instances] : [] };
}

/** What the weights leave of a hundred goes to the instances that no tag names. */
function share<T extends Tagged>(
  name: string,
  route: RouteRule["route"],
  instances: readonly T[],
  shares: Shares,
): Group<T> {
  const weights = route.map(({ weight }) => weight);
  const rest = Math.max(0, 100 - weights.reduce((sum, one) => sum + one, 0));
  const index = shares.next(name, [...weights, rest]);
  const picked = route[index];
  if (picked) return { name: `${name}/${index}`, instances: tagged(instances, picked.tags) };
  return {
    name: `${name}/rest`,
    instances: instances.filter((one) => !route.some(({ tags }) => hasTags(one, tags))),
  };
}
