import { z } from "zod";
import type { Properties } from "../properties/properties.ts";
import { readCondition } from "./condition.ts";
import { type Group, hasTags, type Tagged } from "./groups.ts";
import type { Shares } from "./shares.ts";

const policy = z.object({
  policyType: z.string().transform((name) => name.toUpperCase()),
  ruleItems: z
    .array(
      z.object({
        groupName: z.string().default(""),
        groupCondition: z.string(),
        policyCondition: z.coerce.string(),
        caseInsensitive: z.boolean().default(false),
      }),
    )
    .max(200),
});

type Item = { name: string; tags: { key: string; values: string[] }[]; percent: number; holds: Holds | null };
type Holds = (valueOf: (name: string) => string | undefined) => boolean;
export type DarkLaunch = { kind: "RATE" | "RULE"; service: string; items: Item[] };

/** `version=1.0.0,1.1.0`: one key and any of these values; a further `key=value` begins the next. */
function readTags(text: string): Item["tags"] {
  const tags: Item["tags"] = [];
  for (const part of text.split(",").map((one) => one.trim())) {
    const [, key, value] = /^([^=]+?)\s*=\s*(.*)$/.exec(part) ?? [];
    if (key !== undefined) tags.push({ key, values: [value ?? ""] });
    else tags.at(-1)?.values.push(part);
  }
  return tags;
}

function parsed(text: string): z.output<typeof policy> | null {
  try {
    return policy.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The policy for calls of that service; null when there is none (or none that can be read). */
export function darkLaunchOf(properties: Properties, service: string): DarkLaunch | null {
  const read = parsed(properties.get(`darklaunch.policy.${service}`) ?? "");
  if (!read || read.ruleItems.length === 0) return null;
  const kind = read.policyType === "RATE" ? "RATE" : "RULE";
  const items = read.ruleItems.map((one, index) => ({
    name: one.groupName || String(index),
    tags: readTags(one.groupCondition),
    percent: Math.max(0, Number(one.policyCondition) || 0),
    holds: kind === "RULE" ? readCondition(one.policyCondition, one.caseInsensitive) : null,
  }));
  return { kind, service, items };
}

const belongs = (instance: Tagged, { tags }: Item) =>
  tags.some(({ key, values }) => values.some((value) => hasTags(instance, { [key]: value })));

/** The instances that the policy chooses; what no item takes, and what would go to nobody, goes to those in no group. */
export function byDarkLaunch<T extends Tagged>(
  { kind, service, items }: DarkLaunch,
  instances: readonly T[],
  valueOf: (name: string) => string | undefined,
  shares: Shares,
): Group<T> {
  const chosen = kind === "RATE" ? drawn(service, items, shares) : items.find(({ holds }) => holds?.(valueOf));
  const group = chosen ? instances.filter((one) => belongs(one, chosen)) : [];
  if (chosen && group.length > 0) return { name: `dark/${service}/${chosen.name}`, instances: group };
  const others = instances.filter((one) => !items.some((item) => belongs(one, item)));
  return { name: `dark/${service}`, instances: others.length > 0 ? others : [...instances] };
}

/** Percentages are used up in order: what goes beyond a hundred gets nothing. */
function drawn(service: string, items: readonly Item[], shares: Shares): Item | undefined {
  let left = 100;
  const weights = items.map(({ percent }) => {
    const share = Math.min(left, percent);
    left -= share;
    return share;
  });
  return items[shares.next(`dark/${service}`, [...weights, left])];
}
