import type { DeployComponentInput, ProbeCheckKind, ProbeCheckScheme, ProbeInput } from "../generated/graphql.ts";

export type ProbeGiven = {
  on?: boolean;
  check?: {
    kind: ProbeCheckKind;
    scheme?: ProbeCheckScheme;
    host?: string;
    port?: number | null;
    path?: string;
    command?: string;
  };
  delay?: number;
  timeout?: number;
  period?: number;
  successThreshold?: number;
  failureThreshold?: number;
};

/** All that makes a version, as the forms hold it. */
export type ReleaseGiven = {
  version: string;
  description?: string;
  packageId?: string;
  variables?: { name: string; value?: string }[];
  jvmOptions?: string;
  serverXml?: string | null;
  command?: string[];
  arguments?: string[];
  listens?: boolean;
  port?: number | null;
  strategy?: "rolling" | "replace";
  maxUnavailable?: { value: number; percent?: boolean };
  scaleInWindow?: number;
  liveness?: ProbeGiven;
  readiness?: ProbeGiven;
  logFiles?: string[];
  deadline?: number;
};

type RuntimeTraits = { hasJvm: boolean; hasServerXml: boolean; defaultPort?: number | null };
type Parts = Omit<
  DeployComponentInput,
  "componentId" | "environmentId" | "system" | "clusterId" | "hostIds" | "replicas" | "variablesFile"
>;

export const probeDefaults: ProbeGiven = {
  check: { kind: "http", scheme: "http", path: "/" },
  delay: 0,
  timeout: 1,
  period: 10,
  successThreshold: 1,
  failureThreshold: 3,
};
export const releaseDefaults = (runtime: RuntimeTraits | undefined): Partial<ReleaseGiven> => ({
  description: "",
  variables: [],
  jvmOptions: "",
  command: [],
  arguments: [],
  listens: true,
  port: runtime?.defaultPort ?? null,
  strategy: "rolling",
  maxUnavailable: { value: 0, percent: false },
  scaleInWindow: 30,
  liveness: probeDefaults,
  readiness: probeDefaults,
  logFiles: [],
  deadline: 120,
});

function probeInput(given: ProbeGiven | undefined): ProbeInput | null {
  if (!given?.on || !given.check) return null;
  const { kind, scheme, host, port, path, command } = given.check;
  const check =
    kind === "http"
      ? { kind, scheme, host: host || null, port, path }
      : kind === "tcp"
        ? { kind, port }
        : { kind, command };
  const { delay, timeout, period, successThreshold, failureThreshold } = given;
  return { check, delay, timeout, period, successThreshold, failureThreshold };
}

/** The parts that exist for this deployment; what is absent there is not sent (DEP-12). */
export function releaseParts(
  given: ReleaseGiven,
  runtime: RuntimeTraits | undefined,
  system: "container" | "vm",
): Parts {
  const everywhere: Parts = {
    version: given.version,
    description: given.description ?? "",
    packageId: given.packageId ?? null,
    variables: (given.variables ?? []).map(({ name, value }) => ({ name, value: value ?? "" })),
    listens: given.listens,
    port: given.listens ? given.port : null,
    logFiles: given.logFiles,
    deadline: given.deadline,
    scaleInWindow: given.scaleInWindow,
    ...(runtime?.hasJvm && { jvmOptions: given.jvmOptions ?? "" }),
    ...(runtime?.hasServerXml && { serverXml: given.serverXml || null }),
  };
  if (system === "vm") return everywhere;
  return {
    ...everywhere,
    command: given.command,
    arguments: given.arguments,
    strategy: given.strategy,
    maxUnavailable: given.maxUnavailable,
    liveness: probeInput(given.liveness),
    readiness: probeInput(given.readiness),
  };
}

type Stored = Partial<Omit<ReleaseGiven, "liveness" | "readiness">> & {
  liveness?: ProbeGiven | null;
  readiness?: ProbeGiven | null;
};

/** A version that exists, as the forms hold it. */
export function releaseOf(settings: unknown): Partial<ReleaseGiven> {
  const { liveness, readiness, ...rest } = settings as Stored;
  const probe = (one: ProbeGiven | null | undefined): ProbeGiven =>
    one ? { ...probeDefaults, ...one, on: true } : probeDefaults;
  return { ...rest, liveness: probe(liveness), readiness: probe(readiness) };
}
