import { components, environments, instances } from "@flyloft/db";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
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
  async run({ tx }, { componentId }) {
    const { name } = await holdComponent(tx, componentId);
    const deployed = await tx
      .select({ name: environments.name })
      .from(instances)
      .innerJoin(environments, eq(environments.id, instances.environmentId))
      .where(eq(instances.componentId, componentId))
      .orderBy(asc(environments.name))
      .limit(20);
    if (deployed.length > 0) {
      const names = deployed.map((one) => one.name);
      throw new DomainError("blocked", `${name} is deployed: delete its instance in ${names.join(", ")} first`, {
        environments: names,
      });
    }
    await tx.delete(components).where(eq(components.id, componentId));
    return { id: componentId };
  },
});

/** CMP-28, in batch. */
export const deleteComponents = defineBatch({
  name: "deleteComponents",
  title: "Delete several components",
  input: z.object({ componentIds: z.array(idOf("a component")).min(1).max(100).describe("Which") }),
  of: deleteComponent,
  each: ({ componentIds }) => [...new Set(componentIds)].map((componentId) => ({ componentId })),
});
