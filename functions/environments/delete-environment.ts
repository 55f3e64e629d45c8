import { components, type Environment, environments, instances, type Tx } from "@flyloft/db";
import { asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { holdEnvironment } from "./hold-environment.ts";

/** ENV-06: refused while a component is deployed in it; its resources stay in the inventory. */
export const deleteEnvironment = defineCommand({
  name: "deleteEnvironment",
  title: "Delete an environment in which nothing is deployed",
  action: "servicestage:environment:delete",
  input: z.object({ environmentId: idOf("the environment") }),
  on: ["environment", "environmentId"],
  output: z.object({ id: z.string() }),
  async refusals({ db }: Ctx, rows: readonly Environment[]) {
    const full = await db
      .selectDistinct({ id: instances.environmentId })
      .from(instances)
      .where(
        inArray(
          instances.environmentId,
          rows.map(({ id }) => id),
        ),
      );
    return rows.map((row) => (full.some(({ id }) => id === row.id) ? "Delete the components there first" : null));
  },
  async run({ tx, actor }, { environmentId }) {
    // Held alone, no deployment can begin in between.
    await holdEnvironment(tx, { projectId: actor.projectId, environmentId, alone: true });
    const names = await componentsDeployedIn(tx, environmentId);
    if (names.length > 0)
      throw new DomainError("blocked", `Delete these components there first: ${names.join(", ")}`, {
        components: names,
      });
    await tx.delete(environments).where(eq(environments.id, environmentId));
    return { id: environmentId };
  },
});

/** The names of a few components that are deployed in an environment. */
export async function componentsDeployedIn(tx: Tx, environmentId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: components.name })
    .from(instances)
    .innerJoin(components, eq(components.id, instances.componentId))
    .where(eq(instances.environmentId, environmentId))
    .orderBy(asc(components.name))
    .limit(5);
  return rows.map(({ name }) => name);
}
