import { z } from "zod";
import { markedPolicies, policyName } from "../settings/marked-policies.ts";
import { properties, type Values } from "../settings/properties.ts";
import { words } from "../words.ts";
import { type Compiled, defineKind } from "./define.ts";
import { endpointUnknown, marksMethod, partlyMarked } from "./method-rules.ts";
import { halfMethod, identityOf, labelsOfMethod, method, peerOf, wholeMethod } from "./objects.ts";

const always = {
  protocol: z.enum(["rest", "highway"]).describe("Of the requests that it acts on"),
  probability: z.int().min(0).max(100).describe("How many of a hundred requests it acts on"),
};
const object = identityOf;

/** GOV-17, GOV-18: one rule for each object and protocol. */
export const faultInjection = defineKind({
  kind: "fault_injection",
  title: words("Fault injection", "错误注入"),
  governs: "calls",
  methods: true,
  prerequisites: [
    {
      frameworks: ["java_chassis_3"],
      text: words("Faults are injected only with this local setting", "仅在本地开启此配置后生效"),
      setting: "servicecomb.faultInjection.enabled: true",
    },
    {
      frameworks: ["java_chassis_2"],
      text: words(
        "The caller's handler chain must hold fault-injection-consumer",
        "调用方处理链需包含 fault-injection-consumer",
      ),
      setting: "servicecomb.handler.chain.Consumer.default: loadbalance,fault-injection-consumer",
    },
    {
      frameworks: ["go_chassis"],
      text: words("The caller's handler chain must hold fault-inject", "调用方处理链需包含 fault-inject"),
      setting: "servicecomb.handler.chain.Consumer.default: router,loadbalance,fault-inject,transport",
    },
  ],
  spec: z
    .discriminatedUnion("fault", [
      z.strictObject({
        ...method,
        fault: z.literal("delay"),
        ...always,
        delayMs: z.int().min(1).max(86_400_000).describe("How long a request is held up"),
      }),
      z.strictObject({
        ...method,
        fault: z.literal("error"),
        ...always,
        httpStatus: z.int().min(200).max(599).describe("What a request is answered instead"),
      }),
    ])
    .refine(wholeMethod, halfMethod),
  labels: {
    ...labelsOfMethod,
    fault: { ...words("Type", "类型"), choices: { delay: words("Delay", "延迟"), error: words("Error", "错误") } },
    protocol: {
      ...words("Protocol", "协议"),
      choices: { rest: words("Rest", "Rest"), highway: words("Highway", "Highway") },
    },
    delayMs: { ...words("Delay time", "延迟时间"), unit: "ms" },
    httpStatus: words("HTTP error code", "HTTP错误码"),
    probability: { ...words("Trigger probability", "触发概率"), unit: "%" },
  },
  object: (spec) => [...object(spec), spec.protocol],
  compile({ governed, endpoint }, spec): Compiled {
    const peer = peerOf(governed, spec);
    const part = spec.operation ? `.schemas.${spec.schema}.operations.${spec.operation}` : "";
    const prefix = `governance.Consumer.${peer}${part}.policy.fault.protocols.${spec.protocol}`;
    const values: Values =
      spec.fault === "delay"
        ? { [`${prefix}.delay.fixedDelay`]: spec.delayMs, [`${prefix}.delay.percent`]: spec.probability }
        : { [`${prefix}.abort.httpStatus`]: spec.httpStatus, [`${prefix}.abort.percent`]: spec.probability };
    const settings = properties(governed, values);
    if (spec.protocol === "highway") return { settings, notes: [] };
    if (!marksMethod(spec, endpoint)) return { settings, notes: [endpointUnknownThere] };
    const injected =
      spec.fault === "delay"
        ? { type: "delay", delayTime: spec.delayMs, percentage: spec.probability }
        : { type: "abort", errorCode: spec.httpStatus, percentage: spec.probability };
    return {
      settings: [
        ...settings,
        ...markedPolicies(governed, {
          name: policyName("fault_injection", object(spec)),
          peer,
          endpoint,
          policies: { faultInjection: injected },
          readBy: ["spring_cloud_huawei"],
        }),
      ],
      notes: partlyMarked(endpoint).map((note) => ({ ...note, frameworks: ["spring_cloud_huawei" as const] })),
    };
  },
});

const endpointUnknownThere = { ...endpointUnknown, frameworks: ["spring_cloud_huawei" as const] };
