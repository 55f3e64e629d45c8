import type { GrayRuleSpecInput } from "../../generated/graphql.ts";

export const ways = ["weight", "condition", "lane"] as const;
export type Way = (typeof ways)[number];

/** How an operator is written; with ~ the value may hold * and ? (SVC-17). */
export const operators = {
  equal: "=",
  not_equal: "!=",
  greater: ">",
  less: "<",
  greater_or_equal: ">=",
  less_or_equal: "<=",
  like: "~",
} as const;
type Operator = keyof typeof operators;

export type Weight = { version: string; weight: number };
type Condition = { parameter: string; operator: Operator; value: string };
/** What is entered, or what a rule says: only the fields of its way count. */
export type Spec = {
  by: Way;
  weights?: Weight[];
  join?: "and" | "or";
  conditions?: Condition[];
  versions?: string[];
  lane?: string;
};

/** Only what belongs to the chosen way. */
export function specOf({ by, weights, join, conditions, versions, lane }: Spec): GrayRuleSpecInput {
  if (by === "weight") return { by, weights: weights ?? [] };
  if (by === "condition") return { by, join: join ?? "and", conditions: conditions ?? [], versions: versions ?? [] };
  return { by, lane: lane ?? "" };
}

export const sumOf = (weights: readonly (Partial<Weight> | undefined)[] = []): number =>
  weights.reduce((sum, one) => sum + (one?.weight ?? 0), 0);

/** Whether there is enough of it to say what it would publish. */
export function isComplete({ by, weights = [], conditions = [], versions = [], lane }: Spec): boolean {
  if (by === "weight") return sumOf(weights) === 100 && weights.every((one) => one?.version);
  if (by === "lane") return Boolean(lane);
  return (
    versions.length > 0 &&
    conditions.length > 0 &&
    conditions.every((one) => one?.parameter && one.operator && one.value)
  );
}

type Ranked = { name: string; priority: number; spec: unknown };
const takesAll = ({ spec }: Ranked) => (spec as Spec).by === "weight";

/** The rule by weight that is asked before this one: it takes every request, so that this one is never asked. */
export const hiddenBy = (rule: Ranked, rules: readonly Ranked[]): string | undefined =>
  rules.find((one) => takesAll(one) && one.priority > rule.priority)?.name;

/** A priority that no rule has, above those by weight; null when any will do. */
export function priorityAbove(rules: readonly Ranked[]): number | null {
  const weighty = rules.filter(takesAll).map(({ priority }) => priority);
  if (weighty.length === 0) return null;
  const taken = new Set(rules.map(({ priority }) => priority));
  for (let free = Math.max(...weighty) + 1; free <= 1000; free++) if (!taken.has(free)) return free;
  return null;
}

/** The versions that a rule names; a lane names none. */
export const versionsOf = ({ by, weights = [], versions = [] }: Spec): string[] =>
  by === "weight" ? weights.map(({ version }) => version) : by === "condition" ? versions : [];
