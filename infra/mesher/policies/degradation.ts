import { levels, type Properties, type Target } from "../properties/properties.ts";

export type Degradation = {
  /** GOV-09: while on, calls are not made. */
  force: boolean;
  /** What the caller gets in place of an answer. */
  answer: "nothing" | "error";
};

export function degradationOf(properties: Properties, target: Target): Degradation {
  const at = (item: string) => levels("fallback.Consumer", target, item);
  const policy = properties.first(levels("fallbackpolicy.Consumer", target, "policy"));
  const enabled = properties.flag(at("enabled"), true);
  return {
    force: enabled && properties.flag(at("force"), false),
    answer: enabled && policy?.trim().toLowerCase() === "returnnull" ? "nothing" : "error",
  };
}

/** `isolation`: how many calls may be on their way, and how long each may take. */
export function isolationOf(properties: Properties, target: Target) {
  const at = (item: string) => levels("isolation.Consumer", target, item);
  const timed = properties.flag(at("timeout.enabled"), false);
  return {
    maxConcurrent: Math.max(0, properties.number(at("maxConcurrentRequests"), 1000)),
    timeoutMs: timed
      ? Math.max(1, properties.number([...at("timeoutInMilliseconds"), ...at("timeout.timeoutInMilliseconds")], 30_000))
      : null,
  };
}
