import { repeatable } from "../../proxy/pass.ts";
import { levels, type Properties, type Target } from "../properties/properties.ts";

export type Retry = {
  /** Attempts more on the instance that failed, for each instance that is tried. */
  onSame: number;
  /** Instances more. */
  onNext: number;
  /** Whether this answer to a request of that method is worth another attempt. */
  repeats(status: number, method: string): boolean;
  waitMs(attempt: number): number;
};

const most = 100;
const count = (value: number) => Math.min(most, Math.max(0, Math.trunc(value)));

/** 503 says that nothing was done; behind 502 something may have been. */
export const repeats: Retry["repeats"] = (status, method) =>
  status === 503 || (status === 502 && repeatable.has(method));

/** GOV-11, GOV-12: failover is more instances, failback more attempts on the same, failfast neither. */
export function retryOf(properties: Properties, target: Target): Retry {
  const at = (item: string) => levels("loadbalance", target, item);
  const on = properties.flag(at("retryEnabled"), true);
  const wait = Math.max(0, properties.number(at("waitDuration"), 1));
  return {
    onSame: on ? count(properties.number(at("retryOnSame"), 0)) : 0,
    onNext: on ? count(properties.number(at("retryOnNext"), 1)) : 0,
    repeats,
    waitMs: () => wait,
  };
}
