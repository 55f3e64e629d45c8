import type { CallFigures } from "@flyloft/db";
import { z } from "zod";

/** What people read of calls. Null is what was not measured, or of which there was nothing to measure. */
export const figuresShape = z.object({
  throughput: z.number(),
  latencyMs: z.number().nullable(),
  p50Ms: z.number().nullable(),
  p90Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  calls: z.number(),
  failedCalls: z.number(),
  successRate: z.number().nullable(),
  errorRate: z.number().nullable(),
  breakerOpen: z.boolean(),
});
export type Figures = z.output<typeof figuresShape>;

const rounded = (number: number, digits: number) => Math.round(number * 10 ** digits) / 10 ** digits;

/** Latencies weighted by how often there were calls, rates by how many there were (protocol §5). */
export function presentFigures({
  qps,
  latency,
  total,
  failed,
  measured,
  p50,
  p90,
  p99,
  breakerOpen,
}: CallFigures): Figures {
  const mean = (sum: number, weight: number) => (weight > 0 ? rounded(sum / weight, 2) : null);
  const errorRate = total > 0 ? rounded(failed / total, 4) : null;
  return {
    throughput: rounded(qps, 2),
    latencyMs: mean(latency, qps),
    p50Ms: mean(p50, measured),
    p90Ms: mean(p90, measured),
    p99Ms: mean(p99, measured),
    calls: rounded(total, 0),
    failedCalls: rounded(failed, 0),
    successRate: errorRate === null ? null : rounded(1 - errorRate, 4),
    errorRate,
    breakerOpen,
  };
}

/** What each figure means, for those who see the dashboard for the first time (DSH-03). */
export const figureMeanings = [
  [
    "throughput",
    "Calls per second, all instances together: calls that are served, or for a service that serves none, those it makes",
  ],
  ["latencyMs", "How long a call takes on average, in milliseconds; instances with more calls count for more"],
  ["p50Ms", "Half of the calls take no longer, in milliseconds; missing where the client does not measure percentiles"],
  ["p90Ms", "Nine of ten calls take no longer, in milliseconds; missing where the client does not measure percentiles"],
  ["p99Ms", "99 of 100 calls take no longer, in milliseconds; missing where the client does not measure percentiles"],
  ["successRate", "The share of calls that went well in the last interval, from 0 to 1; missing when there were none"],
  ["errorRate", "The share of calls that failed in the last interval, from 0 to 1; missing when there were none"],
  ["breakerOpen", "At least one circuit breaker is open: calls are refused at once to spare a callee that fails"],
  ["instances", "Instances that have told of themselves within their last three intervals"],
  [
    "silentInstances",
    "Instances that have not told of themselves for three intervals, ten seconds each unless set otherwise",
  ],
  ["cpu", "The share of the processor that the instance uses, as it measures it"],
  ["threads", "Threads of the instance; goroutines where it is written in Go"],
  ["memory", "Memory of the instance in bytes, by the names of its runtime"],
].map(([figure, meaning]) => ({ figure: figure!, meaning: meaning! }));
