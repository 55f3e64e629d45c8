import { components, type Instance, instances, revisions } from "@flyloft/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { holdComponent } from "../components/index.ts";
import { selectPackage } from "../components/select-package.ts";
import { authorize } from "../kernel/authorize.ts";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineBatch } from "../kernel/many.ts";
import { defineCommand } from "../kernel/verb.ts";
import { runtimeOf } from "./check-release.ts";
import { deployComponent } from "./deploy-component.ts";
import { instanceShape } from "./instance-shape.ts";
import { replicaCount, version } from "./release-input.ts";
import { upgradeInput, upgradeInstance, upgradeInto } from "./upgrade-instance.ts";

/** CMP-30: several cards at once. */
export const upgradeInstances = defineBatch({
  name: "upgradeInstances",
  title: "Upgrade several instances; each has its own outcome",
  input: z.object({ upgrades: z.array(upgradeInput).min(1).max(100).describe("One for each instance") }),
  of: upgradeInstance,
  each: ({ upgrades }) => upgrades,
});

const release = {
  componentId: idOf("the component"),
  packageId: idOf("the new package"),
  version: version.describe("The version after the upgrade"),
  environmentIds: z.array(idOf("an environment")).max(100).default([]).describe("Where to upgrade"),
};

/** CMP-27: all of it or, when one environment refuses, nothing. */
export const upgradeComponent = defineCommand({
  name: "upgradeComponent",
  title: "Give a component a new package and upgrade the chosen environments to it",
  action: "servicestage:app:modify",
  input: z.object(release),
  on: ["component", "componentId"],
  output: z.array(instanceShape),
  async run(call, { componentId, packageId, version: to, environmentIds }): Promise<Instance[]> {
    const { tx, actor } = call;
    const component = await holdComponent(tx, componentId);
    const { projectId } = actor;
    const chosen = await selectPackage(tx, {
      projectId,
      packageId,
      runtime: runtimeOf(component),
      python: component.python,
      field: "packageId",
    });
    await tx
      .update(components)
      .set({ source: { kind: chosen.format!, packageId } })
      .where(eq(components.id, componentId));
    // Locked in the order of their ids, as agents' reports lock them.
    const held = await tx
      .select({ id: instances.id, environmentId: instances.environmentId })
      .from(instances)
      .where(and(eq(instances.componentId, componentId), inArray(instances.environmentId, environmentIds)))
      .orderBy(asc(instances.id))
      .for("update");
    const missing = environmentIds.find((id) => !held.some(({ environmentId }) => environmentId === id));
    if (missing) throw notFound("deployment in the environment", missing);
    const upgraded: Instance[] = [];
    for (const { id } of held)
      upgraded.push(await upgradeInto(call, upgradeInput.parse({ instanceId: id, packageId, version: to })));
    return upgraded;
  },
});

/** CMP-26. */
export const upgradeComponents = defineBatch({
  name: "upgradeComponents",
  title: "Give several components new packages; each has its own outcome",
  input: z.object({ upgrades: z.array(z.object(release)).min(1).max(100).describe("One for each component") }),
  of: upgradeComponent,
  each: ({ upgrades }) => upgrades,
});

/** APP-08: everything that runs on clusters of one environment, with the same versions and parameters, into another. */
export const cloneToEnvironment = defineBatch({
  name: "cloneToEnvironment",
  title: "Deploy an application's components of one environment into another; each has its own outcome",
  input: z.object({
    applicationId: idOf("the application"),
    fromEnvironmentId: idOf("the environment to take from"),
    toEnvironmentId: idOf("the environment to deploy into"),
    changes: z
      .array(
        z.object({
          componentId: idOf("a component"),
          clusterId: idOf("the cluster to use").optional(),
          replicas: replicaCount.optional(),
          skip: z.boolean().default(false).describe("Leave this one out"),
        }),
      )
      .max(1000)
      .default([])
      .describe("What shall differ"),
  }),
  of: deployComponent,
  async each({ applicationId, fromEnvironmentId, toEnvironmentId, changes }, { db, actor }) {
    await authorize(db, actor, "servicestage:app:modify", { kind: "application", id: applicationId });
    for (const id of [fromEnvironmentId, toEnvironmentId])
      await authorize(db, actor, "servicestage:app:get", { kind: "environment", id });
    const sources = await db
      .select({ instance: instances, spec: revisions.spec })
      .from(instances)
      .innerJoin(revisions, and(eq(revisions.instanceId, instances.id), eq(revisions.number, instances.revision)))
      .where(
        and(
          eq(instances.applicationId, applicationId),
          eq(instances.environmentId, fromEnvironmentId),
          eq(instances.projectId, actor.projectId),
          eq(instances.deploySystem, "container"),
        ),
      )
      .orderBy(asc(instances.id));
    const changeOf = new Map(changes.map((change) => [change.componentId, change]));
    return sources
      .filter(({ instance }) => !changeOf.get(instance.componentId)?.skip)
      .map(({ instance, spec }) => {
        const { runtime: _, python: __, applicationVariables: ___, liveness, readiness, ...parameters } = spec;
        const { componentId, version: to, scaleInWindow, maxUnavailable } = instance;
        const { clusterId, replicas = instance.replicas } = changeOf.get(componentId) ?? {};
        return {
          ...parameters,
          liveness: liveness as never,
          readiness: readiness as never,
          componentId,
          environmentId: toEnvironmentId,
          version: to,
          clusterId,
          replicas,
          scaleInWindow,
          maxUnavailable,
        };
      });
  },
});
