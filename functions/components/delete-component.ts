import { type Component, components, type Db, environments, instances, type Tx } from "@flyloft/db";
import { asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineBatch } from "../kernel/many.ts";
import { defineCommand } from "../kernel/verb.ts";
import { holdComponent } from "./hold-component.ts";

/** CMP-28: refused while it is deployed anywhere. */
export const deleteComponent = defineCommand({
  name: "deleteComponent",
  title: "Delete a component that is deployed nowhere",
  action: "servicestage:app:delete",
  input: z.object({ componentId: idOf("the component") }),
  on: ["component", "componentId"],
  output: z.object({ id: z.string() }),
  async refusals({ db }: Ctx, rows: readonly Component[]) {
    const ids = rows.map(({ id }) => id);
    const places = await placesOf(db, ids);
    return ids.map((id) => deployedIn(places.get(id)!));
  },
  async run({ tx }, { componentId }) {
    const { name } = await holdComponent(tx, componentId);
    const names = (await placesOf(tx, [componentId])).get(componentId)!;
    const refused = deployedIn(names);
    if (refused) throw new DomainError("blocked", `${name} cannot be deleted. ${refused}`, { environments: names });
    await tx.delete(components).where(eq(components.id, componentId));
    return { id: componentId };
  },
});

/** The names of the environments that each component is deployed in. */
async function placesOf(db: Db | Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: instances.componentId, name: environments.name })
    .from(instances)
    .innerJoin(environments, eq(environments.id, instances.environmentId))
    .where(inArray(instances.componentId, [...ids]))
    .orderBy(asc(environments.name));
  const places = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { id, name } of rows) places.get(id)!.push(name);
  return places;
}

const deployedIn = (names: readonly string[]) =>
  names.length > 0 ? `It is deployed: delete its instance in ${names.join(", ")} first` : null;

/** CMP-28, in batch. */
export const deleteComponents = defineBatch({
  name: "deleteComponents",
  title: "Delete several components",
  input: z.object({ componentIds: z.array(idOf("a component")).min(1).max(100).describe("Which") }),
  of: deleteComponent,
  each: ({ componentIds }) => [...new Set(componentIds)].map((componentId) => ({ componentId })),
});
