import type { Endpoint } from "../settings/marked-policies.ts";
import type { Note } from "../settings/setting.ts";
import { words } from "../words.ts";
import type { Prerequisite } from "./define.ts";
import type { MethodObject } from "./objects.ts";

/** Circuits of Java Chassis 2 and Go Chassis are kept by a handler that must be in the caller's chain. */
export const consumerCircuits: Prerequisite = {
  frameworks: ["java_chassis_2", "go_chassis"],
  text: words("The caller's handler chain must hold bizkeeper-consumer", "调用方处理链需包含 bizkeeper-consumer"),
  setting: "servicecomb.handler.chain.Consumer.default: bizkeeper-consumer,loadbalance",
};

/** Whether requests to the object can be told apart by what they look like on the wire. */
export const marksMethod = (object: MethodObject, endpoint: Endpoint | null) => !object.operation || endpoint !== null;

export const endpointUnknown: Note = {
  frameworks: ["java_chassis_3", "spring_cloud_huawei"],
  text: words(
    "They know a method by its path, and no registered contract tells the path of this one: the rule does not act there",
    "这些框架按路径识别方法，而已注册的契约中没有该方法的路径，规则在此不生效",
  ),
};

/** Where the path has parameters, only its fixed beginning and end can be compared. */
export const partlyMarked = (endpoint: Endpoint | null): Note[] =>
  endpoint?.path.includes("{")
    ? [
        {
          frameworks: ["java_chassis_3", "spring_cloud_huawei"],
          text: words(
            `The path ${endpoint.path} has parameters: the rule acts on all paths that begin and end alike`,
            `路径 ${endpoint.path} 含参数，规则对首尾相同的所有路径生效`,
          ),
        },
      ]
    : [];
