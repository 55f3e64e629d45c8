import { type AccessControl, accessControlOf, authenticates } from "./policies/access-control.ts";
import { type Breaking, breakingOf, instanceIsolationOf } from "./policies/circuit-breaking.ts";
import { type Degradation, degradationOf, isolationOf } from "./policies/degradation.ts";
import { type Fault, faultOf } from "./policies/fault.ts";
import { Governance } from "./policies/governance.ts";
import { balancingFrom, breakingFrom, faultFrom, limitFrom, retryFrom } from "./policies/governed.ts";
import { type Balancing, balancingOf } from "./policies/load-balancing.ts";
import type { Facts } from "./policies/match-group.ts";
import { type Limit, limitOf } from "./policies/rate-limit.ts";
import { type Retry, retryOf } from "./policies/retry.ts";
import type { Properties, Target } from "./properties/properties.ts";
import { type DarkLaunch, darkLaunchOf } from "./routing/dark-launch.ts";
import { type RouteRule, routeRulesOf } from "./routing/route-rule.ts";

/** Everything that governs one call of another service. */
export type ConsumerRules = {
  balancing: Balancing;
  retry: Retry;
  breaking: Breaking;
  isolation: { name: string; rule: Breaking };
  degradation: Degradation;
  maxConcurrent: number;
  timeoutMs: number | null;
  maxPerInstance: number;
  fault: Fault;
  limit: Limit | null;
  routes: RouteRule[] | null;
  darkLaunch: DarkLaunch | null;
};

/** Everything that governs one call of the local service. */
export type ProviderRules = {
  limits: Limit[];
  breaking: { name: string; rule: Breaking } | null;
  bulkhead: { name: string; most: number; waitMs: number } | null;
};

const mostRemembered = 5000;

/** One state of the configuration, as rules. A change of configuration makes new ones; what was seen by breakers and limits stays. */
export class Rules {
  readonly properties: Properties;
  readonly access: AccessControl;
  readonly authenticates: boolean;
  readonly #governance: Governance;
  readonly #consumer = new Map<string, ConsumerRules>();

  constructor(properties: Properties, self: { name: string; version: string }) {
    this.properties = properties;
    this.access = accessControlOf(properties);
    this.authenticates = authenticates(properties);
    this.#governance = new Governance(properties, self);
  }

  /** YAML rules win over the older property families, because they speak of this request and not of an operation. */
  forCalling(target: Target, facts: Facts): ConsumerRules {
    const rules = this.#byProperties(target);
    if (this.#governance.empty) return rules;
    const find = this.#governance.find.bind(this.#governance);
    const [retry, isolation, fault] = [
      find("retry", facts),
      find("instanceIsolation", facts),
      find("faultInjection", facts),
    ];
    return {
      ...rules,
      balancing: balancingFrom(find("loadbalance", facts), rules.balancing),
      ...(retry && { retry: retryFrom(retry, Math.random) }),
      ...(isolation && { isolation: { name: isolation.name, rule: breakingFrom(isolation) } }),
      ...(fault && { fault: faultFrom(fault) }),
      maxPerInstance: find("instanceBulkhead", facts)?.maxConcurrentCalls ?? rules.maxPerInstance,
    };
  }

  /** What breaks the circuit of an operation. */
  breakingOf(target: Target): Breaking {
    return this.#byProperties(target).breaking;
  }

  forBeingCalled(caller: string, operation: { schema: string; operation: string }, facts: Facts): ProviderRules {
    const find = this.#governance.find.bind(this.#governance);
    const governed = find("rateLimiting", facts);
    // The platform writes a limit both ways: a call must not be counted twice.
    const limit = governed ? limitFrom(governed) : limitOf(this.properties, "Provider", caller, operation);
    const limits = limit ? [limit] : [];
    const byIdentifier = find("identifierRateLimiting", facts);
    const identifier = byIdentifier && facts.headers[byIdentifier.identifier.toLowerCase()];
    if (byIdentifier && typeof identifier === "string") {
      limits.push({ ...limitFrom(byIdentifier), name: `identifier.${byIdentifier.name}.${identifier.slice(0, 256)}` });
    }
    const breaker = find("circuitBreaker", facts);
    const bulkhead = find("bulkhead", facts);
    return {
      limits,
      breaking: breaker && { name: breaker.name, rule: breakingFrom(breaker) },
      bulkhead: bulkhead && {
        name: bulkhead.name,
        most: bulkhead.maxConcurrentCalls,
        waitMs: bulkhead.maxWaitDuration,
      },
    };
  }

  #byProperties(target: Target): ConsumerRules {
    const key = `${target.service}\n${target.schema}\n${target.operation}`;
    const known = this.#consumer.get(key);
    if (known) return known;
    if (this.#consumer.size >= mostRemembered) this.#consumer.clear();
    const { properties } = this;
    const rules: ConsumerRules = {
      balancing: balancingOf(properties, target),
      retry: retryOf(properties, target),
      breaking: breakingOf(properties, target),
      isolation: { name: "", rule: instanceIsolationOf(properties, target) },
      degradation: degradationOf(properties, target),
      ...isolationOf(properties, target),
      maxPerInstance: Number.POSITIVE_INFINITY,
      fault: faultOf(properties, target),
      limit: limitOf(properties, "Consumer", target.service, target),
      routes: routeRulesOf(properties, target.service),
      darkLaunch: darkLaunchOf(properties, target.service),
    };
    this.#consumer.set(key, rules);
    return rules;
  }
}
