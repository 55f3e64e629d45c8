import { type Agent, applicationVariables, type Component, type ReleaseSpec, type Tx } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { findRuntime, pickInstalled, type Runtime } from "../components/runtimes/index.ts";
import { DomainError, invalid } from "../kernel/errors.ts";

export type DeploySystem = "container" | "vm";

export function runtimeOf(component: Pick<Component, "runtime">): Runtime {
  const runtime = findRuntime(component.runtime);
  if (!runtime) throw new DomainError("blocked", `The runtime ${component.runtime} is not supported any more`);
  return runtime;
}

/** What only clusters have, and the hosts that only VM deployments name (DEP-12). */
const onlyOn: Record<DeploySystem, readonly string[]> = {
  container: [
    "clusterId",
    "replicas",
    "port",
    "serverXml",
    "command",
    "arguments",
    "strategy",
    "maxUnavailable",
    "liveness",
    "readiness",
    "logFiles",
  ],
  vm: ["hostIds"],
};
const isGiven = (value: unknown) => value != null && !(Array.isArray(value) && value.length === 0);

/** DEP-12: what does not exist for a deployment is refused, not ignored. `given` is what was asked for. */
export function assertParameters(
  system: DeploySystem,
  runtime: Runtime,
  spec: ReleaseSpec,
  given: Readonly<Record<string, unknown>>,
): void {
  const stray = onlyOn[system === "vm" ? "container" : "vm"].find((field) => isGiven(given[field]));
  if (stray) throw invalid(stray, `Not available for ${system === "vm" ? "VM" : "container"} deployments`);
  const absent = (field: string, why: string) => invalid(field, `Not available ${why}`);
  if (spec.jvmOptions !== "" && !runtime.hasJvm) throw absent("jvmOptions", `for ${runtime.label}: it has no JVM`);
  if (spec.serverXml !== null && !runtime.hasServerXml)
    throw absent("serverXml", `for ${runtime.label}: it is not a Tomcat`);
  if (spec.serverXml !== null && !/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<Server[\s>]/.test(spec.serverXml)) {
    throw invalid("serverXml", "This is not a server.xml: its root must be <Server>");
  }
}

/** Refused before anything starts, when the place cannot run it at all. */
export function assertRunnable(agent: Agent, place: string, runtime: Runtime): void {
  if (!runtime.family)
    throw new DomainError("blocked", `${place} runs packages; ${runtime.label} components need a container engine`);
  if (pickInstalled(runtime, agent.runtimes)) return;
  const found = [...new Set(agent.runtimes.map(({ family, version }) => `${family} ${version}`))].join(", ");
  throw new DomainError(
    "blocked",
    `${place} has no ${runtime.label}: install it there and restart the agent. It can run: ${found || "nothing yet"}`,
    { runtime: runtime.id, place },
  );
}

/** The application's variables in the environment as they are now (APP-06). */
export const applicationVariablesNow = (tx: Tx, applicationId: string, environmentId: string) =>
  tx
    .select({ name: applicationVariables.key, value: applicationVariables.value })
    .from(applicationVariables)
    .where(
      and(eq(applicationVariables.applicationId, applicationId), eq(applicationVariables.environmentId, environmentId)),
    )
    .orderBy(asc(applicationVariables.key));
