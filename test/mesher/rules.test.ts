import { expect, test } from "vitest";
import { accessControlOf, authenticates, mayCall } from "@flyloft/infra/mesher/policies/access-control";
import { milliseconds } from "@flyloft/infra/mesher/policies/duration";
import { draw } from "@flyloft/infra/mesher/policies/fault";
import { meets } from "@flyloft/infra/mesher/policies/match-group";
import { limitOf } from "@flyloft/infra/mesher/policies/rate-limit";
import { entriesOf } from "@flyloft/infra/mesher/properties/documents";
import { Properties } from "@flyloft/infra/mesher/properties/properties";
import { Rules } from "@flyloft/infra/mesher/rules";

const properties = (values: Record<string, string>) => new Properties([new Map(Object.entries(values))]);
const self = { name: "shop", version: "1.0.0" };
const target = { service: "orders", schema: "api", operation: "list" };
const facts = (path = "/", method = "GET", headers: Record<string, string> = {}) => ({
  method,
  path,
  query: new URLSearchParams("id=1"),
  headers,
  other: "orders",
});
const calling = (values: Record<string, string>, asked = facts()) =>
  new Rules(properties(values), self).forCalling(target, asked);

test("of two prefixes servicecomb wins, of two layers the later", () => {
  const layers = [
    new Map([
      ["cse.a", "old"],
      ["servicecomb.a", "new"],
      ["cse.b", "below"],
      ["other.c", "none"],
    ]),
    new Map([["cse.b", "above"]]),
  ];
  const read = new Properties(layers);
  expect([read.get("a"), read.get("b"), read.get("c")]).toEqual(["new", "above", undefined]);
});

test("documents: yaml and properties are taken apart, disabled ones left out, the newest wins", () => {
  const entries = entriesOf([
    { key: "doc", value: "servicecomb:\n  a: 1\n  list:\n    - x", value_type: "yaml", update_time: 1 },
    { key: "props", value: "# no\nservicecomb.b = 2\n", value_type: "properties", update_time: 2 },
    { key: "servicecomb.a", value: "3", value_type: "text", update_time: 3 },
    { key: "servicecomb.off", value: "1", status: "disabled" },
    { key: "broken", value: "{[", value_type: "yaml" },
  ]);
  expect(Object.fromEntries(entries)).toEqual({
    "servicecomb.a": "3",
    "servicecomb.list[0]": "x",
    "servicecomb.b": "2",
  });
});

test("every item is looked up from the operation to everything", () => {
  const rules = calling({
    "cse.loadbalance.strategy.name": "Random",
    "servicecomb.loadbalance.orders.strategy.name": "WeightedResponse",
    "servicecomb.circuitBreaker.Consumer.orders.api.list.forceOpen": "true",
    "servicecomb.circuitBreaker.Consumer.requestVolumeThreshold": "7",
    "servicecomb.fallbackpolicy.Consumer.orders.policy": "ReturnNull",
    "servicecomb.fallback.Consumer.orders.api.force": "true",
    "servicecomb.isolation.Consumer.orders.timeout.enabled": "true",
    "servicecomb.isolation.Consumer.timeoutInMilliseconds": "250",
  });
  expect(rules.balancing.strategy).toBe("WeightedResponse");
  expect(rules.breaking).toMatchObject({ forceOpen: true, minimumCalls: 7 });
  expect(rules.degradation).toEqual({ force: true, answer: "nothing" });
  expect(rules.timeoutMs).toBe(250);
});

test.each([
  ["failfast", { retryEnabled: "false", retryOnNext: "3" }, 0, 0],
  ["failover", { retryEnabled: "true", retryOnNext: "2", retryOnSame: "0" }, 0, 2],
  ["failback", { retryEnabled: "true", retryOnNext: "0", retryOnSame: "2" }, 2, 0],
  ["custom", { retryEnabled: "true", retryOnNext: "1", retryOnSame: "3" }, 3, 1],
  ["nothing said", {}, 0, 1],
  ["nonsense", { retryOnNext: "many", retryOnSame: "-4" }, 0, 1],
])("fault tolerance %s", (_name, values, onSame, onNext) => {
  const keys = Object.entries(values).map(([key, value]) => [`cse.loadbalance.orders.${key}`, value]);
  expect(calling(Object.fromEntries(keys)).retry).toMatchObject({ onSame, onNext });
});

test("the limit of a caller is the most specific one, then that of anybody, then that of all", () => {
  const values = properties({
    "servicecomb.flowcontrol.Provider.qps.limit.shop.api.list": "1",
    "servicecomb.flowcontrol.Provider.qps.limit.shop": "2",
    "servicecomb.flowcontrol.Provider.qps.limit.ANY": "3",
    "servicecomb.flowcontrol.Provider.qps.global.limit": "4",
  });
  const of = (caller: string, operation: string) =>
    limitOf(values, "Provider", caller, { schema: "api", operation })?.calls;
  expect([of("shop", "list"), of("shop", "get"), of("web", "list")]).toEqual([1, 2, 3]);
  expect(limitOf(properties({}), "Provider", "shop", target)).toBeNull();
  const off = { "cse.flowcontrol.Provider.qps.enabled": "false", "cse.flowcontrol.Provider.qps.limit.shop": "1" };
  expect(limitOf(properties(off), "Provider", "shop", target)).toBeNull();
});

test("faults are found from the operation to everything, item by item", () => {
  const path = "servicecomb.governance.Consumer";
  const { fault } = calling({
    [`${path}.orders.schemas.api.operations.list.policy.fault.protocols.rest.delay.fixedDelay`]: "200",
    [`${path}.orders.policy.fault.protocols.rest.delay.percent`]: "50",
    [`${path}._global.policy.fault.protocols.rest.abort.httpStatus`]: "418",
    [`${path}.orders.policy.fault.protocols.highway.abort.percent`]: "100",
    [`${path}.orders.policy.fault.protocols.rest.abort.percent`]: "-1",
  });
  expect(fault).toMatchObject({ delayMs: 200, delayPercent: 50, abortStatus: 418, abortPercent: 0 });
  expect(draw(fault, () => 49.9)).toEqual({ delayMs: 200, abort: null });
  expect(draw(fault, () => 50)).toEqual({ delayMs: 0, abort: null });
});

test.each([
  ["data*", "data-store", true],
  ["data*", "metadata", false],
  ["*store", "data-store", true],
  ["shop", "shop2", false],
  ["a.b", "axb", false],
  ["shop|web", "web", true],
  ["(broken", "broken", false],
])("the list rule %s fits %s: %s", (rule, serviceName, expected) => {
  const control = accessControlOf(
    properties({
      "servicecomb.publicKey.accessControl.white.a.propertyName": "serviceName",
      "servicecomb.publicKey.accessControl.white.a.rule": rule,
    }),
  );
  const caller = { serviceName, appId: "", environment: "", version: "", alias: "", properties: {} };
  expect(mayCall(control, caller)).toBe(expected);
});

test("the blacklist is looked at first, and a whitelist shuts everybody else out", () => {
  const list = (colour: string, rule: string) => ({
    [`cse.publicKey.accessControl.${colour}.r.propertyName`]: "serviceName",
    [`cse.publicKey.accessControl.${colour}.r.rule`]: rule,
  });
  const may = (serviceName: string, values: Record<string, string>) =>
    mayCall(accessControlOf(properties(values)), {
      serviceName,
      appId: "",
      environment: "",
      version: "",
      alias: "",
      properties: {},
    });
  const both = { ...list("white", "s*"), ...list("black", "shop") };
  expect([may("shop", both), may("store", both), may("web", both), may("web", {})]).toEqual([false, true, false, true]);
  expect(authenticates(properties({ "servicecomb.handler.chain.Provider.default": "qps, auth-provider" }))).toBe(true);
  expect(authenticates(properties({}))).toBe(false);
});

test.each([
  ["500", 500],
  ["10S", 10_000],
  ["PT0.5S", 500],
  ["1M", 60_000],
  ["P1DT2H", 93_600_000],
  ["200ms", 200],
  ["soon", null],
])("%s is a duration of %s ms", (text, expected) => {
  expect(milliseconds(text)).toBe(expected);
});

test("operators of a match", () => {
  expect(meets("abc", { prefix: "a", suffix: "c" })).toBe(true);
  expect(meets("abc", { prefix: "a", suffix: "b" })).toBe(false);
  expect(meets("12", { compare: ">=12" })).toBe(true);
  expect(meets("12", { compare: "!12" })).toBe(false);
  expect(meets("12", { noLess: "13" })).toBe(false);
  expect(meets("ABC", { exact: "abc" }, true)).toBe(true);
  expect(meets("abc", { unheardOf: "abc" })).toBe(false);
  expect(meets(undefined, { noEqu: "a" })).toBe(false);
});

test("a YAML policy acts on the requests of the match group of its name, for the services it names", () => {
  const values = {
    "servicecomb.matchGroup.slow": "matches:\n  - apiPath: {prefix: /slow}\n    method: [GET]",
    "servicecomb.retry.slow": "maxAttempts: 4\nretryOnSame: 1\nretryOnResponseStatus: [500]",
    "servicecomb.faultInjection.slow": "services: other\ntype: abort\npercentage: 100",
    "servicecomb.instanceIsolation.slow":
      "minimumNumberOfCalls: 3\nslidingWindowType: COUNT_BASED\nslidingWindowSize: 5",
    "servicecomb.loadbalance.slow": "rule: Random",
  };
  const inside = calling(values, facts("/slow/a"));
  expect(inside.retry).toMatchObject({ onSame: 1, onNext: 3 });
  expect([500, 503].map((status) => inside.retry.repeats(status, "POST"))).toEqual([true, false]);
  expect(inside.fault.abortPercent).toBe(0);
  expect(inside.isolation.rule).toMatchObject({ enabled: true, minimumCalls: 3, window: { by: "count", calls: 5 } });
  expect(inside.balancing.strategy).toBe("Random");
  const outside = calling(values, facts("/slow/a", "POST"));
  expect(outside.retry).toMatchObject({ onSame: 0, onNext: 1 });
  expect(outside.balancing.strategy).toBe("RoundRobin");
});

test("of several YAML policies that match the one of lowest order acts", () => {
  const rules = new Rules(
    properties({
      "servicecomb.matchGroup.a": "matches: [{apiPath: {prefix: /}}]",
      "servicecomb.matchGroup.b": "matches: [{apiPath: {prefix: /}}]",
      "servicecomb.rateLimiting.a": "rate: 1\norder: 2",
      "servicecomb.rateLimiting.b": "rate: 2\norder: 1\nlimitRefreshPeriod: 2S",
      "servicecomb.bulkhead.a": "maxConcurrentCalls: 5\nmaxWaitDuration: 100",
    }),
    self,
  ).forBeingCalled("web", target, facts());
  expect(rules.limits).toMatchObject([{ calls: 2, everyMs: 2000 }]);
  expect(rules.bulkhead).toEqual({ name: "a", most: 5, waitMs: 100 });
});

test.each([
  ["whole", "one"],
  ["one", "whole"],
])("of two of the same order the one about certain paths acts, in whatever order they come: %s, %s", (...names) => {
  const texts: Record<string, [string, string, string]> = {
    whole: ["whole", "matches: [{serviceName: orders}]", "type: abort\npercentage: 100\nerrorCode: 418"],
    one: ["one", "matches: [{apiPath: {exact: /list}}]", "type: abort\npercentage: 100\nerrorCode: 501"],
  };
  const values = names.flatMap((name) => {
    const [key, group, policy] = texts[name]!;
    return [
      [`servicecomb.matchGroup.${key}`, group],
      [`servicecomb.faultInjection.${key}`, policy],
    ];
  });
  const statusAt = (path: string) => calling(Object.fromEntries(values), facts(path)).fault.abortStatus;
  expect([statusAt("/list"), statusAt("/items")]).toEqual([501, 418]);
});

test("where a YAML rule names no status, what may have been done already is not done again", () => {
  const values = {
    "servicecomb.matchGroup.all": "matches: [{apiPath: {prefix: /}}]",
    "servicecomb.retry.all": "maxAttempts: 1",
  };
  const { retry } = calling(values);
  const asked: [number, string][] = [
    [503, "POST"],
    [502, "GET"],
    [502, "POST"],
    [500, "GET"],
  ];
  expect(asked.map((one) => retry.repeats(...one))).toEqual([true, true, false, false]);
});
