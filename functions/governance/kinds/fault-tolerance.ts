import { z } from "zod";
import { markedPolicies, policyName } from "../settings/marked-policies.ts";
import { properties, type Values } from "../settings/properties.ts";
import type { Note } from "../settings/setting.ts";
import { words } from "../words.ts";
import { type Compiled, defineKind } from "./define.ts";
import { endpointUnknown, marksMethod, partlyMarked } from "./method-rules.ts";
import { halfMethod, identityOf, labelsOfMethod, method, peerOf, wholeMethod } from "./objects.ts";

const attempts = z.int().min(0).max(100);
const whether = "Whether failing requests are handled by a strategy";
const on = z.literal(true).describe(whether);

/** How often a failed request is tried again, on the same instance and then on others. */
const retries = { failfast: [0, 0], failover: [0, 1], failback: [1, 0] } as const;

/** GOV-10 to GOV-12. */
export const faultTolerance = defineKind({
  kind: "fault_tolerance",
  title: words("Fault tolerance", "容错"),
  governs: "calls",
  methods: true,
  prerequisites: [],
  spec: z
    .discriminatedUnion("on", [
      z.strictObject({ ...method, on: z.literal(false).describe(whether) }),
      z.discriminatedUnion("strategy", [
        z.strictObject({ ...method, on, strategy: z.enum(["failover", "failfast", "failback"]) }),
        z.strictObject({
          ...method,
          on,
          strategy: z.literal("custom"),
          sameInstance: attempts.describe("How often it is tried again on the same server"),
          otherInstances: attempts.describe("How often it is tried again on other servers"),
        }),
      ]),
    ])
    .refine(wholeMethod, halfMethod),
  labels: {
    ...labelsOfMethod,
    on: words("Fault tolerance", "开关"),
    strategy: {
      ...words("Strategy", "策略"),
      choices: {
        failover: words("Failover: try another server", "Failover：在不同服务器上重试"),
        failfast: words("Failfast: do not try again", "Failfast：不重试，立即返回失败"),
        failback: words("Failback: try the same server", "Failback：在同一服务器上重试"),
        custom: words("Custom", "custom"),
      },
    },
    sameInstance: words("Attempts on the same server", "尝试当前服务器次数"),
    otherInstances: words("Attempts on other servers", "尝试新服务器次数"),
  },
  object: identityOf,
  compile({ governed, endpoint }, spec): Compiled {
    const peer = peerOf(governed, spec);
    const [same, next] = !spec.on
      ? [0, 0]
      : spec.strategy === "custom"
        ? [spec.sameInstance, spec.otherInstances]
        : retries[spec.strategy];
    const enabled = same + next > 0;
    const values: Values = { [`loadbalance.${peer}.retryEnabled`]: enabled };
    if (enabled) {
      values[`loadbalance.${peer}.retryOnNext`] = next;
      values[`loadbalance.${peer}.retryOnSame`] = same;
    }
    // These keys know no methods; a rule on one must not act on all.
    const settings = spec.operation ? [] : properties(governed, values, { javaChassis3: false });
    const notes = spec.operation ? [wholeServicesOnly] : [];
    if (!enabled && !spec.operation) return { settings, notes };
    if (!marksMethod(spec, endpoint)) return { settings, notes: [...notes, endpointUnknown] };
    return {
      settings: [
        ...settings,
        ...markedPolicies(governed, {
          name: policyName("fault_tolerance", identityOf(spec)),
          peer,
          endpoint,
          policies: { retry: { maxAttempts: same + next, retryOnSame: same } },
          readBy: enabled ? ["java_chassis_3", "spring_cloud_huawei"] : [],
        }),
      ],
      notes: enabled ? [...notes, ...partlyMarked(endpoint)] : [...notes, atLeastOnce],
    };
  },
});

const wholeServicesOnly: Note = {
  frameworks: ["java_chassis_2", "go_chassis"],
  text: words("They try again per microservice, not per method", "按微服务重试，不支持到方法"),
};
/** They know no number of attempts below one, and go by what is said of the whole service. */
const atLeastOnce: Note = {
  frameworks: ["java_chassis_3", "spring_cloud_huawei"],
  text: words(
    "Where a rule on the whole microservice makes them try again, it cannot be switched off for one method",
    "若整个微服务已有重试规则，则无法对单个方法关闭重试",
  ),
};
