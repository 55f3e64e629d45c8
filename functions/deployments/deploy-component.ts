import { components, type Instance, instances, type ReleaseSpec } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { selectPackage } from "../components/select-package.ts";
import { holdEnvironment } from "../environments/index.ts";
import { DomainError, notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { holdLimit } from "../kernel/limit.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { applicationVariablesNow, assertParameters, assertRunnable, runtimeOf } from "./check-release.ts";
import { chooseEngine } from "./choose-engine.ts";
import { instanceShape } from "./instance-shape.ts";
import { openInstance } from "./open-instance.ts";
import { assertOnline, choosePlaces, type Place } from "./places.ts";
import { emptySpec, optionalRelease, replicaCount, specOver, version } from "./release-input.ts";

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
  engineId: idOf("a microservice engine of the environment")
    .nullable()
    .optional()
    .describe("Where a microservice component registers (DEP-17); left out, the environment's engine; null for none"),
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
  const { tx, actor, now, limits } = call;
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

  const { system, version, engineId } = input;
  const replicas = system === "vm" ? places.length : (input.replicas ?? 1);
  const engine = await chooseEngine(call, { component, version, resources, engineId, replicas });
  if (engine) spec.engineVariables = engine.variables;
  return openInstance(call, { component, environment, system, version, replicas, spec, places, engine });
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
