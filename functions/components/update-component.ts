import { components } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { description, idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { settleBuild } from "./build.ts";
import { buildInput } from "./fields.ts";
import { holdComponent } from "./hold-component.ts";
import { componentShape } from "./shapes.ts";

/** Its name, type, runtime and framework cannot change (CMP-20). */
export const updateComponent = defineCommand({
  name: "updateComponent",
  title: "Change a component's description or build settings",
  action: "servicestage:app:modify",
  input: z.object({
    componentId: idOf("the component"),
    description: description.optional().describe("What it is for"),
    build: buildInput.nullish().describe("New build settings (CMP-23); null removes them"),
  }),
  on: ["component", "componentId"],
  output: componentShape,
  async run({ tx, actor, now }, { componentId, description, build }) {
    const { source } = await holdComponent(tx, componentId);
    const settled = build === undefined ? undefined : await settleBuild(tx, actor.projectId, source, build);
    const [row] = await tx
      .update(components)
      .set({ description, build: settled, updatedAt: now() })
      .where(eq(components.id, componentId))
      .returning();
    return row!;
  },
});
