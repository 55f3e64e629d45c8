import { levels, type Properties, type Target } from "../properties/properties.ts";

/** When a breaker opens and closes; the property family and the YAML rules are two spellings of this. */
export type Breaking = {
  enabled: boolean;
  forceOpen: boolean;
  forceClosed: boolean;
  failurePercent: number;
  /** So many failures in a row open it too. */
  failuresInRow: number;
  slowPercent: number;
  slowMs: number;
  minimumCalls: number;
  openMs: number;
  /** Calls let through to see whether the service has recovered. */
  probes: number;
  window: { by: "time"; seconds: number } | { by: "count"; calls: number };
  failed(status: number): boolean;
};

const windowSeconds = 10;

/** GOV-14, GOV-15: failure rate and request count must hold together. */
export function breakingOf(properties: Properties, target: Target): Breaking {
  const at = (item: string) => levels("circuitBreaker.Consumer", target, item);
  return {
    enabled: properties.flag(at("enabled"), false),
    forceOpen: properties.flag(at("forceOpen"), false),
    forceClosed: properties.flag(at("forceClosed"), false),
    failurePercent: properties.number(at("errorThresholdPercentage"), 50),
    failuresInRow: Number.POSITIVE_INFINITY,
    slowPercent: 100,
    slowMs: Number.POSITIVE_INFINITY,
    minimumCalls: Math.max(1, properties.number(at("requestVolumeThreshold"), 20)),
    openMs: Math.max(1, properties.number(at("sleepWindowInMilliseconds"), 15_000)),
    probes: 1,
    window: { by: "time", seconds: windowSeconds },
    failed: (status) => status >= 500,
  };
}

/** Isolation of single instances by the older keys. Unlike in Java Chassis it acts only where it is switched on. */
export function instanceIsolationOf(properties: Properties, target: Target): Breaking {
  const at = (item: string) => levels("loadbalance", target, `isolation.${item}`);
  const percent = properties.number(at("errorThresholdPercentage"), 0);
  return {
    enabled: properties.flag(at("enabled"), false),
    forceOpen: false,
    forceClosed: false,
    failurePercent: percent > 0 ? percent : Number.POSITIVE_INFINITY,
    failuresInRow: Math.max(1, properties.number(at("continuousFailureThreshold"), 5)),
    slowPercent: 100,
    slowMs: Number.POSITIVE_INFINITY,
    minimumCalls: Math.max(1, properties.number(at("enableRequestThreshold"), 5)),
    openMs: Math.max(1, properties.number(at("singleTestTime"), 60_000)),
    probes: 1,
    window: { by: "time", seconds: windowSeconds },
    failed: (status) => status >= 500,
  };
}
