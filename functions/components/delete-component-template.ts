import { componentTemplates } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { DomainError, notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { builtInTemplates } from "./templates.ts";

/** CMP-19: components made from it stay as they are. */
export const deleteComponentTemplate = defineCommand({
  name: "deleteComponentTemplate",
  title: "Delete a component template of the project",
  action: "servicestage:app:delete",
  input: z.object({ templateId: idOf("the template") }),
  on: ["project"],
  output: z.object({ id: z.string() }),
  async run({ tx, actor }, { templateId }) {
    if (builtInTemplates.some(({ name }) => name === templateId))
      throw new DomainError("blocked", `${templateId} is built in and cannot be deleted`);
    const [gone] = await tx
      .delete(componentTemplates)
      .where(and(eq(componentTemplates.id, templateId), eq(componentTemplates.projectId, actor.projectId)))
      .returning({ id: componentTemplates.id });
    if (!gone) throw notFound("template", templateId);
    return gone;
  },
});
