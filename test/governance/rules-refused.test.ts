import { readNames, readSpec } from "@flyloft/functions/governance";
import { isDomainError } from "@flyloft/functions/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const price = { microservice: "price" };
const sticky = { ...price, algorithm: "session_stickiness" };
const delay = { ...price, fault: "delay", protocol: "rest", probability: 1 };
const error = { ...price, fault: "error", protocol: "rest", probability: 1 };
const auto = { ...price, mode: "automatic" };
const custom = { ...price, on: true, strategy: "custom" };

/** The field that is refused; null when the rule is accepted. */
function refused(kind: string, spec: object): string | null {
  try {
    readSpec(kind as never, spec as never);
    return null;
  } catch (thrown) {
    if (!isDomainError(thrown)) throw thrown;
    expect(thrown.code).toBe("invalid");
    return Object.keys(thrown.details.fields ?? {}).join();
  }
}

test.each([
  ["LIM-39: 0 s and 0 failures", "load_balancing", { ...sticky, sessionSeconds: 0, failureThreshold: 0 }],
  ["LIM-39: 86400 s and 10 failures", "load_balancing", { ...sticky, sessionSeconds: 86_400, failureThreshold: 10 }],
  ["LIM-40: 0", "rate_limiting", { ...price, qps: 0 }],
  ["LIM-40: 99999", "rate_limiting", { ...price, qps: 99_999 }],
  ["GOV-12: 0 and 100 attempts", "fault_tolerance", { ...custom, sameInstance: 0, otherInstances: 100 }],
  ["GOV-15: a window of 1 ms", "circuit_breaking", { ...auto, windowMs: 1, failureRate: 0, requests: 1 }],
  ["GOV-15: a rate of 100 %", "circuit_breaking", { ...auto, windowMs: 1, failureRate: 100, requests: 1 }],
  ["GOV-18: 1 ms", "fault_injection", { ...delay, delayMs: 1, probability: 0 }],
  ["GOV-18: 503", "fault_injection", { ...error, httpStatus: 503, probability: 100 }],
])("accepted: %s", (_name, kind, spec) => {
  expect(refused(kind, spec)).toBeNull();
});

test.each([
  [
    "LIM-39: 86401 s",
    "load_balancing",
    { ...sticky, sessionSeconds: 86_401, failureThreshold: 0 },
    "spec.sessionSeconds",
  ],
  ["LIM-39: −1 s", "load_balancing", { ...sticky, sessionSeconds: -1, failureThreshold: 0 }, "spec.sessionSeconds"],
  [
    "LIM-39: 11 failures",
    "load_balancing",
    { ...sticky, sessionSeconds: 1, failureThreshold: 11 },
    "spec.failureThreshold",
  ],
  ["stickiness without its numbers", "load_balancing", sticky, "spec.sessionSeconds"],
  ["numbers without stickiness", "load_balancing", { ...price, algorithm: "random", sessionSeconds: 1 }, "spec"],
  ["LIM-40: 100000", "rate_limiting", { ...price, qps: 100_000 }, "spec.qps"],
  ["LIM-40: −1", "rate_limiting", { ...price, qps: -1 }, "spec.qps"],
  ["LIM-40: half a request", "rate_limiting", { ...price, qps: 0.5 }, "spec.qps"],
  ["GOV-12: 101 attempts", "fault_tolerance", { ...custom, sameInstance: 101, otherInstances: 0 }, "spec.sameInstance"],
  ["GOV-12: a strategy while off", "fault_tolerance", { ...price, on: false, strategy: "failover" }, "spec"],
  ["GOV-15: no window", "circuit_breaking", { ...auto, windowMs: 0, failureRate: 1, requests: 1 }, "spec.windowMs"],
  ["GOV-15: 101 %", "circuit_breaking", { ...auto, windowMs: 1, failureRate: 101, requests: 1 }, "spec.failureRate"],
  ["GOV-15: no requests", "circuit_breaking", { ...auto, windowMs: 1, failureRate: 1, requests: 0 }, "spec.requests"],
  ["GOV-18: no delay", "fault_injection", { ...delay, delayMs: 0 }, "spec.delayMs"],
  ["GOV-18: 101 %", "fault_injection", { ...delay, delayMs: 1, probability: 101 }, "spec.probability"],
  ["GOV-18: code 99", "fault_injection", { ...error, httpStatus: 99 }, "spec.httpStatus"],
  ["GOV-18: code 600", "fault_injection", { ...error, httpStatus: 600 }, "spec.httpStatus"],
  ["GOV-18: a delay with a code", "fault_injection", { ...delay, delayMs: 1, httpStatus: 500 }, "spec"],
  ["a method without its contract", "degradation", { ...price, operation: "get", on: true }, "spec.operation"],
  ["a contract without a method", "degradation", { ...price, schema: "PriceEndpoint", on: true }, "spec.operation"],
  ["a name with a line break", "rate_limiting", { microservice: "a\nb", qps: 1 }, "spec.microservice"],
  ["no service", "rate_limiting", { qps: 1 }, "spec.microservice"],
])("refused: %s", (_name, kind, spec, field) => {
  expect(refused(kind, spec)).toBe(field);
});

describe("names of a list (GOV-20)", () => {
  test.each([
    ["data", ["data"]],
    ["data*", ["data*"]],
    ["*data", ["*data"]],
    ["*", ["*"]],
    ["com.shop.Price", ["com.shop.Price"]],
    ["data.*", ["data*"]],
    [".*data", ["*data"]],
    ["^data$", ["data"]],
    ["(web|price)", ["price", "web"]],
    ["web-(a|b).*", ["web-a*", "web-b*"]],
    ["web[12]", ["web1", "web2"]],
    ["web[a-c]?", ["web", "weba", "webb", "webc"]],
    ["com\\.shop\\.(?:a|b)", ["com.shop.a", "com.shop.b"]],
    ["(.*-db|cache)", ["*-db", "cache"]],
  ])("%s stands for %j", (text, rules) => {
    expect(readNames(text)).toEqual({ rules: [...rules].sort() });
  });

  test.each([
    "da*ta",
    "*data*",
    "a.*b",
    "data+",
    "[0-9]{3}",
    "\\d+",
    "(a",
    "a)",
    "[a",
    "(?!data).*",
    "(a+)+$",
    "(.*)*",
    "a b",
    "[a-z][a-z]",
    "((((((((((((a))))))))))))",
  ])("%s cannot be expressed, and it is said why", (text) => {
    const read = readNames(text);
    expect(read).toMatchObject({ refusal: expect.stringMatching(/.{10}/) });
    expect(refused("access_list", { list: "black", match: text })).toBe("spec.match");
  });

  test("an expression of names is expanded to exactly the names that it matches, whatever it is made of", () => {
    const leaf = fc.constantFrom("a", "b", "a-", "[ab]", "a?", "[a-c]", "\\.");
    const expression = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(tie("node"), tie("node")).map(([x, y]) => `${x}${y}`),
        fc.tuple(tie("node"), tie("node")).map(([x, y]) => `(${x}|${y})`),
      ),
    })).node;
    fc.assert(
      fc.property(expression, fc.stringMatching(/^[abc.-]{0,4}$/), (text, name) => {
        const read = readNames(text);
        if ("refusal" in read) return;
        expect(read.rules.includes(name)).toBe(new RegExp(`^(?:${text})$`).test(name));
        for (const rule of read.rules) expect(new RegExp(`^(?:${text})$`).test(rule)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("no text takes long to read", () => {
    const began = performance.now();
    for (const text of ["(a|a|a|a|a|a|a|a)".repeat(28), "(".repeat(500), "[a-z]".repeat(100), "a?".repeat(250)])
      expect(readNames(text)).toHaveProperty("refusal");
    expect(performance.now() - began).toBeLessThan(200);
  });
});
