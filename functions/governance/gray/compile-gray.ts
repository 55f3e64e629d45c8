import { stringify } from "yaml";
import { invalid } from "../../kernel/errors.ts";
import type { Governed } from "../kinds/define.ts";
import { type Note, type Setting } from "../settings/setting.ts";
import { words } from "../words.ts";
import { darkLaunchOf } from "./dark-launch.ts";
import type { GrayRule } from "./gray-rule.ts";
import { isPortable, routesOf } from "./route-rules.ts";

/** Where a service's parameters are given, by their names in its contracts. */
export type Parameters = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What all gray rules of a service lead to, for every caller in its application: one of the two families and never both, for
 * Go Chassis would follow whichever came last (protocol §4.2). Route rules say everything that all frameworks understand; only
 * dark launch knows arguments, ordering and wildcards.
 */
export function compileGray(
  { environment, application, service }: Governed,
  rules: readonly GrayRule[],
  parameters: Parameters,
): { settings: Setting[]; notes: Note[] } {
  if (rules.length === 0) return { settings: [], notes: [] };
  const scope = { environment, application };
  const inOrder = [...rules].sort((a, b) => b.priority - a.priority);
  if (inOrder.every(({ spec }) => isPortable(spec, parameters))) {
    // Each entry has words of its own: Java Chassis counts in what it has read, and entries that share a list would count together.
    const value = stringify(routesOf(inOrder), { lineWidth: 0, aliasDuplicateObjects: false });
    const readBy: Setting["readBy"] = ["java_chassis_2", "java_chassis_3", "spring_cloud_huawei", "go_chassis"];
    const weighed = rules.some(({ spec }) => spec.by === "weight");
    const notes = weighed ? [routerNeeded] : [routerNeeded, latestOtherwise];
    return { settings: [{ scope, key: `servicecomb.routeRule.${service}`, value, readBy }], notes };
  }
  const other = inOrder.find(({ spec }) => spec.by !== "condition");
  if (other)
    throw invalid(
      "spec",
      `${other.name} divides traffic by ${other.spec.by}; it cannot stand beside conditions on anything but equal headers`,
      { rule: other.id },
    );
  const value = darkLaunchOf(inOrder);
  return {
    settings: [
      {
        scope,
        key: `servicecomb.darklaunch.policy.${service}`,
        value,
        readBy: ["java_chassis_2", "java_chassis_3", "go_chassis"],
      },
    ],
    notes: [darkLaunchNeeded, goConditions, ...(inOrder.some(hangsJava) ? [questionMarks] : [])],
  };
}

/** Whether a `?` stands where Java Chassis goes round in circles. */
const hangsJava = ({ spec }: GrayRule) =>
  spec.by === "condition" &&
  spec.conditions.some(({ operator, value }) => operator === "like" && value.indexOf("?", 2) > 0);

const routerNeeded: Note = {
  frameworks: ["java_chassis_2", "java_chassis_3", "go_chassis"],
  text: words(
    "Callers need the router: servicecomb.router.type: router with handler-router; in Go Chassis the handler router",
    "调用方需启用路由：servicecomb.router.type: router（handler-router）；Go Chassis 需 router 处理链",
  ),
};
const latestOtherwise: Note = {
  frameworks: ["go_chassis", "spring_cloud_huawei"],
  text: words(
    "All other calls go to the latest version (Spring Cloud Huawei: up to 1.10): add a rule by weight to keep them on another",
    "其余请求会发往最新版本（Spring Cloud Huawei 为 1.10 及以下）：如需保留在其他版本，请再添加按权重的规则",
  ),
};
const darkLaunchNeeded: Note = {
  frameworks: ["java_chassis_2", "java_chassis_3", "spring_cloud_huawei"],
  text: words(
    "Callers need the module darklaunch; Spring Cloud Huawei has none: there these conditions do not act",
    "调用方需引入 darklaunch 模块；Spring Cloud Huawei 不支持此类条件",
  ),
};
const goConditions: Note = {
  frameworks: ["go_chassis"],
  text: words(
    "It compares headers, knows one condition for a rule and reads ~ as a regular expression",
    "仅比较请求头，每条规则一个条件，~ 按正则表达式解析",
  ),
};
const questionMarks: Note = {
  frameworks: ["java_chassis_2", "java_chassis_3"],
  text: words(
    "Java Chassis up to 3.4 does not finish reading a ? after the second character: use * with callers made with it",
    "Java Chassis（至 3.4）无法解析第二个字符之后的 ?，请对此类调用方使用 *",
  ),
};
