import { z } from "zod";
import { properties } from "../settings/properties.ts";
import type { Setting } from "../settings/setting.ts";
import { words } from "../words.ts";
import { policyName } from "../settings/marked-policies.ts";
import { defineKind } from "./define.ts";
import { expandNames, readNames } from "./name-patterns.ts";

const match = z
  .string()
  .trim()
  .min(1, "At least 1 character")
  .max(512, "At most 512 characters")
  .superRefine((text, ctx) => {
    const read = readNames(text);
    if ("refusal" in read) ctx.addIssue({ code: "custom", message: read.refusal });
  });

const springPrefix = "spring.cloud.servicecomb.webmvc.public-key.access-control";

/** GOV-19 to GOV-23. Services compare whole names, beginnings and endings; nothing else can be published. */
export const accessList = defineKind({
  kind: "access_list",
  title: words("Black and white list", "黑白名单"),
  governs: "callers",
  methods: false,
  prerequisites: [
    {
      frameworks: ["java_chassis_2"],
      text: words(
        "Lists act only with public key authentication: org.apache.servicecomb:handler-publickey-auth on both sides, auth-consumer in the caller's chain",
        "仅在启用公钥认证后生效：两侧引入 org.apache.servicecomb:handler-publickey-auth，调用方处理链加入 auth-consumer",
      ),
      setting: "servicecomb.handler.chain.Consumer.default: auth-consumer",
    },
    {
      frameworks: ["java_chassis_2"],
      text: words("and auth-provider in the chain of this service", "并在本服务处理链加入 auth-provider"),
      setting: "servicecomb.handler.chain.Provider.default: auth-provider",
    },
    {
      frameworks: ["java_chassis_3"],
      text: words("Lists act only with this local setting on both sides", "仅在两侧本地开启此配置后生效"),
      setting: "servicecomb.publicKey.accessControl.enabled: true",
    },
    {
      frameworks: ["spring_cloud_huawei"],
      text: words("Public key authentication must be enabled at the provider", "服务端需启用公钥认证"),
      setting: "spring.cloud.servicecomb.webmvc.publicKey.providerEnabled: true",
    },
    {
      frameworks: ["spring_cloud_huawei"],
      text: words("and at the consumer", "调用方同样需启用"),
      setting: "spring.cloud.servicecomb.webmvc.publicKey.consumerEnabled: true",
    },
  ],
  spec: z.strictObject({
    list: z.enum(["black", "white"]).describe("Whether those whom it fits may not call this service, or only they may"),
    match: match.describe("A service name in which * stands for anything, or a regular expression over the whole name"),
  }),
  labels: {
    list: {
      ...words("Type", "类型"),
      choices: { black: words("Blacklist", "黑名单"), white: words("Whitelist", "白名单") },
    },
    match: words("Match rule", "匹配规则"),
  },
  object: ({ list, match: text }) => [list, text],
  compile({ governed }, { list, match: text }) {
    const name = policyName("", [text]).slice(1);
    const settings = expandNames(text).flatMap((rule, i) =>
      properties(
        governed,
        {
          [`publicKey.accessControl.${list}.${name}-${i + 1}.category`]: "property",
          [`publicKey.accessControl.${list}.${name}-${i + 1}.propertyName`]: "serviceName",
          [`publicKey.accessControl.${list}.${name}-${i + 1}.rule`]: rule,
        },
        { goChassis: false },
      ),
    );
    return { settings, notes: [notInGo] };
  },
  /** Spring Cloud Huawei numbers the rules of a list, without gaps. */
  compileAll: (governed, specs) =>
    (["black", "white"] as const).flatMap((list) =>
      [...new Set(specs.flatMap((spec) => (spec.list === list ? expandNames(spec.match) : [])))]
        .sort()
        .flatMap((rule, i): Setting[] =>
          Object.entries({ category: "property", propertyName: "serviceName", rule }).map(([member, value]) => ({
            scope: governed,
            key: `${springPrefix}.${list}[${i}].${member}`,
            value,
            readBy: ["spring_cloud_huawei"],
          })),
        ),
    ),
});

const notInGo = {
  frameworks: ["go_chassis" as const],
  text: words("Go Chassis has no lists of callers", "Go Chassis 不支持黑白名单"),
};
