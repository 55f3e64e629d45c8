import type { IncomingMessage } from "node:http";
import type { ProviderInstance } from "../balancing/instance.ts";
import type { Operation } from "../contract/contract.ts";
import type { Provider } from "../engine/provider.ts";
import { type Facts, headerOf } from "../policies/match-group.ts";
import { byDarkLaunch } from "../routing/dark-launch.ts";
import type { Group } from "../routing/groups.ts";
import { inLane } from "../routing/lane.ts";
import { byRouteRules } from "../routing/route-rule.ts";
import type { ConsumerRules, Rules } from "../rules.ts";
import { contextOf } from "../trust/context.ts";

type Asked = {
  provider: Provider;
  operation: Operation;
  facts: Facts;
  lane: string | undefined;
  self: string;
  rules: Rules;
  consumer: ConsumerRules;
};

/** The instances that this call may go to: first the lane, then the gray rules; route rules win over a dark launch. */
export function groupFor({ provider, operation, facts, lane, self, rules, consumer }: Asked): Group<ProviderInstance> {
  const serving = inLane(
    provider.instances.filter(({ status }) => status === "UP"),
    lane,
  );
  const { shares } = provider;
  if (consumer.routes) {
    const group = byRouteRules(consumer.routes, serving, facts, { self, properties: rules.properties, shares });
    if (group) return group;
  } else if (consumer.darkLaunch) return byDarkLaunch(consumer.darkLaunch, serving, valuesOf(operation, facts), shares);
  return { name: lane ?? "", instances: serving };
}

/** What a condition of a dark launch may name: an argument of the contract, a header, or an entry of the call's context. */
function valuesOf({ parameters }: Operation, { query, headers }: Facts): (name: string) => string | undefined {
  return (name) =>
    parameters[name] ?? query.get(name) ?? headerOf(headers, name) ?? contextOf(headers)[name] ?? undefined;
}

/** Whose request it is, for balancing that keeps users where they are; without any sign all requests are one user's. */
export function sessionOf({ headers }: IncomingMessage, sessionHeader: string): string {
  const [, cookie] = /(?:^|;\s*)ServiceCombLB=([^;]*)/.exec(headers.cookie ?? "") ?? [];
  return (cookie ?? headerOf(headers, sessionHeader) ?? "").slice(0, 256);
}
