import { z } from "zod";
import { type Compiled, defineKind } from "./define.ts";
import { markedPolicies, policyName } from "../settings/marked-policies.ts";
import { properties } from "../settings/properties.ts";
import { words } from "../words.ts";
import { consumerCircuits, endpointUnknown, marksMethod, partlyMarked } from "./method-rules.ts";
import { halfMethod, identityOf, labelsOfMethod, method, pathOfObject, peerOf, wholeMethod } from "./objects.ts";

const answers = {
  return_null: { property: "returnnull", policy: "ReturnNull" },
  throw_exception: { property: "throwexception", policy: "ThrowException" },
} as const;

/** GOV-09: while it is on, calls are answered at once by the caller itself. */
export const degradation = defineKind({
  kind: "degradation",
  title: words("Degradation", "降级"),
  governs: "calls",
  methods: true,
  prerequisites: [consumerCircuits],
  spec: z
    .strictObject({
      ...method,
      on: z.boolean().describe("While on, calls to the object are not made"),
      answer: z
        .enum(["return_null", "throw_exception"])
        .default("return_null")
        .describe("What callers get instead: an empty result or an error"),
    })
    .refine(wholeMethod, halfMethod),
  labels: {
    ...labelsOfMethod,
    on: words("Degrade", "降级策略"),
    answer: {
      ...words("Answer instead", "降级返回"),
      choices: { return_null: words("Empty result", "返回空"), throw_exception: words("Error", "抛出异常") },
    },
  },
  object: identityOf,
  compile({ governed, endpoint }, spec): Compiled {
    const path = pathOfObject(governed, spec);
    const { property, policy } = answers[spec.answer];
    const values = {
      [`fallback.Consumer.${path}.force`]: spec.on,
      [`fallbackpolicy.Consumer.${path}.policy`]: property,
    };
    const settings = properties(governed, values, { javaChassis3: false, goChassis: !spec.operation });
    if (!spec.on && !spec.operation) return { settings, notes: [] };
    if (!marksMethod(spec, endpoint)) return { settings, notes: [endpointUnknown] };
    const marked = {
      name: policyName("degradation", identityOf(spec)),
      peer: peerOf(governed, spec),
      endpoint,
    };
    // The whole service may be degraded all the same: this method is not.
    if (!spec.on)
      return {
        settings: [
          ...settings,
          ...markedPolicies(governed, {
            ...marked,
            policies: { faultInjection: { forceClosed: true }, instanceIsolation: { forceClosed: true } },
            readBy: ["java_chassis_3", "spring_cloud_huawei"],
          }),
        ],
        notes: partlyMarked(endpoint),
      };
    const abort = { type: "abort", percentage: 100, errorCode: 500, fallbackType: policy };
    const both = spec.answer === "throw_exception";
    return {
      settings: [
        ...settings,
        ...markedPolicies(governed, {
          ...marked,
          // Java Chassis 3 has no empty result; what it has instead would give Spring Cloud Huawei an error too.
          policies: { faultInjection: abort, ...(both && { instanceIsolation: { forceOpen: true } }) },
          readBy: both ? ["java_chassis_3", "spring_cloud_huawei"] : ["spring_cloud_huawei"],
        }),
      ],
      notes: [...partlyMarked(endpoint), ...(both ? [] : [noEmptyResult])],
    };
  },
});

const noEmptyResult = {
  frameworks: ["java_chassis_3" as const],
  text: words("It has no empty result: only an error can be answered there", "不支持返回空，仅支持抛出异常"),
};
