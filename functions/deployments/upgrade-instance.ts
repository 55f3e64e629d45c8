import {
  agents,
  components,
  type Instance,
  type ReleaseSpec,
  resources,
  revisions,
  type Tx,
  workloads,
} from "@flyloft/db";
import { and, eq, max } from "drizzle-orm";
import { z } from "zod";
import { selectPackage } from "../components/select-package.ts";
import { invalid, notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { applicationVariablesNow, assertParameters, assertRunnable, runtimeOf } from "./check-release.ts";
import { instanceShape } from "./instance-shape.ts";
import { maxUnavailable, releaseFields, replicaCount, scaleInWindow, specOver, version } from "./release-input.ts";
import { refusalOf } from "./state.ts";
import { assertMay, beginTask, lockInstance } from "./tasks.ts";

const optional = <T extends z.ZodType>(field: T) => field.optional();

export const upgradeInput = z.object({
  instanceId: idOf("the instance"),
  version: optional(version).describe(
    "The new version; with the same number there is no way back to the former one (OPS-03)",
  ),
  replicas: optional(replicaCount),
  scaleInWindow: optional(scaleInWindow),
  maxUnavailable: optional(maxUnavailable),
  ...(Object.fromEntries(Object.entries(releaseFields).map(([key, field]) => [key, optional(field)])) as {
    [K in keyof typeof releaseFields]: z.ZodOptional<(typeof releaseFields)[K]>;
  }),
});

/** OPS-03: what is left out stays as it is. */
export const upgradeInstance = defineCommand({
  name: "upgradeInstance",
  title: "Upgrade an instance: package, version or any of its settings",
  action: "servicestage:app:modify",
  input: upgradeInput,
  on: ["instance", "instanceId"],
  output: instanceShape,
  refusal: refusalOf("upgrade"),
  run: (call, input) => upgradeInto(call, input),
});

export async function specOf(tx: Tx, instance: Pick<Instance, "id">, number: number) {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.instanceId, instance.id), eq(revisions.number, number)));
  if (!row) throw notFound("revision", String(number));
  return row;
}

/** Writes a further version of a locked instance; its number is the next. */
export async function addRevision(
  { tx, newId, actor }: CommandCall,
  instance: Instance,
  row: { version: string; spec: ReleaseSpec; restores?: number },
): Promise<number> {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.instanceId, instance.id));
  const number = (last?.number ?? 0) + 1;
  await tx
    .insert(revisions)
    .values({
      id: newId("revision"),
      projectId: instance.projectId,
      instanceId: instance.id,
      number,
      createdBy: actor.name,
      ...row,
    });
  return number;
}

/** The work of `upgradeInstance`, for those who upgrade several in one transaction. */
export async function upgradeInto(call: CommandCall, input: z.output<typeof upgradeInput>): Promise<Instance> {
  const { tx } = call;
  const instance = await lockInstance(call, input.instanceId);
  assertMay("upgrade", instance);
  if (input.replicas !== undefined && instance.deploySystem === "vm")
    throw invalid("replicas", "Not available for VM deployments: there is one instance per host");
  const [component] = await tx.select().from(components).where(eq(components.id, instance.componentId));
  const runtime = runtimeOf(component!);
  const former = await specOf(tx, instance, instance.revision);
  const spec: ReleaseSpec = {
    ...specOver(former.spec, input),
    runtime: runtime.id,
    python: component!.python,
    applicationVariables: await applicationVariablesNow(tx, instance.applicationId, instance.environmentId),
  };
  assertParameters(instance.deploySystem, runtime, spec);
  await selectPackage(tx, {
    projectId: instance.projectId,
    packageId: spec.packageId,
    runtime,
    python: component!.python,
    field: "packageId",
  });
  const places = await tx
    .select({ agent: agents, name: resources.name })
    .from(workloads)
    .innerJoin(agents, eq(agents.id, workloads.agentId))
    .innerJoin(resources, eq(resources.id, workloads.resourceId))
    .where(eq(workloads.instanceId, instance.id));
  for (const { agent, name } of places) assertRunnable(agent, name, runtime);
  const to = input.version ?? instance.version;
  const number = await addRevision(call, instance, { version: to, spec });
  const { scaleInWindow, maxUnavailable, replicas } = input;
  await beginTask(call, instance, "upgrade", {
    fromRevision: instance.revision,
    toRevision: number,
    fromReplicas: instance.replicas,
    deadline: spec.deadline,
    change: {
      revision: number,
      version: to,
      ...(replicas !== undefined && { replicas }),
      ...(scaleInWindow !== undefined && { scaleInWindow }),
      ...(maxUnavailable && { maxUnavailable }),
    },
    note: `Upgrading from version ${instance.version} to ${to}, ${spec.strategy}`,
  });
  return lockInstance(call, instance.id);
}
