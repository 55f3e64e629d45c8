/** What an operator may set for the engines of an installation; the defaults are LIM-07 to LIM-13. */
export type EngineLimits = {
  /** Seconds between two heartbeats of an instance. */
  heartbeatSeconds: number;
  /** Heartbeats a second, of all instances together. */
  heartbeatsPerSecond: number;
  /** Seconds between two discoveries of a service by an instance. */
  discoverySeconds: number;
  /** Registrations of instances a second. */
  registrationsPerSecond: number;
};
export type EngineLimitSettings = { professional: EngineLimits; exclusive: EngineLimits };

export const defaultEngineLimits: EngineLimitSettings = {
  professional: { heartbeatSeconds: 30, heartbeatsPerSecond: 2_000, discoverySeconds: 30, registrationsPerSecond: 10 },
  exclusive: { heartbeatSeconds: 20, heartbeatsPerSecond: 2_000, discoverySeconds: 20, registrationsPerSecond: 1_000 },
};

/** The largest size of an exclusive engine, for which its limits are meant. */
const largest = 2_000;

/** Smaller exclusive engines take registrations in proportion to their size. */
export function limitsOf(
  { edition, instanceQuota }: { edition: keyof EngineLimitSettings; instanceQuota: number },
  settings: EngineLimitSettings,
): EngineLimits {
  const limits = settings[edition];
  if (edition === "professional") return limits;
  const share = Math.min(1, instanceQuota / largest);
  return { ...limits, registrationsPerSecond: Math.max(1, Math.round(limits.registrationsPerSecond * share)) };
}
