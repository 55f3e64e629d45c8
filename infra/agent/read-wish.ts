import type { Probe, Workload } from "@flyloft/functions/agents/protocol";

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string" && value.length > 0;
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === "string");

function isRelease(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.runtime) || !isObject(value.artifact) || !isObject(value.environment))
    return false;
  const { artifact, runtime } = value;
  return (
    isCount(value.revision) &&
    isCount(value.restart) &&
    isText(value.version) &&
    isText(runtime.family) &&
    isText(artifact.packageId) &&
    isText(artifact.fileName) &&
    isCount(artifact.size) &&
    /^[0-9a-f]{64}$/.test(String(artifact.sha256)) &&
    ["jar", "war", "zip"].includes(String(artifact.format)) &&
    Object.values(value.environment).every((one) => typeof one === "string") &&
    [value.jvmOptions, value.command, value.arguments, value.logFiles].every(isTexts)
  );
}

/** Fills in what the protocol lets a sender leave out. */
function withDefaults(probe: Partial<Probe> | null): Probe | null {
  if (!probe?.check) return null;
  return {
    ...probe,
    check: probe.check,
    delay: probe.delay ?? 0,
    timeout: probe.timeout ?? 1,
    period: probe.period ?? 10,
    successThreshold: probe.successThreshold ?? 1,
    failureThreshold: probe.failureThreshold ?? 3,
  };
}

/**
 * A wish as it came over the wire, or null when it is not one that this agent can act on. The full schema lives with the
 * control plane; loading it here would cost 6 MB on every host.
 */
export function readWish(value: unknown): Workload | null {
  if (
    !isObject(value) ||
    !isRelease(value.release) ||
    !isObject(value.strategy) ||
    !isObject(value.strategy.maxUnavailable)
  )
    return null;
  const texts = [value.id, value.instanceId, value.instanceName, value.applicationName].every(isText);
  const counts = [value.generation, value.replicas, value.scaleInWindow, value.strategy.maxUnavailable.value].every(
    isCount,
  );
  const known = ["running", "stopped", "deleted"].includes(String(value.wish)) && Array.isArray(value.accesses);
  if (!texts || !counts || !known) return null;
  const wish = value as unknown as Workload;
  const { liveness, readiness } = wish.release;
  return {
    ...wish,
    release: { ...wish.release, liveness: withDefaults(liveness), readiness: withDefaults(readiness) },
  };
}
