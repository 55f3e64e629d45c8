import { z } from "zod";
import { markedPolicies, policyName } from "../settings/marked-policies.ts";
import { properties } from "../settings/properties.ts";
import { words } from "../words.ts";
import { defineKind } from "./define.ts";
import { identityOf, labelsOfMicroservice, microservice } from "./objects.ts";

/** GOV-07, GOV-08. */
export const rateLimiting = defineKind({
  kind: "rate_limiting",
  title: words("Rate limiting", "限流"),
  governs: "callers",
  methods: false,
  prerequisites: [
    {
      frameworks: ["java_chassis_3"],
      text: words("A limit of 0 acts only with this local setting", "限流值为 0 时，仅在本地开启此配置后才生效"),
      setting: "servicecomb.flowcontrol.enabled: true",
    },
    {
      frameworks: ["go_chassis"],
      text: words(
        "The provider's handler chain must hold ratelimiter-provider",
        "服务端处理链需包含 ratelimiter-provider",
      ),
      setting: "servicecomb.handler.chain.Provider.default: ratelimiter-provider",
    },
  ],
  spec: z.strictObject({
    ...microservice,
    qps: z.int().min(0).max(99_999).describe("Requests per second that each instance takes from it at most (LIM-40)"),
  }),
  labels: {
    ...labelsOfMicroservice,
    microservice: words("Limited microservice", "限流对象"),
    qps: { ...words("Requests per second and instance", "QPS"), unit: "1/s" },
  },
  // Callers say their name without their application, in every framework: that is all that they are known by.
  object: ({ microservice: caller }) => [caller],
  compile({ governed }, spec) {
    const peer = spec.microservice;
    const values = { "flowcontrol.Provider.qps.enabled": true, [`flowcontrol.Provider.qps.limit.${peer}`]: spec.qps };
    const settings = properties(governed, values);
    const name = policyName("rate_limiting", identityOf(spec));
    // A limit of nothing at all is none that these policies know.
    if (spec.qps === 0)
      return {
        settings,
        notes: [
          {
            frameworks: ["spring_cloud_huawei"],
            text: words("A limit of 0 cannot be set there: use a blacklist", "无法设置为 0，请使用黑名单"),
          },
        ],
      };
    const policies = { rateLimiting: { rate: spec.qps, limitRefreshPeriod: 1000, timeoutDuration: 0 } };
    return {
      settings: [
        ...settings,
        ...markedPolicies(governed, {
          name,
          peer,
          caller: true,
          endpoint: null,
          policies,
          readBy: ["java_chassis_3", "spring_cloud_huawei"],
        }),
      ],
      notes: [],
    };
  },
});
