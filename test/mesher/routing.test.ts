import { expect, test } from "vitest";
import { Properties } from "@flyloft/infra/mesher/properties/properties";
import { readCondition } from "@flyloft/infra/mesher/routing/condition";
import { byDarkLaunch, darkLaunchOf } from "@flyloft/infra/mesher/routing/dark-launch";
import { inLane } from "@flyloft/infra/mesher/routing/lane";
import { like } from "@flyloft/infra/mesher/routing/like";
import { byRouteRules, routeRulesOf } from "@flyloft/infra/mesher/routing/route-rule";
import { Shares } from "@flyloft/infra/mesher/routing/shares";

const at = (version: string, properties: Record<string, string> = {}) => ({ version, properties });
const [old, new_, newest] = [at("1.0.0"), at("1.1.0"), at("2.0.0")];
const all = [old, new_, newest];
const properties = (values: Record<string, string>) => new Properties([new Map(Object.entries(values))]);
const facts = (headers: Record<string, string> = {}, path = "/") => ({
  method: "GET",
  path,
  query: new URLSearchParams(),
  headers,
  other: "orders",
});

function routed(yaml: string, headers = {}, instances = all, calls = 1) {
  const own = properties({ "servicecomb.routeRule.orders": yaml });
  const around = { self: "shop", properties: own, shares: new Shares() };
  const rules = routeRulesOf(own, "orders");
  return Array.from({ length: calls }, () => byRouteRules(rules ?? [], instances, facts(headers), around));
}

test.each([
  ["abc1000", "*1000", true],
  ["1000", "*1000", true],
  ["10001", "*1000", false],
  ["jack", "j?ck", true],
  ["jck", "j?ck", false],
  ["", "*", true],
  ["a.c", "a.c", true],
  ["abc", "a.c", false],
])("%j is like %j: %s", (text, pattern, expected) => {
  expect(like(text, pattern)).toBe(expected);
});

test("a pattern of many stars takes no longer than its text", () => {
  const began = performance.now();
  expect(like("a".repeat(10_000), `${"*a".repeat(50)}b`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(500);
});

test.each([
  ["name=jack", { name: "jack" }, true],
  ["name!=jack", { name: "jack" }, false],
  ["name!=jack", {}, false],
  ["age>=18", { age: "18" }, true],
  ["age>18", { age: "18" }, false],
  ["age<9", { age: "10" }, false],
  ["age<=10", { age: "9.5" }, true],
  ["age>1", { age: "old" }, false],
  ["id~*1000", { id: "x1000" }, true],
  ["id=*1000", { id: "x1000" }, false],
  ["name=jack&&age>1", { name: "jack", age: "2" }, true],
  ["name=jack&&age>1", { name: "jack", age: "1" }, false],
  ["name=jack||name=jill", { name: "jill" }, true],
  ["name=jack,name=jill", { name: "jill" }, true],
])("%j holds for %j: %s", (text, values: Record<string, string>, expected) => {
  expect(readCondition(text, false)!((name) => values[name])).toBe(expected);
});

test("upper and lower case are the same where the rule says so, and what is no condition is none", () => {
  expect(readCondition("name=JACK", true)!(() => "jack")).toBe(true);
  expect(readCondition("name=JACK", false)!(() => "jack")).toBe(false);
  expect(readCondition("jack", false)).toBeNull();
});

test("ten of a hundred calls take the share of ten, whatever the number of other routes", () => {
  const yaml =
    "- precedence: 1\n  route:\n    - {weight: 10, tags: {version: 1.1.0}}\n    - {weight: 90, tags: {version: 1.0.0}}";
  const chosen = routed(yaml, {}, all, 1000).map((group) => group!.instances[0]);
  expect(chosen.filter((one) => one === new_)).toHaveLength(100);
  expect(chosen.filter((one) => one === old)).toHaveLength(900);
});

test("what the weights leave goes to instances that no tag names", () => {
  const yaml = "- precedence: 1\n  route: [{weight: 25, tags: {version: 1.1.0}}]";
  const chosen = routed(yaml, {}, all, 100).map((group) => group!.instances);
  expect(chosen.filter((instances) => instances.includes(new_))).toHaveLength(25);
  expect(chosen.filter((instances) => instances.length === 2)).toHaveLength(75);
});

test("the rule of highest precedence that matches decides; without a match there is no choice", () => {
  const yaml = `
- precedence: 1
  match: {headers: {region: {exact: cn}}}
  route: [{weight: 100, tags: {version: 1.0.0}}]
- precedence: 2
  match: {headers: {region: {exact: CN, caseInsensitive: true}, user: {regex: "j.*"}}}
  route: [{weight: 100, tags: {version: 2.0.0}}]`;
  expect(routed(yaml, { region: "cn", user: "jack" })[0]!.instances).toEqual([newest]);
  expect(routed(yaml, { region: "cn", user: "bob" })[0]!.instances).toEqual([old]);
  expect(routed(yaml, { region: "de" })[0]).toBeNull();
});

test("a route to nobody takes its fallback, then everybody, or nobody where that is wished", () => {
  const route = "- precedence: 1\n  route: [{weight: 100, tags: {version: 9.0.0}}]\n";
  expect(routed(`${route}  fallback: [{weight: 100, tags: {version: 1.0.0}}]`)[0]!.instances).toEqual([old]);
  expect(routed(route)[0]!.instances).toEqual(all);
  expect(routed(`${route}  emptyProtection: false`)[0]!.instances).toEqual([]);
});

test("text that is no list of rules is no rule", () => {
  for (const text of ["a: b", "- route: 5", "[]", "{", "- precedence: x\n  route: []"])
    expect(routeRulesOf(properties({ "servicecomb.routeRule.orders": text }), "orders")).toBeNull();
});

const dark = (policyType: string, ...items: [string, string][]) =>
  darkLaunchOf(
    properties({
      "cse.darklaunch.policy.orders": JSON.stringify({
        policyType,
        ruleItems: items.map(([groupCondition, policyCondition]) => ({ groupCondition, policyCondition })),
      }),
    }),
    "orders",
  )!;

test("a dark launch by rate uses its percentages up in order; the rest goes to those in no group", () => {
  const policy = dark("RATE", ["version=1.1.0", "30"], ["version=2.0.0", "90"]);
  const shares = new Shares();
  const chosen = Array.from({ length: 100 }, () => byDarkLaunch(policy, all, () => undefined, shares).instances[0]);
  expect(chosen.filter((one) => one === new_)).toHaveLength(30);
  expect(chosen.filter((one) => one === newest)).toHaveLength(70);
});

test("a dark launch by rule takes the first rule that holds; a group of nobody gives way to those in no group", () => {
  const policy = dark("RULE", ["version=1.1.0,2.0.0", "name~j*"], ["version=7.0.0", "name=bob"]);
  const to = (name: string) => byDarkLaunch(policy, all, () => name, new Shares()).instances;
  expect(to("jack")).toEqual([new_, newest]);
  expect(to("bob")).toEqual([old]);
  expect(to("eve")).toEqual([old]);
});

test("a lane takes its own instances, and the baseline where it has none; nobody else enters it", () => {
  const [base, lane] = [at("1.0.0"), at("1.1.0", { lane: "blue" })];
  expect(inLane([base, lane], "blue")).toEqual([lane]);
  expect(inLane([base, lane], "green")).toEqual([base]);
  expect(inLane([base, lane], undefined)).toEqual([base]);
});
