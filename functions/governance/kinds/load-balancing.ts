import { z } from "zod";
import { markedPolicies, policyName } from "../settings/marked-policies.ts";
import { properties, type Values } from "../settings/properties.ts";
import { words } from "../words.ts";
import { defineKind } from "./define.ts";
import { identityOf, labelsOfMicroservice, microservice, peerOf } from "./objects.ts";

const strategyNames = {
  round_robin: "RoundRobin",
  random: "Random",
  weighted_response: "WeightedResponse",
  session_stickiness: "SessionStickiness",
} as const;

/** GOV-04 to GOV-06. */
export const loadBalancing = defineKind({
  kind: "load_balancing",
  title: words("Load balancing", "负载均衡"),
  governs: "calls",
  methods: false,
  prerequisites: [],
  spec: z.discriminatedUnion("algorithm", [
    z.strictObject({ ...microservice, algorithm: z.enum(["round_robin", "random", "weighted_response"]) }),
    z.strictObject({
      ...microservice,
      algorithm: z.literal("session_stickiness"),
      sessionSeconds: z.int().min(0).max(86_400).describe("How long requests of a session go to one instance (LIM-39)"),
      failureThreshold: z.int().min(0).max(10).describe("After so many failures another instance is chosen (LIM-39)"),
    }),
  ]),
  labels: {
    ...labelsOfMicroservice,
    algorithm: {
      ...words("Strategy", "策略"),
      choices: {
        round_robin: words("Round robin", "轮询"),
        random: words("Random", "随机"),
        weighted_response: words("Response time weight", "响应时间权重"),
        session_stickiness: words("Session stickiness", "会话粘滞"),
      },
    },
    sessionSeconds: { ...words("Session time", "会话保持时间"), unit: "s" },
    failureThreshold: words("Failure threshold", "失败阈值"),
  },
  object: identityOf,
  compile({ governed }, spec) {
    const peer = peerOf(governed, spec);
    const values: Values = { [`loadbalance.${peer}.strategy.name`]: strategyNames[spec.algorithm] };
    if (spec.algorithm === "session_stickiness") {
      values[`loadbalance.${peer}.SessionStickinessRule.sessionTimeoutInSeconds`] = spec.sessionSeconds;
      values[`loadbalance.${peer}.SessionStickinessRule.successiveFailedTimes`] = spec.failureThreshold;
      const note = words("Spring Cloud Huawei has no session stickiness", "Spring Cloud Huawei 不支持会话粘滞");
      return { settings: properties(governed, values), notes: [{ frameworks: ["spring_cloud_huawei"], text: note }] };
    }
    const policies = { loadbalance: { rule: strategyNames[spec.algorithm] } };
    const name = policyName("load_balancing", identityOf(spec));
    return {
      settings: [
        ...properties(governed, values),
        ...markedPolicies(governed, { name, peer, endpoint: null, policies, readBy: ["spring_cloud_huawei"] }),
      ],
      notes: [],
    };
  },
});
