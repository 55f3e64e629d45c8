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

/** DEP-12: what does not exist for a deployment is refused, not ignored. */
export function assertParameters(system: DeploySystem, runtime: Runtime, spec: ReleaseSpec): void {
  const absent = (field: string, why: string) => invalid(field, `Not available ${why}`);
  if (spec.jvmOptions !== "" && !runtime.hasJvm) throw absent("jvmOptions", `for ${runtime.label}: it has no JVM`);
  if (spec.serverXml !== null && !runtime.hasServerXml)
    throw absent("serverXml", `for ${runtime.label}: it is not a Tomcat`);
  if (spec.serverXml !== null && !/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<Server[\s>]/.test(spec.serverXml)) {
    throw invalid("serverXml", "This is not a server.xml: its root must be <Server>");
  }
  if (system === "container") return;
  if (spec.command.length + spec.arguments.length > 0) throw absent("command", "for VM deployments");
  if (spec.liveness) throw absent("liveness", "for VM deployments");
  if (spec.readiness) throw absent("readiness", "for VM deployments");
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
