import { z } from "zod";
import { readYaml } from "../properties/documents.ts";
import type { Properties } from "../properties/properties.ts";
import { duration } from "./duration.ts";
import { type Facts, matches, type MatchGroup, matchGroup } from "./match-group.ts";

const number = z.coerce.number();
const flag = z.preprocess((value) => (value === "true" ? true : value === "false" ? false : value), z.boolean());
const statuses = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [value]),
  z.array(number),
);

const breaker = z.object({
  failureRateThreshold: number.default(50),
  slowCallRateThreshold: number.default(100),
  slowCallDurationThreshold: duration.default(60_000),
  waitDurationInOpenState: duration.default(60_000),
  permittedNumberOfCallsInHalfOpenState: number.default(10),
  minimumNumberOfCalls: number.default(100),
  slidingWindowType: z.string().default("TIME_BASED"),
  slidingWindowSize: z.union([number, duration.transform((ms) => ms / 1000)]).default(100),
  recordFailureStatus: statuses.default([502, 503]),
  forceOpen: flag.default(false),
  forceClosed: flag.default(false),
});
const bulkhead = z.object({ maxConcurrentCalls: number.default(1000), maxWaitDuration: duration.default(0) });
const rateLimiting = z.object({
  rate: number.default(1000),
  burst: number.optional(),
  limitRefreshPeriod: duration.default(1000),
  timeoutDuration: duration.default(0),
});

/** The kinds of policies that are YAML texts under `servicecomb.<kind>.<name>`, with what they say when they say nothing. */
export const kinds = {
  rateLimiting,
  identifierRateLimiting: rateLimiting.extend({ identifier: z.string() }),
  retry: z.object({
    maxAttempts: number.default(3),
    waitDuration: duration.default(1),
    retryOnResponseStatus: statuses.optional(),
    retryStrategy: z.string().default("FixedInterval"),
    initialInterval: duration.default(1000),
    multiplier: number.default(2),
    randomizationFactor: number.default(0.5),
    retryOnSame: number.default(0),
  }),
  circuitBreaker: breaker,
  instanceIsolation: breaker,
  bulkhead,
  instanceBulkhead: bulkhead,
  faultInjection: z.object({
    type: z.string().default("delay"),
    delayTime: duration.default(0),
    percentage: number.default(-1),
    errorCode: number.default(500),
    fallbackType: z.string().default("ThrowException"),
    forceClosed: flag.default(false),
  }),
  loadbalance: z.object({ rule: z.string().default("RoundRobin") }),
} as const;

export type Kind = keyof typeof kinds;
export type Governed<K extends Kind> = z.output<(typeof kinds)[K]> & { name: string };

type Rule<K extends Kind = Kind> = { policy: Governed<K>; order: number; group: MatchGroup };

/** A rule about one operation comes before one of the same order about the whole service, as among the older properties. */
const breadth = ({ group }: Rule) => (group.matches.every(({ apiPath }) => apiPath) ? 0 : 1);

const addressed = z.object({ services: z.string().nullish(), order: z.coerce.number().nullish() });

/** `svcA,svcB:1.0.0`: whether this service is one of them; nobody named is everybody. */
function isFor(services: string | null | undefined, self: { name: string; version: string }): boolean {
  const named = (services ?? "").split(",").map((one) => one.trim());
  if (named.every((one) => one === "")) return true;
  return named.some((one) => one === self.name || one === `${self.name}:${self.version}`);
}

/** The YAML policies of a configuration. A policy acts on the requests of the match group of the same name. */
export class Governance {
  readonly #rules = new Map<Kind, Rule[]>();

  constructor(properties: Properties, self: { name: string; version: string }) {
    for (const kind of Object.keys(kinds) as Kind[]) {
      const rules = [...properties.below(`${kind}.`)].flatMap(([name, text]) =>
        read(properties, kind, name, text, self),
      );
      if (rules.length > 0)
        this.#rules.set(
          kind,
          rules.sort((a, b) => a.order - b.order || breadth(a) - breadth(b)),
        );
    }
  }

  get empty() {
    return this.#rules.size === 0;
  }

  /** The policy of a kind for this request; of several the one of lowest order, then one for certain paths. */
  find<K extends Kind>(kind: K, facts: Facts): Governed<K> | null {
    const rule = this.#rules.get(kind)?.find(({ group }) => matches(group, facts));
    return (rule?.policy as Governed<K> | undefined) ?? null;
  }
}

/** What cannot be read is no rule: the properties of the older families share the prefixes and are no YAML objects. */
function read(
  properties: Properties,
  kind: Kind,
  name: string,
  text: string,
  self: { name: string; version: string },
): Rule[] {
  const value = readYaml(text);
  if (typeof value !== "object" || value === null) return [];
  const policy = kinds[kind].safeParse(value);
  const { data: extra } = addressed.safeParse(value);
  if (!policy.success || !isFor(extra?.services, self)) return [];
  const named = (value as { match?: unknown }).match;
  const groupText =
    properties.get(`matchGroup.${name}`) ?? (typeof named === "string" ? properties.get(`match.${named}`) : undefined);
  const group = matchGroup.safeParse(readYaml(groupText ?? ""));
  if (!group.success) return [];
  return [{ policy: { ...policy.data, name } as Governed<Kind>, order: extra?.order ?? 0, group: group.data }];
}
