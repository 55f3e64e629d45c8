import { randomBytes } from "node:crypto";
import {
  type Component,
  type Environment,
  type Instance,
  instances,
  type ReleaseSpec,
  revisions,
  tasks,
} from "@flyloft/db";
import { conflict } from "../kernel/errors.ts";
import type { CommandCall } from "../kernel/verb.ts";
import type { DeploySystem } from "./check-release.ts";
import type { ChosenEngine } from "./choose-engine.ts";
import { taskRequested } from "./events.ts";
import { logTask, tellInstance, whereabouts } from "./feeds.ts";
import type { Place } from "./places.ts";
import { paceOf, timeFor } from "./release-input.ts";
import { placeWorkloads } from "./wishes.ts";

type Opening = {
  component: Component;
  environment: Environment;
  system: DeploySystem;
  version: string;
  replicas: number;
  spec: ReleaseSpec;
  places: readonly Place[];
  engine: ChosenEngine | null;
};

/** Writes the rows of a new instance: its first version, its places and the task that brings it up. Refuses a second one. */
export async function openInstance(call: CommandCall, opening: Opening): Promise<Instance> {
  const { tx, actor, newId, emit } = call;
  const { component, environment, system, version, replicas, spec, places, engine } = opening;
  const { projectId } = component;
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
      deploySystem: system,
      state: "deploying",
      version,
      revision: 1,
      replicas,
      ...paceOf(spec),
      engineId: engine?.id ?? null,
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
    version,
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
      ...whereabouts(instance),
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
      replicas: system === "vm" ? 1 : replicas,
      wish: "running" as const,
    })),
  );
  await logTask(
    tx,
    task!,
    "info",
    `Deploying version ${version} to ${places.map(({ resource }) => resource.name).join(", ")}, ${replicas} instances`,
  );
  if (engine?.warning) await logTask(tx, task!, "warning", engine.warning);
  await tellInstance(tx, instance, { ready: 0, wanted: replicas });
  await emit(taskRequested, { taskId, instanceId: instance.id, deadline: timeFor(spec) });
  return instance;
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
