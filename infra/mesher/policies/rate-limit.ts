import type { Properties } from "../properties/properties.ts";

export type LimitStrategy = "FixedWindow" | "LeakyBucket" | "TokenBucket";
/** `name` tells limits apart: calls under the same name share it. */
export type Limit = { name: string; calls: number; everyMs: number; burst: number; strategy: LimitStrategy };
type Side = "Consumer" | "Provider";

const strategyOf = (name: string | undefined): LimitStrategy =>
  (["LeakyBucket", "TokenBucket"] as const).find((one) => one.toLowerCase() === name?.trim().toLowerCase()) ??
  "FixedWindow";

function keyOf(properties: Properties, side: Side, other: string, schema: string, operation: string): string | null {
  const names = side === "Provider" ? [other, "ANY"] : [other];
  for (const name of names) {
    for (const key of [`${name}.${schema}.${operation}`, `${name}.${schema}`, name])
      if (properties.get(`flowcontrol.${side}.qps.limit.${key}`) !== undefined) return `limit.${key}`;
  }
  return properties.get(`flowcontrol.${side}.qps.global.limit`) === undefined ? null : "global.limit";
}

/**
 * GOV-07, GOV-08: the limit for calls with that other side (the caller at the provider, the called one at the consumer), the most
 * specific one; null when there is none.
 */
export function limitOf(
  properties: Properties,
  side: Side,
  other: string,
  { schema, operation }: { schema: string; operation: string },
): Limit | null {
  if (!properties.flag([`flowcontrol.${side}.qps.enabled`], true)) return null;
  const key = keyOf(properties, side, other, schema, operation);
  if (key === null) return null;
  const name = `flowcontrol.${side}.qps.${key}`;
  const calls = properties.number([name], Number.NaN);
  if (Number.isNaN(calls)) return null;
  const bucket = key.startsWith("limit.") ? `bucket.${key.slice(6)}` : "global.bucket";
  return {
    name,
    calls: Math.max(0, calls),
    everyMs: 1000,
    burst: Math.max(0, properties.number([`flowcontrol.${side}.qps.${bucket}`], calls)),
    strategy: strategyOf(properties.get("flowcontrol.strategy")),
  };
}
