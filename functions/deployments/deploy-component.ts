import { randomBytes } from "node:crypto";
import { components, type Instance, instances, type ReleaseSpec, revisions, tasks } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { selectPackage } from "../components/select-package.ts";
import { holdEnvironment } from "../environments/index.ts";
import { conflict, DomainError, notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { holdLimit } from "../kernel/limit.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { applicationVariablesNow, assertParameters, assertRunnable, runtimeOf } from "./check-release.ts";
import { taskRequested } from "./events.ts";
import { logTask, tellInstance } from "./feeds.ts";
import { instanceShape } from "./instance-shape.ts";
import { assertOnline, choosePlaces, type Place } from "./places.ts";
import { emptySpec, optionalRelease, paceOf, replicaCount, specOver, timeFor, version } from "./release-input.ts";
import { placeWorkloads } from "./wishes.ts";

export const deployInput = z.object({
  componentId: idOf("the component"),
  environmentId: idOf("the environment"),
  version: version.default("1.0.0").describe("The deploy version (DEP-05)"),
  system: z
    .enum(["container", "vm"])
    .meta({ id: "DeploySystem" })
    .default("container")
    .describe("To a cluster or to hosts (DEP-01)"),
  clusterId: idOf("the cluster; may be left out when the environment has one").optional(),
  hostIds: z.array(idOf("a host")).max(100).optional().describe("For VM deployments: the hosts (DEP-07)"),
  replicas: replicaCount.optional().describe("How many; for VM deployments it follows the hosts (DEP-08)"),
  ...optionalRelease,
});

/** DEP-04: records the wish to run a component in an environment; the workflow `carry-out` sees it through. */
export const deployComponent = defineCommand({
  name: "deployComponent",
  title: "Deploy a component into an environment",
  action: "servicestage:app:modify",
  input: deployInput,
  on: ["component", "componentId"],
  output: instanceShape,
  run: (call, input) => deployInto(call, input),
});

/** The work of `deployComponent`, for those who deploy several in one transaction. */
export async function deployInto(call: CommandCall, input: z.output<typeof deployInput>): Promise<Instance> {
  const { tx, actor, newId, now, limits, emit } = call;
  const { projectId } = actor;
  const { component, environment, resources } = await participants(call, input);
  const runtime = runtimeOf(component);
  const packageId = input.packageId ?? ("packageId" in component.source ? component.source.packageId : null);
  if (!packageId)
    throw new DomainError(
      "blocked",
      `${component.name} has no package: deploying from a repository or an image needs a container engine and a build`,
    );
  const spec: ReleaseSpec = specOver(
    {
      ...emptySpec,
      variables: [],
      command: [],
      arguments: [],
      logFiles: [],
      port: runtime.defaultPort,
      packageId,
      runtime: runtime.id,
      python: component.python,
      applicationVariables: await applicationVariablesNow(tx, component.applicationId, environment.id),
    },
    input,
  );
  assertParameters(input.system, runtime, spec, input);
  const places = await choosePlaces(tx, resources, input.system, input);
  assertSystem(input, runtime, places, now());
  await selectPackage(tx, { projectId, packageId, runtime, python: component.python, field: "packageId" });
  await holdLimit(tx, {
    table: instances,
    where: eq(instances.projectId, projectId),
    limit: limits.instances,
    scope: projectId,
    subject: "component instances",
  });

  const replicas = input.system === "vm" ? places.length : (input.replicas ?? 1);
  const taskId = newId("task");
  const [instance] = await tx
    .insert(instances)
    .values({
      id: newId("instance"),
      projectId,
      applicationId: component.applicationId,
      componentId: component.id,
      environmentId: environment.id,
      name: instanceName(component.name, environment.name),
      deploySystem: input.system,
      state: "deploying",
      version: input.version,
      revision: 1,
      replicas,
      ...paceOf(spec),
      taskId,
      createdBy: actor.name,
    })
    .onConflictDoNothing()
    .returning();
  if (!instance)
    throw conflict(`${component.name} runs in ${environment.name} already: upgrade it instead`, {
      use: "upgradeInstance",
    });
  await tx.insert(revisions).values({
    id: newId("revision"),
    projectId,
    instanceId: instance.id,
    number: 1,
    version: input.version,
    spec,
    createdBy: actor.name,
  });
  const [task] = await tx
    .insert(tasks)
    .values({
      id: taskId,
      projectId,
      instanceId: instance.id,
      instanceName: instance.name,
      kind: "deploy",
      toRevision: 1,
      startedBy: actor.name,
    })
    .returning();
  await placeWorkloads(
    tx,
    places.map(({ resource, agent }) => ({
      id: newId("workload"),
      projectId,
      instanceId: instance.id,
      resourceId: resource.id,
      agentId: agent.id,
      revision: 1,
      replicas: input.system === "vm" ? 1 : replicas,
      wish: "running" as const,
    })),
  );
  await logTask(
    tx,
    task!,
    "info",
    `Deploying version ${input.version} to ${places.map(({ resource }) => resource.name).join(", ")}, ${replicas} instances`,
  );
  await tellInstance(tx, instance, { ready: 0, wanted: replicas });
  await emit(taskRequested, { taskId, instanceId: instance.id, deadline: timeFor(spec) });
  return instance;
}

async function participants({ tx, actor }: CommandCall, input: { componentId: string; environmentId: string }) {
  const [component] = await tx
    .select()
    .from(components)
    .where(and(eq(components.id, input.componentId), eq(components.projectId, actor.projectId)))
    // Nobody deletes it before it runs.
    .for("key share");
  if (!component) throw notFound("component", input.componentId);
  return {
    component,
    ...(await holdEnvironment(tx, { projectId: actor.projectId, environmentId: input.environmentId })),
  };
}

function assertSystem(
  input: z.output<typeof deployInput>,
  runtime: ReturnType<typeof runtimeOf>,
  places: Place[],
  now: Date,
) {
  if (input.system === "vm") {
    if (!runtime.vmDeployable)
      throw new DomainError("blocked", `${runtime.label} cannot be deployed to hosts: use a cluster (DEP-03)`);
    for (const place of places) assertOnline(place, now);
  }
  for (const { resource, agent } of places) {
    const engine = resource.kind === "cluster" ? resource.attributes["engine"] : "process";
    // On a process cluster the package itself is what runs; elsewhere an image has to be built from it.
    if (engine !== "process")
      throw new DomainError("blocked", `${resource.name} runs images: turn build on for the component first (DEP-02)`);
    assertRunnable(agent, resource.name, runtime);
  }
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
/** `<component>-<environment>-<6 characters>` (DEP-24); it names folders, so it keeps to letters, digits and dashes. */
export const instanceName = (component: string, environment: string) => {
  const plain =
    environment
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, "-")
      .replace(/^-+|-+$/g, "") || "env";
  return `${component}-${plain}-${Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join("")}`;
};
