import type { Balancing } from "./load-balancing.ts";
import { findStrategy } from "./load-balancing.ts";
import type { Breaking } from "./circuit-breaking.ts";
import { type Fault, noFault } from "./fault.ts";
import type { Governed } from "./governance.ts";
import type { Limit } from "./rate-limit.ts";
import { repeats, type Retry } from "./retry.ts";

/** YAML policies in the words of the property families. */

export function breakingFrom(policy: Governed<"circuitBreaker" | "instanceIsolation">): Breaking {
  const byCount = /^count/i.test(policy.slidingWindowType);
  const size = Math.min(1000, Math.max(1, policy.slidingWindowSize));
  const statuses = new Set(policy.recordFailureStatus);
  return {
    enabled: true,
    forceOpen: policy.forceOpen,
    forceClosed: policy.forceClosed,
    failurePercent: policy.failureRateThreshold,
    failuresInRow: Number.POSITIVE_INFINITY,
    slowPercent: policy.slowCallRateThreshold,
    slowMs: policy.slowCallDurationThreshold,
    minimumCalls: Math.max(1, byCount ? Math.min(size, policy.minimumNumberOfCalls) : policy.minimumNumberOfCalls),
    openMs: Math.max(1, policy.waitDurationInOpenState),
    probes: Math.max(1, policy.permittedNumberOfCallsInHalfOpenState),
    window: byCount ? { by: "count", calls: size } : { by: "time", seconds: size },
    failed: (status) => statuses.has(status),
  };
}

/**
 * `maxAttempts` counts the calls after the first, as the Java libraries do. Where no status is named, only what was not done is done
 * again: the rules that the console sets name none.
 */
export function retryFrom(policy: Governed<"retry">, random: () => number): Retry {
  const { initialInterval, multiplier, randomizationFactor, waitDuration, retryOnResponseStatus: named } = policy;
  const more = Math.min(100, Math.max(0, Math.trunc(policy.maxAttempts)));
  const perInstance = Math.max(0, Math.trunc(policy.retryOnSame));
  const backOff = (attempt: number) => {
    const middle = initialInterval * multiplier ** (attempt - 1);
    return Math.min(60_000, middle * (1 + randomizationFactor * (2 * random() - 1)));
  };
  return {
    onSame: Math.min(perInstance, more),
    onNext: Math.max(0, more - perInstance),
    repeats: named ? (status) => named.includes(status) : repeats,
    waitMs: /random/i.test(policy.retryStrategy) ? backOff : () => waitDuration,
  };
}

export function faultFrom(policy: Governed<"faultInjection">): Fault {
  if (policy.forceClosed || policy.percentage <= 0) return noFault;
  const silent = policy.fallbackType.toLowerCase() === "returnnull";
  return policy.type.toLowerCase() === "abort"
    ? { ...noFault, abortStatus: policy.errorCode, abortPercent: policy.percentage, silent }
    : { ...noFault, delayMs: policy.delayTime, delayPercent: policy.percentage };
}

export const limitFrom = (policy: Governed<"rateLimiting">): Limit => ({
  name: `rateLimiting.${policy.name}`,
  calls: Math.max(0, policy.rate),
  everyMs: Math.max(1, policy.limitRefreshPeriod),
  burst: Math.max(0, policy.burst ?? policy.rate),
  strategy: policy.burst === undefined ? "FixedWindow" : "TokenBucket",
});

export const balancingFrom = (policy: Governed<"loadbalance"> | null, otherwise: Balancing): Balancing => ({
  ...otherwise,
  strategy: findStrategy(policy?.rule) ?? otherwise.strategy,
});
