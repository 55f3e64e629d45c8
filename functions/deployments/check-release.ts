import { type Agent, applicationVariables, type Component, packages, type ReleaseSpec, type Tx } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import type { Inspection } from "../components/packages/inspect.ts";
import { checkPackageFits } from "../components/packages/fits.ts";
import { findRuntime, pickInstalled, type Runtime } from "../components/runtimes/index.ts";
import { DomainError, invalid, notFound } from "../kernel/errors.ts";

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
  if (spec.serverXml !== null && !runtime.hasServerXml) throw absent("serverXml", `for ${runtime.label}: it is not a Tomcat`);
  if (spec.serverXml !== null && !/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<Server[\s>]/.test(spec.serverXml)) {
    throw invalid("serverXml", "This is not a server.xml: its root must be <Server>");
  }
  if (system === "container") return;
  if (spec.command.length + spec.arguments.length > 0) throw absent("command", "for VM deployments");
  if (spec.liveness) throw absent("liveness", "for VM deployments");
  if (spec.readiness) throw absent("readiness", "for VM deployments");
}

/** The package, ready and of the kind that the runtime takes (CMP-09, CMP-33). */
export async function assertPackage(tx: Tx, projectId: string, component: Component, runtime: Runtime, packageId: string) {
  // Held until the version is written, so that it cannot be deleted in between.
  const [row] = await tx.select().from(packages).where(and(eq(packages.id, packageId), eq(packages.projectId, projectId))).for("share");
  if (!row) throw notFound("package", packageId);
  if (row.state !== "ready") throw invalid("packageId", `The package ${row.fileName} is ${row.state === "uploading" ? "still being uploaded" : "refused"}`);
  const refusal = checkPackageFits(row.inspection as unknown as Inspection, runtime, component.python);
  if (refusal) throw invalid("packageId", refusal.message, { reason: refusal.reason, names: refusal.names });
  return row;
}

/** Refused before anything starts, when the place cannot run it at all. */
export function assertRunnable(agent: Agent, place: string, runtime: Runtime): void {
  if (!runtime.family) throw new DomainError("blocked", `${place} runs packages; ${runtime.label} components need a container engine`);
  if (pickInstalled(runtime, agent.runtimes)) return;
  const found = [...new Set(agent.runtimes.map(({ family, version }) => `${family} ${version}`))].join(", ");
  throw new DomainError("blocked", `${place} has no ${runtime.label}: install it there and restart the agent. It can run: ${found || "nothing yet"}`, { runtime: runtime.id, place });
}

/** The application's variables in the environment as they are now (APP-06). */
export const applicationVariablesNow = (tx: Tx, applicationId: string, environmentId: string) =>
  tx.select({ name: applicationVariables.key, value: applicationVariables.value }).from(applicationVariables)
    .where(and(eq(applicationVariables.applicationId, applicationId), eq(applicationVariables.environmentId, environmentId)))
    .orderBy(asc(applicationVariables.key));
