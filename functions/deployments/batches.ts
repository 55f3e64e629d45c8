import { components, type Instance, instances, revisions } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { isDomainError, notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { assertPackage, runtimeOf } from "./check-release.ts";
import { deployInput, deployInto } from "./deploy-component.ts";
import { replicaCount, version } from "./release-input.ts";
import { upgradeInput, upgradeInto } from "./upgrade-instance.ts";

export type Outcome = { id: string; instance: Instance | null; error: { code: string; message: string } | null };
const outcomeShape = z.object({ id: z.string(), error: z.object({ code: z.string(), message: z.string() }).nullable() });

/** Does each part by itself: one that is refused leaves nothing behind and does not stop the others. */
async function each<T>(call: CommandCall, parts: readonly T[], idOfPart: (part: T) => string, work: (call: CommandCall, part: T) => Promise<Instance | null>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const part of parts) {
    const id = idOfPart(part);
    try {
      outcomes.push({ id, instance: await call.tx.transaction((tx) => work({ ...call, tx: tx as CommandCall["tx"] }, part)), error: null });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      outcomes.push({ id, instance: null, error: { code: error.code, message: error.message } });
    }
  }
  return outcomes;
}

/** CMP-30: several cards at once. */
export const upgradeInstances = defineCommand({
  name: "upgradeInstances",
  title: "Upgrade several instances; each has its own outcome",
  action: "servicestage:app:modify",
  input: z.object({ upgrades: z.array(upgradeInput).min(1).max(100).describe("One for each instance") }),
  on: ["project"],
  output: outcomeShape,
  run: (call, { upgrades }) => each(call, upgrades, ({ instanceId }) => instanceId, (inner, upgrade) => upgradeInto(inner, upgrade)),
});

/** CMP-26, CMP-27: a new package for components, and an upgrade of the chosen environments to it. */
export const updateComponentSources = defineCommand({
  name: "updateComponentSources",
  title: "Give components a new package and upgrade the chosen environments to it",
  action: "servicestage:app:modify",
  input: z.object({
    updates: z.array(z.object({
      componentId: idOf("the component"),
      packageId: idOf("the new package"),
      version: version.describe("The version after the upgrade"),
      environmentIds: z.array(idOf("an environment")).max(100).default([]).describe("Where to upgrade"),
    })).min(1).max(100).describe("One for each component"),
  }),
  on: ["project"],
  output: outcomeShape,
  run: (call, { updates }) =>
    each(call, updates, ({ componentId }) => componentId, async (inner, { componentId, packageId, version: to, environmentIds }) => {
      const { tx, actor } = inner;
      const [component] = await tx.select().from(components).where(and(eq(components.id, componentId), eq(components.projectId, actor.projectId))).for("update");
      if (!component) throw notFound("component", componentId);
      const runtime = runtimeOf(component);
      const { format } = await assertPackage(tx, actor.projectId, component, runtime, packageId);
      await tx.update(components).set({ source: { kind: format!, packageId } }).where(eq(components.id, componentId));
      let last: Instance | null = null;
      for (const environmentId of environmentIds) {
        const [instance] = await tx.select().from(instances).where(and(eq(instances.componentId, componentId), eq(instances.environmentId, environmentId)));
        if (!instance) throw notFound("deployment in the environment", environmentId);
        last = await upgradeInto(inner, upgradeInput.parse({ instanceId: instance.id, packageId, version: to }));
      }
      return last;
    }),
});

/** APP-08: everything that runs on clusters of one environment, with the same versions and parameters, into another. */
export const cloneToEnvironment = defineCommand({
  name: "cloneToEnvironment",
  title: "Deploy an application's components of one environment into another",
  action: "servicestage:app:modify",
  input: z.object({
    applicationId: idOf("the application"),
    fromEnvironmentId: idOf("the environment to take from"),
    toEnvironmentId: idOf("the environment to deploy into"),
    changes: z.array(z.object({
      componentId: idOf("a component"),
      clusterId: idOf("the cluster to use").optional(),
      replicas: replicaCount.optional(),
      skip: z.boolean().default(false).describe("Leave this one out"),
    })).max(1000).default([]).describe("What shall differ"),
  }),
  on: ["application", "applicationId"],
  output: outcomeShape,
  async run(call, { applicationId, fromEnvironmentId, toEnvironmentId, changes }) {
    const { tx, actor } = call;
    const sources = await tx.select({ instance: instances, spec: revisions.spec }).from(instances)
      .innerJoin(revisions, and(eq(revisions.instanceId, instances.id), eq(revisions.number, instances.revision)))
      .where(and(eq(instances.applicationId, applicationId), eq(instances.environmentId, fromEnvironmentId),
        eq(instances.projectId, actor.projectId), eq(instances.deploySystem, "container")));
    const changeOf = new Map(changes.map((change) => [change.componentId, change]));
    const chosen = sources.filter(({ instance }) => !changeOf.get(instance.componentId)?.skip);
    return each(call, chosen, ({ instance }) => instance.componentId, (inner, { instance, spec }) => {
      const { runtime: _, python: __, applicationVariables: ___, ...release } = spec;
      const { clusterId, replicas } = changeOf.get(instance.componentId) ?? {};
      return deployInto(inner, deployInput.parse({
        ...release, componentId: instance.componentId, environmentId: toEnvironmentId, version: instance.version, clusterId,
        replicas: replicas ?? instance.replicas, scaleInWindow: instance.scaleInWindow, maxUnavailable: instance.maxUnavailable,
      }));
    });
  },
});
