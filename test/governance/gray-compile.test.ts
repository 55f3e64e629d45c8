import { compileGray, type GrayRule, graySpec } from "@flyloft/functions/governance";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const service = { environment: "production", application: "shop", service: "price" };
const parameters = new Map(
  Object.entries({ "X-User": ["header"], "x-userID": ["header"], name: ["query"], age: ["query"] }).map(
    ([name, places]) => [name, new Set(places)],
  ),
);
const rule = (spec: object, priority = 1, name = `rule-${priority}`): GrayRule => ({
  id: name,
  name,
  priority,
  spec: graySpec.parse(spec),
});
const weight = (...weights: [string, number][]) => ({
  by: "weight",
  weights: weights.map(([version, share]) => ({ version, weight: share })),
});
const when = (conditions: [string, string, string][], join = "and", versions = ["2.0.0"]) => ({
  by: "condition",
  join,
  versions,
  conditions: conditions.map(([parameter, operator, value]) => ({ parameter, operator, value })),
});
function published(...rules: GrayRule[]) {
  const { settings, notes } = compileGray(service, rules, parameters);
  expect(settings).toHaveLength(1);
  const [{ key, value, scope }] = settings as [(typeof settings)[0]];
  expect(scope).toEqual({ environment: "production", application: "shop" });
  return { key, value: key.includes("routeRule") ? parse(value) : JSON.parse(value), notes };
}

describe("route rules, where every framework understands the rule (protocol §4.2)", () => {
  test("by weight: one rule without a match", () => {
    expect(published(rule(weight(["1.0.0", 80], ["2.0.0", 20]), 7))).toMatchObject({
      key: "servicecomb.routeRule.price",
      value: [
        {
          precedence: 7,
          route: [
            { weight: 80, tags: { version: "1.0.0" } },
            { weight: 20, tags: { version: "2.0.0" } },
          ],
        },
      ],
    });
  });

  test("headers that equal something: all of them in one rule, any of them in rules of the same rank", () => {
    const both: [string, string, string][] = [
      ["X-User", "equal", "jack"],
      ["X-User", "equal", "rose*"],
    ];
    const to = { route: [{ weight: 100, tags: { version: "2.0.0" } }] };
    // Twice, for a single route gets everything from older Java libraries.
    const none = { weight: 0, tags: { version: "2.0.0" } };
    const others = { precedence: -1, route: [none, none] };
    expect(published(rule(when(both.slice(0, 1)))).value).toEqual([
      { precedence: 1, match: { headers: { "X-User": { exact: "jack" } } }, ...to },
      others,
    ]);
    expect(published(rule(when(both, "or"))).value).toEqual([
      { precedence: 1, match: { headers: { "X-User": { exact: "jack" } } }, ...to },
      { precedence: 1, match: { headers: { "X-User": { exact: "rose*" } } }, ...to },
      others,
    ]);
  });

  test("a header is known by its name as it is written and as Go Chassis compares it", () => {
    const { value } = published(rule(when([["x-userID", "equal", "jack"]])));
    const names = value.flatMap(({ match }: { match?: { headers: object } }) =>
      match ? Object.keys(match.headers) : [],
    );
    expect(names).toEqual(["x-userID", "X-Userid"]);
    // Entries that shared what they hold would be one in the memory of Java Chassis.
    expect(
      compileGray(service, [rule(when([["x-userID", "equal", "jack"]]))], parameters).settings[0]!.value,
    ).not.toContain("*a");
  });

  test("several versions of a condition share a hundred evenly", () => {
    const { value } = published(rule(when([["X-User", "equal", "j"]], "and", ["1.0", "2.0", "3.0"])));
    expect(value[0].route.map(({ weight: share }: { weight: number }) => share)).toEqual([34, 33, 33]);
  });

  test("larger priorities come first, whatever the order in which rules were made", () => {
    const { value } = published(rule(weight(["1.0.0", 100]), 1), rule(when([["X-User", "equal", "j"]]), 900));
    expect(value.map(({ precedence }: { precedence: number }) => precedence)).toEqual([900, 1]);
  });

  test("a lane: its requests to its instances, everything else to those without a lane (BEY-11)", () => {
    const { value } = published(rule({ by: "lane", lane: "pr-12" }, 5), rule({ by: "lane", lane: "pr-13" }, 4));
    const entry = (precedence: number, header: string, lane: string) => ({
      precedence,
      match: { headers: { [header]: { exact: lane } } },
      route: [{ weight: 100, tags: { lane } }],
    });
    expect(value).toEqual([
      entry(5, "x-lane", "pr-12"),
      entry(5, "X-Lane", "pr-12"),
      entry(4, "x-lane", "pr-13"),
      entry(4, "X-Lane", "pr-13"),
      {
        precedence: -1,
        route: [
          { weight: 0, tags: { lane: "pr-12" } },
          { weight: 0, tags: { lane: "pr-13" } },
        ],
      },
    ]);
  });
});

describe("dark launch, where only that knows the condition (protocol §4.1)", () => {
  test.each([
    ["equal", "="],
    ["not_equal", "!="],
    ["greater", ">"],
    ["less", "<"],
    ["greater_or_equal", ">="],
    ["less_or_equal", "<="],
    ["like", "~"],
  ])("%s is written %s", (operator, sign) => {
    expect(published(rule(when([["age", operator, "18"]])))).toMatchObject({
      key: "servicecomb.darklaunch.policy.price",
      value: {
        policyType: "RULE",
        ruleItems: [
          {
            groupName: "rule-1",
            groupCondition: "version=2.0.0",
            policyCondition: `age${sign}18`,
            caseInsensitive: false,
          },
        ],
      },
    });
  });

  test("all, any, several versions and the order of rules", () => {
    const two: [string, string, string][] = [
      ["age", "greater", "17"],
      ["name", "like", "*1000"],
    ];
    const { value } = published(rule(when(two), 1), rule(when(two, "or", ["1.0", "2.0"]), 2));
    expect(value.ruleItems).toMatchObject([
      { groupCondition: "version=1.0,2.0", policyCondition: "age>17||name~*1000" },
      { groupCondition: "version=2.0.0", policyCondition: "age>17&&name~*1000" },
    ]);
  });

  test.each(["a=b", "a&&b", "a,b", "a~b", "a>b", "a|b"])(
    "a value that would be read as a condition, %s, is refused",
    (value) => {
      expect(() => published(rule(when([["name", "equal", value]])))).toThrow("cannot be written");
    },
  );

  test("stars and question marks are what they are with every operator; what Java Chassis chokes on is said before", () => {
    const policy = (operator: string, value: string) => published(rule(when([["name", operator, value]])));
    expect(policy("equal", "a*b?c").value.ruleItems[0].policyCondition).toBe("name=a*b?c");
    expect(policy("like", "a*b?c").value.ruleItems[0].policyCondition).toBe("name~a*b?c");
    const warned = (operator: string, value: string) =>
      policy(operator, value).notes.some(({ text }) => text.en.includes("does not finish"));
    expect([warned("like", "a*b?c"), warned("like", "?bc"), warned("equal", "a*b?c")]).toEqual([true, false, false]);
  });

  test("weights beside such conditions are refused, for no single family can say both", () => {
    expect(() => published(rule(when([["age", "less", "3"]]), 2), rule(weight(["1.0", 100]), 1))).toThrow(
      "cannot stand beside",
    );
  });
});

test.each([
  ["weights that sum to 99", weight(["1.0", 99])],
  ["weights that sum to 101", weight(["1.0", 100], ["2.0", 1])],
  ["half a weight", weight(["1.0", 99.5], ["2.0", 0.5])],
  ["less than nothing", weight(["1.0", 101], ["2.0", -1])],
  ["no version", { by: "weight", weights: [] }],
  ["a version twice", weight(["1.0", 50], ["1.0", 50])],
  ["what is no version", weight(["one", 100])],
  ["no condition", when([])],
  ["an unknown operator", when([["age", "about", "3"]])],
  ["a parameter with an operator in its name", when([["a>b", "equal", "3"]])],
  ["a lane with blanks", { by: "lane", lane: "a b" }],
])("refused: %s", (_name, spec) => {
  expect(graySpec.safeParse(spec).success).toBe(false);
});

test("no rules lead to nothing", () => {
  expect(compileGray(service, [], parameters)).toEqual({ settings: [], notes: [] });
});
