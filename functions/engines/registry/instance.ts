import { z } from "zod";
import { objectOf, textMap, texts } from "./shapes.ts";

export const instanceStates = ["UP", "DOWN", "STARTING", "TESTING", "OUTOFSERVICE"] as const;
export type InstanceState = (typeof instanceStates)[number];
export const instanceState = z.enum(instanceStates);

type HealthCheck = {
  mode: "push" | "pull";
  port?: number | undefined;
  interval: number;
  times: number;
  url?: string | undefined;
};

/** An instance of a service as the entry of its kind holds it. */
export type Instance = {
  tenant: string;
  instanceId: string;
  serviceId: string;
  endpoints: string[];
  hostName: string;
  status: InstanceState;
  properties?: Record<string, string> | undefined;
  healthCheck: HealthCheck;
  timestamp: string;
  modTimestamp: string;
  dataCenterInfo?: { name: string; region: string; availableZone: string } | undefined;
  /** That of its service: some clients drop instances without it (protocol §1.2). */
  version: string;
};

const number = z.int().min(0).max(86_400);

/** What registers an instance (protocol §1.2, §1.11). */
export const instanceInput = objectOf({
  instanceId: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_.-]*$/, "Letters, digits, _ . and -")
    .optional(),
  endpoints: texts(100, 1_024).optional(),
  hostName: z.string().min(1).max(64),
  status: z.enum(["", ...instanceStates]).optional(),
  properties: textMap.optional(),
  healthCheck: objectOf({
    mode: z.enum(["push", "pull"]),
    port: z.int().min(0).max(65_535).optional(),
    interval: number.min(1),
    times: number,
    url: z.string().max(1_024).optional(),
  }).optional(),
  dataCenterInfo: objectOf({
    name: z.string().min(1).max(128),
    region: z.string().min(1).max(128),
    availableZone: z.string().min(1).max(128),
  }).optional(),
});

const usual = { interval: 30, times: 3 };
const least = { interval: 5, times: 3 };

/** How often an instance must be heard of: what it says, within bounds (protocol §1.5). */
function healthCheckOf(given: z.output<typeof instanceInput>["healthCheck"]): HealthCheck {
  if (!given) return { mode: "push", ...usual };
  if (given.mode === "pull") return { ...given, ...usual };
  return {
    ...given,
    interval: Math.max(least.interval, given.interval),
    times: Math.max(least.times, given.times),
  };
}

/** An instance as it is when it is new. */
export function newInstance(
  { instanceId: _given, endpoints, status, healthCheck, ...rest }: z.output<typeof instanceInput>,
  { tenant, serviceId, version }: { tenant: string; serviceId: string; version: string },
  { instanceId, seconds }: { instanceId: string; seconds: string },
): Instance {
  return {
    ...rest,
    tenant,
    instanceId,
    serviceId,
    version,
    endpoints: endpoints ?? [],
    status: status || "UP",
    healthCheck: healthCheckOf(healthCheck),
    timestamp: seconds,
    modTimestamp: seconds,
  };
}

/** How long after it was heard of an instance is believed to live, in seconds. */
export const leaseOf = ({ healthCheck: { interval, times } }: Instance) => interval * (times + 1);

export const tellInstance = ({ tenant: _tenant, ...told }: Instance) => told;
