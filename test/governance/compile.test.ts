import { compileRules, type GovernanceKindName, readSpec } from "@flyloft/functions/governance";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const governed = { environment: "production", application: "shop", service: "web" };
type Endpoint = { method: string; path: string };

/** What is published for rules of one kind: `servicecomb.` and `cse.` keys apart from texts that are read as YAML. */
function published(kind: GovernanceKindName, specs: object[], endpoint: Endpoint | null = null) {
  const rules = specs.map((spec) => ({ spec: readSpec(kind, spec as never), endpoint }));
  const { settings, notes } = compileRules(kind, governed, rules);
  const all = Object.fromEntries(settings.map(({ key, value }) => [key, value]));
  const isYaml = ({ value }: { value: string }) => value.includes("services:") || value.includes("matches:");
  const plain = settings.filter((one) => !isYaml(one));
  const policies = Object.fromEntries(
    settings.filter(isYaml).map(({ key, value }) => [key.split(".")[1]!, parse(value)] as const),
  );
  const families = (prefix: string) =>
    Object.fromEntries(
      plain.flatMap(({ key, value }) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])),
    );
  return { all, settings, notes, policies, servicecomb: families("servicecomb."), cse: families("cse.") };
}

const price = { microservice: "price" };
const getPrice = { ...price, schema: "PriceEndpoint", operation: "getPrice" };
const circuit = "circuitBreaker.Consumer.price";
const fault = "governance.Consumer.price";
const automatic = { mode: "automatic", windowMs: 15_000, failureRate: 40, requests: 20 };

/** Protocol §3.4, line by line: what a rule says, and the keys without their prefix. */
const table: [GovernanceKindName, string, object, Record<string, string>][] = [
  [
    "load_balancing",
    "round robin",
    { ...price, algorithm: "round_robin" },
    { "loadbalance.price.strategy.name": "RoundRobin" },
  ],
  ["load_balancing", "random", { ...price, algorithm: "random" }, { "loadbalance.price.strategy.name": "Random" }],
  [
    "load_balancing",
    "response time weight",
    { ...price, algorithm: "weighted_response" },
    { "loadbalance.price.strategy.name": "WeightedResponse" },
  ],
  [
    "load_balancing",
    "session stickiness",
    { ...price, algorithm: "session_stickiness", sessionSeconds: 86_400, failureThreshold: 10 },
    {
      "loadbalance.price.strategy.name": "SessionStickiness",
      "loadbalance.price.SessionStickinessRule.sessionTimeoutInSeconds": "86400",
      "loadbalance.price.SessionStickinessRule.successiveFailedTimes": "10",
    },
  ],
  [
    "load_balancing",
    "a service of another application",
    { ...price, application: "bank", algorithm: "random" },
    { "loadbalance.bank:price.strategy.name": "Random" },
  ],
  [
    "rate_limiting",
    "a caller",
    { ...price, qps: 2700 },
    { "flowcontrol.Provider.qps.enabled": "true", "flowcontrol.Provider.qps.limit.price": "2700" },
  ],
  [
    "rate_limiting",
    "a caller of another application, which says its name only",
    { ...price, application: "bank", qps: 1 },
    { "flowcontrol.Provider.qps.enabled": "true", "flowcontrol.Provider.qps.limit.price": "1" },
  ],
  [
    "degradation",
    "on",
    { ...price, on: true },
    { "fallback.Consumer.price.force": "true", "fallbackpolicy.Consumer.price.policy": "returnnull" },
  ],
  [
    "degradation",
    "off",
    { ...price, on: false, answer: "throw_exception" },
    { "fallback.Consumer.price.force": "false", "fallbackpolicy.Consumer.price.policy": "throwexception" },
  ],
  [
    "degradation",
    "of a method",
    { ...getPrice, on: true, answer: "throw_exception" },
    {
      "fallback.Consumer.price.PriceEndpoint.getPrice.force": "true",
      "fallbackpolicy.Consumer.price.PriceEndpoint.getPrice.policy": "throwexception",
    },
  ],
  ["fault_tolerance", "off", { ...price, on: false }, { "loadbalance.price.retryEnabled": "false" }],
  [
    "fault_tolerance",
    "failfast",
    { ...price, on: true, strategy: "failfast" },
    { "loadbalance.price.retryEnabled": "false" },
  ],
  [
    "fault_tolerance",
    "failover",
    { ...price, on: true, strategy: "failover" },
    {
      "loadbalance.price.retryEnabled": "true",
      "loadbalance.price.retryOnNext": "1",
      "loadbalance.price.retryOnSame": "0",
    },
  ],
  [
    "fault_tolerance",
    "failback",
    { ...price, on: true, strategy: "failback" },
    {
      "loadbalance.price.retryEnabled": "true",
      "loadbalance.price.retryOnNext": "0",
      "loadbalance.price.retryOnSame": "1",
    },
  ],
  [
    "fault_tolerance",
    "custom",
    { ...price, on: true, strategy: "custom", sameInstance: 2, otherInstances: 3 },
    {
      "loadbalance.price.retryEnabled": "true",
      "loadbalance.price.retryOnNext": "3",
      "loadbalance.price.retryOnSame": "2",
    },
  ],
  ["fault_tolerance", "of a method", { ...getPrice, on: true, strategy: "failover" }, {}],
  [
    "circuit_breaking",
    "manual",
    { ...price, mode: "manual" },
    { [`${circuit}.forceOpen`]: "true", [`${circuit}.forceClosed`]: "false" },
  ],
  [
    "circuit_breaking",
    "cancel",
    { ...price, mode: "cancel" },
    { [`${circuit}.forceOpen`]: "false", [`${circuit}.forceClosed`]: "true" },
  ],
  [
    "circuit_breaking",
    "automatic",
    { ...price, ...automatic },
    {
      [`${circuit}.forceOpen`]: "false",
      [`${circuit}.forceClosed`]: "false",
      [`${circuit}.enabled`]: "true",
      [`${circuit}.sleepWindowInMilliseconds`]: "15000",
      [`${circuit}.errorThresholdPercentage`]: "40",
      [`${circuit}.requestVolumeThreshold`]: "20",
    },
  ],
  [
    "circuit_breaking",
    "of a method",
    { ...getPrice, mode: "manual" },
    {
      [`${circuit}.PriceEndpoint.getPrice.forceOpen`]: "true",
      [`${circuit}.PriceEndpoint.getPrice.forceClosed`]: "false",
    },
  ],
  [
    "fault_injection",
    "delay",
    { ...price, fault: "delay", protocol: "rest", delayMs: 300, probability: 50 },
    {
      [`${fault}.policy.fault.protocols.rest.delay.fixedDelay`]: "300",
      [`${fault}.policy.fault.protocols.rest.delay.percent`]: "50",
    },
  ],
  [
    "fault_injection",
    "error of a method",
    { ...getPrice, fault: "error", protocol: "highway", httpStatus: 503, probability: 100 },
    {
      [`${fault}.schemas.PriceEndpoint.operations.getPrice.policy.fault.protocols.highway.abort.httpStatus`]: "503",
      [`${fault}.schemas.PriceEndpoint.operations.getPrice.policy.fault.protocols.highway.abort.percent`]: "100",
    },
  ],
];

describe("the property families, under both prefixes with equal values, in the scope of the governed service", () => {
  test.each(table)("%s: %s", (kind, _name, spec, keys) => {
    const { servicecomb, cse, settings } = published(kind, [spec], { method: "GET", path: "/price" });
    expect(servicecomb).toEqual(keys);
    expect(cse).toEqual(keys);
    for (const { scope } of settings) expect(scope).toMatchObject(governed);
  });
});

/** What Java Chassis 3 and Spring Cloud Huawei read: the policies of a rule, without `services`, which is checked for all. */
const policies: [GovernanceKindName, string, object, Record<string, object>][] = [
  ["load_balancing", "random", { ...price, algorithm: "random" }, { loadbalance: { rule: "Random" } }],
  [
    "rate_limiting",
    "a caller",
    { ...price, qps: 7 },
    { rateLimiting: { rate: 7, limitRefreshPeriod: 1000, timeoutDuration: 0 } },
  ],
  [
    "degradation",
    "to an empty result",
    { ...price, on: true },
    { faultInjection: { type: "abort", percentage: 100, errorCode: 500, fallbackType: "ReturnNull" } },
  ],
  [
    "degradation",
    "to an error",
    { ...price, on: true, answer: "throw_exception" },
    {
      faultInjection: { type: "abort", percentage: 100, errorCode: 500, fallbackType: "ThrowException" },
      instanceIsolation: { forceOpen: true },
    },
  ],
  [
    "fault_tolerance",
    "custom: what the library calls attempts are the repetitions",
    { ...price, on: true, strategy: "custom", sameInstance: 2, otherInstances: 3 },
    { retry: { maxAttempts: 5, retryOnSame: 2 } },
  ],
  ["circuit_breaking", "manual", { ...price, mode: "manual" }, { instanceIsolation: { forceOpen: true } }],
  ["circuit_breaking", "cancel", { ...price, mode: "cancel" }, { instanceIsolation: { forceClosed: true } }],
  [
    "circuit_breaking",
    "automatic",
    { ...price, ...automatic },
    { instanceIsolation: { failureRateThreshold: 40, minimumNumberOfCalls: 20, waitDurationInOpenState: 15_000 } },
  ],
  [
    "fault_injection",
    "delay",
    { ...price, fault: "delay", protocol: "rest", delayMs: 300, probability: 50 },
    { faultInjection: { type: "delay", delayTime: 300, percentage: 50 } },
  ],
  [
    "fault_injection",
    "error",
    { ...price, fault: "error", protocol: "rest", httpStatus: 503, probability: 10 },
    { faultInjection: { type: "abort", errorCode: 503, percentage: 10 } },
  ],
];

describe("the texts for Java Chassis 3 and Spring Cloud Huawei", () => {
  test.each(policies)("%s: %s", (kind, _name, spec, wanted) => {
    const { policies: found, settings } = published(kind, [spec]);
    const { matchGroup, ...rest } = found;
    const [name, context] = [matchGroup.alias, { "x-cse-src-microservice": { exact: "price" } }];
    // Java Chassis tells callers in a context only, Spring Cloud Huawei by their service name only.
    const callers = kind === "rate_limiting" ? [{ name: `${name}-context`, headers: context }] : [];
    expect(matchGroup.matches).toEqual([{ name, serviceName: "price" }, ...callers]);
    expect(rest).toEqual(
      Object.fromEntries(Object.entries(wanted).map(([name, policy]) => [name, { ...policy, services: "web" }])),
    );
    const names = settings.flatMap(({ key, value }) => (/^(services|matches):/m.test(value) ? [key.split(".")] : []));
    // Three parts exactly: Go Chassis does not read others, and each policy is found by the name of its group.
    expect(new Set(names.map((parts) => `${parts.length} ${parts[0]} ${parts[2]}`)).size).toBe(1);
    expect(names[0]).toHaveLength(3);
  });

  test("a method is known by its path and its HTTP method", () => {
    const { policies: found } = published("circuit_breaking", [{ ...getPrice, mode: "manual" }], {
      method: "GET",
      path: "/price/list",
    });
    expect(found["matchGroup"].matches[0]).toMatchObject({ apiPath: { exact: "/price/list" }, method: ["GET"] });
  });

  test("a path with parameters is compared at both its ends, and the preview says so", () => {
    const { policies: found, notes } = published("circuit_breaking", [{ ...getPrice, mode: "manual" }], {
      method: "GET",
      path: "/price/{id}/history",
    });
    expect(found["matchGroup"].matches[0].apiPath).toEqual({ prefix: "/price/", suffix: "/history" });
    expect(notes.map(({ text }) => text.en).join()).toContain("has parameters");
  });

  test("a method without a known path gets no text, and the preview says so", () => {
    const { policies: found, notes } = published("circuit_breaking", [{ ...getPrice, mode: "manual" }]);
    expect(found).toEqual({});
    expect(notes.map(({ text }) => text.en).join()).toContain("no registered contract");
  });

  test.each([
    ["fault_tolerance", { ...price, on: false }],
    ["degradation", { ...price, on: false }],
    ["load_balancing", { ...price, algorithm: "session_stickiness", sessionSeconds: 0, failureThreshold: 0 }],
    ["rate_limiting", { ...price, qps: 0 }],
    ["fault_injection", { ...price, fault: "delay", protocol: "highway", delayMs: 1, probability: 0 }],
  ] as const)("%s publishes no text for what those frameworks do not have", (kind, spec) => {
    expect(published(kind, [spec]).policies).toEqual({});
  });

  test("names of different objects differ, also when only their signs do", () => {
    const specs = ["a-b", "a.b", "a_b"].map((microservice) => ({ microservice, algorithm: "random" }));
    const { settings } = published("load_balancing", specs);
    const groups = settings.filter(({ key }) => key.startsWith("servicecomb.matchGroup."));
    expect(new Set(groups.map(({ key }) => key)).size).toBe(3);
  });
});

test("what several rules of a kind say is said once", () => {
  const { settings } = published("rate_limiting", [
    { microservice: "a", qps: 1 },
    { microservice: "b", qps: 2 },
  ]);
  const keys = settings.map(({ key }) => key);
  expect(keys.filter((key) => key === "servicecomb.flowcontrol.Provider.qps.enabled")).toHaveLength(1);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("black and white lists", () => {
  test("a beginning, under both prefixes and by number for Spring Cloud Huawei", () => {
    const { servicecomb, cse, all } = published("access_list", [{ list: "black", match: "data*" }]);
    const [, name] = /\.black\.([^.]+)\./.exec(Object.keys(servicecomb)[0]!)!;
    const keys = {
      [`publicKey.accessControl.black.${name}.category`]: "property",
      [`publicKey.accessControl.black.${name}.propertyName`]: "serviceName",
      [`publicKey.accessControl.black.${name}.rule`]: "data*",
    };
    expect([servicecomb, cse]).toEqual([keys, keys]);
    expect(all).toMatchObject({
      "spring.cloud.servicecomb.webmvc.public-key.access-control.black[0].category": "property",
      "spring.cloud.servicecomb.webmvc.public-key.access-control.black[0].propertyName": "serviceName",
      "spring.cloud.servicecomb.webmvc.public-key.access-control.black[0].rule": "data*",
    });
  });

  test("the numbers of a list have no gaps, whatever rules there are", () => {
    const { settings } = published("access_list", [
      { list: "white", match: "a|b" },
      { list: "black", match: "x" },
      { list: "white", match: "b|c.*" },
    ]);
    const numbered = settings.filter(({ key }) => key.endsWith("].rule"));
    expect(numbered.map(({ key, value }) => [/(?:black|white)\[\d]/.exec(key)![0], value])).toEqual([
      ["black[0]", "x"],
      ["white[0]", "a"],
      ["white[1]", "b"],
      ["white[2]", "c*"],
    ]);
  });
});
