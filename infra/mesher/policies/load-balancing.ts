import { levels, type Properties, type Target } from "../properties/properties.ts";

export const strategies = ["RoundRobin", "Random", "WeightedResponse", "SessionStickiness"] as const;
export type Strategy = (typeof strategies)[number];

export type Balancing = { strategy: Strategy; sessionSeconds: number; failuresToLeave: number };

export const findStrategy = (name: string | undefined): Strategy | null =>
  strategies.find((one) => one.toLowerCase() === name?.trim().toLowerCase()) ?? null;

/** GOV-05, GOV-06 */
export function balancingOf(properties: Properties, target: Target): Balancing {
  const at = (item: string) => levels("loadbalance", target, item);
  return {
    strategy: findStrategy(properties.first(at("strategy.name"))) ?? "RoundRobin",
    sessionSeconds: properties.number(at("SessionStickinessRule.sessionTimeoutInSeconds"), 30),
    failuresToLeave: properties.number(at("SessionStickinessRule.successiveFailedTimes"), 5),
  };
}
