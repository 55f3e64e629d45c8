import type { PolicyDocument } from "@flyloft/db";
import { parseDocument, statementsOf } from "@flyloft/functions/identity";
import {
  type Action,
  actions,
  type Decision,
  decide,
  type Facts,
  inRange,
  type Statement,
} from "@flyloft/functions/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";

const all = Object.keys(actions) as Action[];
const own = all.filter((action) => /^iam:(identity|credential):/.test(action));

/** Slow and obvious: what the rules say, one after the other, without looking at how the platform does it. */
function reference(statements: readonly Statement[], action: Action, path: readonly string[], facts: Facts): boolean {
  if (own.includes(action)) return true;
  const needed: string[] = [action, ...actions[action]];
  const denied = (one: string) =>
    statements.some((said) => said.effect === "Deny" && speaksOf(said, one) && holds(said));
  const allowed = (one: string) =>
    statements.some((said) => said.effect === "Allow" && speaksOf(said, one) && holds(said));
  return needed.every((one) => {
    if (denied(one)) return false;
    if (allowed(one)) return true;
    return one === "cse:dashboard:get" && !denied("cse:registry:get") && allowed("cse:registry:get");
  });

  function speaksOf({ action: patterns, resource, on }: Statement, one: string) {
    const named = patterns.some((pattern) => regex(pattern, "[^:]*").test(one));
    return (
      named &&
      path.some((place) => place === on) &&
      resource.some((thing) => path.some((place) => regex(thing, ".*").test(place)))
    );
  }
  function holds({ effect, condition = {} }: Statement) {
    const answers = Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => compare(operator, key, values as string[])),
    );
    return answers.every((answer) => answer === true || (answer === "unknown" && effect === "Deny"));
  }
  function compare(operator: string, key: string, values: string[]): boolean | "unknown" {
    const fact =
      key === "SourceIp"
        ? facts.sourceIp
        : key === "CurrentTime"
          ? facts.at.toISOString()
          : key === "MfaPresent"
            ? `${facts.mfa}`
            : new Map(Object.entries(facts.tags)).get(key.replace("RequestTag/", ""));
    if (fact === undefined || fact === null) return "unknown";
    const one = (value: string): boolean => {
      if (operator.endsWith("IpAddress")) return bitsOf(fact).startsWith(prefixOf(value));
      if (operator === "DateLessThan") return new Date(fact).getTime() < new Date(value).getTime();
      if (operator === "DateGreaterThan") return new Date(fact).getTime() > new Date(value).getTime();
      if (operator.endsWith("Like")) return like(value, fact);
      return fact === value;
    };
    return operator.includes("Not") ? !values.some(one) : values.some(one);
  }
}

const regex = (pattern: string, star: string) =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", star)}$`, "s");
/** By trying every way to spend a star. */
const like = (pattern: string, text: string): boolean => {
  if (pattern === "") return text === "";
  if (pattern[0] === "*") return like(pattern.slice(1), text) || (text !== "" && like(pattern, text.slice(1)));
  return text !== "" && (pattern[0] === "?" || pattern[0] === text[0]) && like(pattern.slice(1), text.slice(1));
};
/** Addresses of the form a.b.c.d only: the generator makes no others. */
const bitsOf = (address: string) =>
  address
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
const prefixOf = (range: string) => bitsOf(range.split("/")[0]!).slice(0, Number(range.split("/")[1] ?? 32));

const app = "app_00000000000000000000000001";
const otherApp = "app_00000000000000000000000002";
const component = "cmp_00000000000000000000000001";
const places = [
  `component/${component}`,
  `application/${app}`,
  `application/${otherApp}`,
  "project/p1",
  "project/p2",
  "account/a1",
];

const action = fc.constantFrom(...all);
const pattern = fc.tuple(action, fc.boolean(), fc.boolean(), fc.boolean()).map(([one, ...stars]) =>
  one
    .split(":")
    .map((part, i) => (stars[i] ? "*" : part))
    .join(":"),
);
const address = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.constantFrom(0, 1, 10, 127, 128, 255)))
  .map((parts) => parts.join("."));
const range = fc.oneof(
  address,
  fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([base, bits]) => `${base}/${bits}`),
);
const moment = fc.integer({ min: 0, max: 4 }).map((day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString());
const text = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const values = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 3 });
const comparison = fc.oneof(
  fc.tuple(fc.constantFrom("IpAddress", "NotIpAddress"), fc.constant("SourceIp"), values(range)),
  fc.tuple(fc.constantFrom("DateLessThan", "DateGreaterThan"), fc.constant("CurrentTime"), values(moment)),
  fc.tuple(fc.constant("Bool"), fc.constant("MfaPresent"), values(fc.constantFrom("true", "false"))),
  fc.tuple(
    fc.constantFrom("StringEquals", "StringNotEquals", "StringLike", "StringNotLike"),
    fc.constantFrom("RequestTag/team", "RequestTag/constructor"),
    values(text),
  ),
);
const condition = fc.array(comparison, { minLength: 1, maxLength: 3 }).map((all) => {
  const made: Record<string, Record<string, string[]>> = {};
  for (const [operator, key, wanted] of all) (made[operator] ??= {})[key] = wanted;
  return made;
});
const resource = fc.constantFrom(
  "*",
  `application/${app}`,
  `application/${otherApp}`,
  "application/*",
  "component/*",
  `component/${component}`,
);
const statement = fc.record(
  {
    Effect: fc.constantFrom("Allow" as const, "Allow" as const, "Deny" as const),
    Action: fc.array(pattern, { minLength: 1, maxLength: 3 }),
    Resource: fc.array(resource, { minLength: 1, maxLength: 2 }),
    Condition: condition,
  },
  { requiredKeys: ["Effect", "Action"] },
);
const document = fc.record({
  Version: fc.constant("1.1"),
  Statement: fc.array(statement, { minLength: 1, maxLength: 4 }),
});
const held = fc
  .array(fc.tuple(document, fc.constantFrom("project/p1", "project/p2", "account/a1")), { maxLength: 3 })
  .map((given) =>
    given.flatMap(([raw, on], i) =>
      statementsOf({
        policy: { id: `pol_${i}`, name: `p${i}`, document: parseDocument(raw) },
        on,
        group: null,
        by: "",
      }),
    ),
  );
const path = fc.subarray(places, { minLength: 1 });
const facts: fc.Arbitrary<Facts> = fc.record({
  sourceIp: fc.option(address, { nil: null }),
  at: moment.map((one) => new Date(one)),
  mfa: fc.boolean(),
  tags: fc.dictionary(fc.constantFrom("team", "cost"), text, { maxKeys: 2 }),
});

const decisive = ({ allowed, by, action: on }: Decision, asked: Action) =>
  allowed
    ? by?.effect === "Allow" || own.includes(asked)
    : by === null || (by.effect === "Deny" && by.action.some((one) => regex(one, "[^:]*").test(on)));

test("6,000 sets of policies: the decision is that of a slow, obvious reference, and the named statement is one that decides", () => {
  let allowed = 0;
  fc.assert(
    fc.property(held, action, path, facts, (statements, asked, where, when) => {
      const decision = decide(statements, asked, where, when);
      expect(decision.allowed).toBe(reference(statements, asked, where, when));
      expect(decisive(decision, asked)).toBe(true);
      if (decision.allowed && !own.includes(asked)) allowed++;
    }),
    { numRuns: 6000 },
  );
  // Or else nothing was compared that matters.
  expect(allowed).toBeGreaterThan(100);
});

test("1,500 times: a denial more never allows more, and a permission more never allows less unless it is denied", () => {
  fc.assert(
    fc.property(held, held, action, path, facts, (statements, more, asked, where, when) => {
      const before = decide(statements, asked, where, when).allowed;
      const denials = more.map((one) => ({ ...one, effect: "Deny" as const }));
      const permissions = more.map((one) => ({ ...one, effect: "Allow" as const }));
      if (!before) expect(decide([...statements, ...denials], asked, where, when).allowed).toBe(false);
      if (before) expect(decide([...permissions, ...statements], asked, where, when).allowed).toBe(true);
      expect(decide(denials, asked, where, when).allowed).toBe(own.includes(asked));
    }),
    { numRuns: 1500 },
  );
});

const junk = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: false }),
  fc.json().map((one) => JSON.parse(one) as unknown),
);

test("2,000 documents of anything at all: refused as invalid, or read as what they say; nothing crashes", () => {
  fc.assert(
    fc.property(junk, (raw) => {
      try {
        const read = parseDocument(raw);
        expect(read.Version).toBe("1.1");
      } catch (error) {
        expect(error).toMatchObject({ name: "DomainError", code: "invalid" });
      }
    }),
    { numRuns: 2000 },
  );
});

/** Replaces one place in a document by something else. */
const mutate = (value: unknown, steps: number[], by: unknown): unknown => {
  if (steps.length === 0 || value === null || typeof value !== "object") return by;
  const keys = Object.keys(value);
  const key = keys[steps[0]! % Math.max(1, keys.length)] ?? "Extra";
  const changed = mutate((value as Record<string, unknown>)[key], steps.slice(1), by);
  return Array.isArray(value)
    ? value.map((one, i) => (String(i) === key ? changed : one))
    : { ...value, [key]: changed };
};

test("4,000 documents with one part spoilt: refused with a path that leads to it, or harmless; what is read can be decided upon", () => {
  fc.assert(
    fc.property(
      document,
      fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
      junk,
      action,
      facts,
      (good, steps, by, asked, when) => {
        const spoilt = mutate(good, steps, by);
        let read: PolicyDocument;
        try {
          read = parseDocument(spoilt);
        } catch (error) {
          const { code, details } = error as { code: string; details: { fields: Record<string, string[]> } };
          expect(code).toBe("invalid");
          for (const at of Object.keys(details.fields)) expect(at).toMatch(/^(document|Version|Statement|[^.]*$)/s);
          return;
        }
        const policy = { id: "pol_1", name: "p", document: read };
        const statements = statementsOf({ policy, on: "project/p1", group: null, by: "" });
        const where = ["project/p1", "account/a1"];
        expect(decide(statements, asked, where, when).allowed).toBe(reference(statements, asked, where, when));
      },
    ),
    { numRuns: 4000 },
  );
});

test.each([
  ["10.1.2.3", "10.0.0.0/8", true],
  ["11.1.2.3", "10.0.0.0/8", false],
  ["::ffff:10.1.2.3", "10.0.0.0/8", true],
  ["::FFFF:10.1.2.3", "10.1.2.3", true],
  ["fd00::1", "fd00::/8", true],
  ["fe00::1", "fd00::/8", false],
  ["fd00::1", "0.0.0.0/0", false],
  ["10.1.2.3", "::/0", false],
  ["10.1.2.3", "0.0.0.0/0", true],
  ["10.1.2.3", "10.1.2.3/33", false],
  ["10.1.2.3", "10.1.2.3/-1", false],
  ["10.1.2.3", "10.1.2.3/8/8", false],
  ["010.1.2.3", "10.0.0.0/8", false],
  ["nonsense", "10.0.0.0/8", false],
  ["10.1.2.3", "", false],
])("the address %s in %s: %s", (one, of, expected) => {
  expect(inRange(one, of)).toBe(expected);
});
