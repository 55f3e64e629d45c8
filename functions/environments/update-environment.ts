import { engines, environmentResources, environments, instances, type Resource, type Tx, workloads } from "@flyloft/db";
import { and, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import { conflict, DomainError, invalid, isUniqueViolation, type ErrorDetails } from "../kernel/errors.ts";
import { description, displayName, idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { addResources } from "./add-resources.ts";
import { componentsDeployedIn } from "./delete-environment.ts";
import { environmentShape, resourceIds } from "./environment-shape.ts";
import { holdEnvironment } from "./hold-environment.ts";
import { holdResources } from "./hold-resources.ts";
import { kindOf } from "./kinds/index.ts";
import { componentsOn } from "./users-of-resource.ts";

/** ENV-05: all but the VPC can change. What is added and removed is said one by one, so that two who edit at once keep both their changes. */
export const updateEnvironment = defineCommand({
  name: "updateEnvironment",
  title: "Change an environment's name, description or resources",
  action: "servicestage:environment:modify",
  input: z.object({
    environmentId: idOf("the environment"),
    name: displayName.optional().describe("A new name, unique in the project"),
    description: description.optional().describe("What it is for"),
    addResourceIds: resourceIds.optional().describe("Resources of its VPC to put in"),
    removeResourceIds: resourceIds.optional().describe("Resources to take out; they stay in the inventory"),
  }),
  on: ["environment", "environmentId"],
  output: environmentShape,
  async run(
    { tx, actor, now },
    { environmentId, addResourceIds: add = [], removeResourceIds: remove = [], ...change },
  ) {
    const { projectId } = actor;
    const twice = add.find((id) => remove.includes(id));
    if (twice) throw invalid("removeResourceIds", `${twice} is to be put in and taken out`);
    const { environment, resources: held } = await holdEnvironment(tx, { projectId, environmentId, alone: true });
    const heldIds = new Set(held.map(({ id }) => id));
    const added = await holdResources(
      tx,
      projectId,
      add.filter((id) => !heldIds.has(id)),
      "addResourceIds",
    );
    await addResources({ tx, now }, environment, [...added.values()], "addResourceIds");
    await removeResources(tx, environmentId, { held, remove, added: [...added.values()] });
    try {
      const [row] = await tx
        .update(environments)
        .set({ ...change, updatedAt: now() })
        .where(eq(environments.id, environmentId))
        .returning();
      return row!;
    } catch (error) {
      if (isUniqueViolation(error))
        throw conflict(`There is an environment called ${change.name} already`, { fields: { name: ["Taken"] } });
      throw error;
    }
  },
});

const field = "removeResourceIds";
const blocked = (message: string, facts: ErrorDetails) =>
  new DomainError("blocked", message, { ...facts, fields: { [field]: [message] } });
const isBase = ({ kind }: Resource) => kindOf(kind).role === "base";

/** The engine that an entry of the inventory stands for. */
const engineOf = (tx: Tx, { id }: Resource) =>
  tx.select({ id: engines.id }).from(engines).where(eq(engines.resourceId, id));

async function removeResources(
  tx: Tx,
  environmentId: string,
  { held, remove, added }: { held: Resource[]; remove: string[]; added: Resource[] },
) {
  const leaving = held.filter(({ id }) => remove.includes(id));
  const stranger = remove.find((id) => !leaving.some((one) => one.id === id));
  if (stranger) throw invalid(field, `${stranger} is not in this environment`, { resource: stranger });
  if (leaving.length === 0) return;

  for (const one of leaving) {
    const users = await componentsOn(
      tx,
      and(
        or(eq(workloads.resourceId, one.id), inArray(instances.engineId, engineOf(tx, one))),
        eq(instances.environmentId, environmentId),
        eq(workloads.gone, false),
      ),
    );
    if (users.length > 0)
      throw blocked(`${one.name} is used by ${users.join(", ")}: delete these components there first`, {
        resource: one.id,
        components: users,
      });
  }
  const staying = [...held.filter((one) => !leaving.includes(one)), ...added];
  if (leaving.some(isBase) && !staying.some(isBase)) {
    const users = await componentsDeployedIn(tx, environmentId);
    const names = leaving
      .filter(isBase)
      .map(({ name }) => name)
      .join(", ");
    throw blocked(
      `An environment needs a cluster or host: put another in before ${names} is taken out${users.length > 0 ? `; used by ${users.join(", ")}` : ""}`,
      { components: users },
    );
  }
  await tx.delete(environmentResources).where(
    and(
      eq(environmentResources.environmentId, environmentId),
      inArray(
        environmentResources.resourceId,
        leaving.map(({ id }) => id),
      ),
    ),
  );
}
