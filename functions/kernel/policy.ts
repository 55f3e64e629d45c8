import { BlockList, isIP } from "node:net";
import { type Action, actions, implied, ownAffairs } from "./actions.ts";

/** What a condition may look at (IAM-11). */
export const conditionKeys = ["SourceIp", "CurrentTime", "MfaPresent"] as const;
export type ConditionKey = (typeof conditionKeys)[number] | `RequestTag/${string}`;
export type Conditions = { [operator in Operator]?: Partial<Record<ConditionKey, readonly string[]>> };

/** The circumstances of one request. */
export type Facts = { sourceIp: string | null; at: Date; mfa: boolean; tags: Readonly<Record<string, string>> };

export type Statement = {
  effect: "Allow" | "Deny";
  /** `service:resource:operation`, `*` for any part. */
  action: readonly string[];
  /** `kind/id` or `kind/*` of a thing or of what lies above it; `*` for everything. */
  resource: readonly string[];
  condition?: Conditions;
  /** Where it was granted: `account/id` or `project/id`. */
  on: string;
  /** The policy and the group that it came by, in words. */
  source: string;
  /** The same for programs; absent where it came by no policy. */
  origin?: Origin;
};
export type Origin = {
  policyId: string;
  policy: string;
  /** Its place in the policy's document, from 0. */
  statement: number;
  /** Null where it came by a delegation. */
  group: { id: string; name: string } | null;
};

const like = (pattern: string, text: string): boolean => {
  // Only `*` and `?` are special. Matched by hand: a pattern of a customer's must not become a regular expression.
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (pattern[p] === "*") [star, mark] = [p++, t];
    else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) [p, t] = [p + 1, t + 1];
    else if (star >= 0) [p, t] = [star + 1, ++mark];
    else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
};

/** `10.0.0.0/8`, or one address; null for anything else. */
function readRange(range: string): { base: string; bits: number; kind: "ipv4" | "ipv6" } | null {
  const [base = "", length, ...rest] = range.split("/");
  const family = isIP(base);
  const most = family === 4 ? 32 : 128;
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (family === 0 || rest.length > 0 || bits < 0 || bits > most || base.includes("%")) return null;
  return { base, bits, kind: family === 4 ? "ipv4" : "ipv6" };
}
export const isRange = (range: string) => readRange(range) !== null;

/** Whether an address lies in a range such as `10.0.0.0/8`, or is the address named; `::ffff:10.0.0.1` is 10.0.0.1. */
export function inRange(address: string, range: string): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const read = readRange(range);
  const family = isIP(plain);
  if (!read || family === 0 || (read.kind === "ipv4") !== (family === 4)) return false;
  const list = new BlockList();
  list.addSubnet(read.base, read.bits, read.kind);
  return list.check(plain, read.kind);
}

type Test = (fact: string, wanted: string) => boolean;
/** One table of tests. The negative ones hold only when every value differs, the others when one value fits. */
export const operators = {
  StringEquals: { every: false, test: (fact, wanted) => fact === wanted },
  StringNotEquals: { every: true, test: (fact, wanted) => fact !== wanted },
  StringLike: { every: false, test: (fact, wanted) => like(wanted, fact) },
  StringNotLike: { every: true, test: (fact, wanted) => !like(wanted, fact) },
  IpAddress: { every: false, test: (fact, wanted) => inRange(fact, wanted) },
  NotIpAddress: { every: true, test: (fact, wanted) => !inRange(fact, wanted) },
  DateLessThan: { every: false, test: (fact, wanted) => Date.parse(fact) < Date.parse(wanted) },
  DateGreaterThan: { every: false, test: (fact, wanted) => Date.parse(fact) > Date.parse(wanted) },
  Bool: { every: false, test: (fact, wanted) => fact === wanted },
} as const satisfies Record<string, { every: boolean; test: Test }>;
export type Operator = keyof typeof operators;

function factOf(key: string, { sourceIp, at, mfa, tags }: Facts): string | null {
  if (key === "SourceIp") return sourceIp;
  if (key === "CurrentTime") return at.toISOString();
  if (key === "MfaPresent") return String(mfa);
  const tag = key.startsWith("RequestTag/") ? key.slice("RequestTag/".length) : null;
  return tag !== null && Object.hasOwn(tags, tag) ? tags[tag]! : null;
}

/** All conditions must hold. What cannot be told keeps a permission from applying and never a denial: the safe way round. */
export function applies({ effect, condition }: Statement, facts: Facts): boolean {
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    const known = Object.hasOwn(operators, operator) ? operators[operator as Operator] : null;
    for (const [key, wanted] of Object.entries(keys)) {
      const fact = factOf(key, facts);
      if (fact === null || known === null) {
        if (effect === "Allow") return false;
        continue;
      }
      const { every, test } = known;
      const values = wanted as readonly string[];
      if (!(every ? values.every((one) => test(fact, one)) : values.some((one) => test(fact, one)))) return false;
    }
  }
  return true;
}

/** Whether `service:resource:operation`, with `*` for any part, names this action. */
export const coversAction = (pattern: string, action: string): boolean => {
  if (pattern === "*" || pattern === "*:*:*") return true;
  const wanted = action.split(":");
  const parts = pattern.split(":");
  return parts.length === wanted.length && parts.every((part, i) => part === "*" || part === wanted[i]);
};

const coversResource = (pattern: string, path: readonly string[]): boolean =>
  pattern === "*" ||
  path.some((one) => one === pattern || (pattern.endsWith("/*") && one.startsWith(pattern.slice(0, -1))));

export type Decision = {
  allowed: boolean;
  /** The action that decided: the one asked for, or one that it depends on. */
  action: Action;
  /** The statement that decided; null when nothing was said, which is a refusal. */
  by: Statement | null;
};

function decideOne(statements: readonly Statement[], action: Action, path: readonly string[], facts: Facts): Decision {
  const relevant = statements.filter(
    (one) =>
      path.includes(one.on) && one.resource.some((pattern) => coversResource(pattern, path)) && applies(one, facts),
  );
  const says = (effect: Statement["effect"], asked: Action) =>
    relevant.find((one) => one.effect === effect && one.action.some((pattern) => coversAction(pattern, asked)));
  const denied = says("Deny", action);
  if (denied) return { allowed: false, action, by: denied };
  const other = implied[action];
  const by = says("Allow", action) ?? (other && !says("Deny", other) ? says("Allow", other) : undefined) ?? null;
  return { allowed: by !== null, action, by };
}

/**
 * Whether statements permit an action on a thing, and which one decides. `path` runs from the thing up to its account; what
 * holds for something above holds for it. A denial beats any permission (IAM-12); what an action depends on must be
 * permitted as well (IAM-15). What is in `own` needs no permission.
 */
export function decide(
  statements: readonly Statement[],
  action: Action,
  path: readonly string[],
  facts: Facts,
  own: readonly Action[] = ownAffairs,
): Decision {
  if (own.includes(action)) return { allowed: true, action, by: null };
  const asked = decideOne(statements, action, path, facts);
  if (!asked.allowed) return asked;
  for (const needed of actions[action]) {
    const decision = decideOne(statements, needed, path, facts);
    if (!decision.allowed) return decision;
  }
  return asked;
}
