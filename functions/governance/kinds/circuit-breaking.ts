import { z } from "zod";
import { markedPolicies, policyName } from "../settings/marked-policies.ts";
import { properties, type Values } from "../settings/properties.ts";
import { words } from "../words.ts";
import { type Compiled, defineKind } from "./define.ts";
import { consumerCircuits, endpointUnknown, marksMethod, partlyMarked } from "./method-rules.ts";
import { halfMethod, identityOf, labelsOfMethod, method, pathOfObject, peerOf, wholeMethod } from "./objects.ts";

const spec = z
  .discriminatedUnion("mode", [
    z.strictObject({ ...method, mode: z.enum(["manual", "cancel"]) }),
    z.strictObject({
      ...method,
      mode: z.literal("automatic"),
      windowMs: z.int().min(1).max(86_400_000).describe("How long no requests are made once it has opened"),
      failureRate: z.int().min(0).max(100).describe("It opens when so many of a hundred requests fail"),
      requests: z.int().min(1).max(1_000_000).describe("… of so many requests at least"),
    }),
  ])
  .refine(wholeMethod, halfMethod);
type Spec = z.output<typeof spec>;

/** GOV-13 to GOV-16. */
export const circuitBreaking = defineKind({
  kind: "circuit_breaking",
  title: words("Circuit breaking", "熔断"),
  governs: "calls",
  methods: true,
  prerequisites: [consumerCircuits],
  spec,
  labels: {
    ...labelsOfMethod,
    mode: {
      ...words("Trigger", "触发条件"),
      choices: {
        manual: words("Manual break", "手动熔断"),
        cancel: words("Cancel break", "取消熔断"),
        automatic: words("Automatic break", "自动熔断"),
      },
    },
    windowMs: { ...words("Break time window", "熔断时间窗"), unit: "ms" },
    failureRate: { ...words("Failure rate", "失败率"), unit: "%" },
    requests: words("Requests in the window", "窗口请求数"),
  },
  object: identityOf,
  compile({ governed, endpoint }, rule): Compiled {
    const path = pathOfObject(governed, rule);
    const values = Object.fromEntries(
      Object.entries(circuitOf(rule)).map(([key, value]) => [`circuitBreaker.Consumer.${path}.${key}`, value]),
    );
    const settings = properties(governed, values, { javaChassis3: false, goChassis: !rule.operation });
    if (!marksMethod(rule, endpoint)) return { settings, notes: [endpointUnknown] };
    return {
      settings: [
        ...settings,
        ...markedPolicies(governed, {
          name: policyName("circuit_breaking", identityOf(rule)),
          peer: peerOf(governed, rule),
          endpoint,
          policies: { instanceIsolation: isolationOf(rule) },
          readBy: ["java_chassis_3", "spring_cloud_huawei"],
        }),
      ],
      notes: partlyMarked(endpoint),
    };
  },
});

/** The keys of one circuit. */
function circuitOf(rule: Spec): Values {
  const forced = { forceOpen: rule.mode === "manual", forceClosed: rule.mode === "cancel" };
  if (rule.mode !== "automatic") return forced;
  return {
    ...forced,
    enabled: true,
    sleepWindowInMilliseconds: rule.windowMs,
    errorThresholdPercentage: rule.failureRate,
    requestVolumeThreshold: rule.requests,
  };
}

/** The same where circuits are kept per instance; a rate of 0 is not allowed there. */
function isolationOf(rule: Spec) {
  if (rule.mode !== "automatic") return rule.mode === "manual" ? { forceOpen: true } : { forceClosed: true };
  return {
    failureRateThreshold: rule.failureRate === 0 ? 0.01 : rule.failureRate,
    minimumNumberOfCalls: rule.requests,
    waitDurationInOpenState: rule.windowMs,
  };
}
