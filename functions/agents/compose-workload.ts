import type { Access, Instance, Package, ReleaseSpec, Revision, WorkloadRow } from "@flyloft/db";
import { findRuntime } from "../components/runtimes/index.ts";
import { probe, type Release, type Workload } from "./protocol.ts";

type Parts = { workload: WorkloadRow; instance: Instance; application: string; revision: Revision; artifact: Package };

/** What an agent is told to run, made of the rows that wish it. */
export function composeWorkload(
  { workload, instance, application, revision, artifact }: Parts,
  accesses: readonly Access[],
): Workload {
  const { id, generation, wish, replicas, restart } = workload;
  const { spec } = revision;
  return {
    id,
    generation,
    wish,
    replicas,
    instanceId: instance.id,
    instanceName: instance.name,
    applicationName: application,
    release: {
      revision: revision.number,
      restart,
      version: revision.version,
      runtime: runtimeOf(spec),
      artifact: {
        packageId: artifact.id,
        fileName: artifact.fileName,
        format: artifact.format!,
        size: artifact.size,
        sha256: artifact.sha256!,
      },
      environment: environmentOf(spec),
      jvmOptions: spec.jvmOptions.split(/\s+/).filter(Boolean),
      command: spec.command,
      arguments: spec.arguments,
      serverXml: spec.serverXml,
      python: spec.python && {
        framework: spec.python.framework,
        module: spec.python.module ?? "",
        variable: spec.python.variable ?? "",
      },
      listens: spec.listens,
      liveness: spec.liveness && probe.parse(spec.liveness),
      readiness: spec.readiness && probe.parse(spec.readiness),
      logFiles: spec.logFiles,
    },
    strategy: { kind: spec.strategy, maxUnavailable: instance.maxUnavailable },
    scaleInWindow: instance.scaleInWindow,
    accesses: accesses.map(({ id: access, containerPort, accessPort }) => ({ id: access, containerPort, accessPort })),
  };
}

function runtimeOf(spec: ReleaseSpec): Release["runtime"] {
  const runtime = findRuntime(spec.runtime);
  return {
    family: runtime?.family ?? "static",
    major: runtime?.major ?? null,
    minor: runtime?.minor ?? null,
    exact: runtime?.exact ?? false,
  };
}

/** A variable of the component wins over one of its application (APP-06), and that over what the platform knows. */
const environmentOf = ({
  engineVariables = [],
  applicationVariables,
  variables,
}: ReleaseSpec): Record<string, string> =>
  Object.fromEntries(
    [...engineVariables, ...applicationVariables, ...variables].map(({ name, value }) => [name, value]),
  );
