import { componentTemplates } from "@flyloft/db";
import { conflict } from "../kernel/errors.ts";
import type { CommandCall } from "../kernel/verb.ts";
import type { Choices } from "./choices.ts";
import { builtInTemplates } from "./templates.ts";

/** CMP-19. */
export async function saveTemplate(
  { tx, actor, newId }: CommandCall,
  name: string,
  { type, runtime, framework }: Choices,
): Promise<void> {
  const taken = () => conflict(`There is a template called ${name} already`, { fields: { saveAsTemplate: ["Taken"] } });
  if (builtInTemplates.some((one) => one.name.toLowerCase() === name.toLowerCase())) throw taken();
  const [row] = await tx
    .insert(componentTemplates)
    .values({
      id: newId("template"),
      projectId: actor.projectId,
      name,
      type,
      runtime: runtime.id,
      framework,
      createdBy: actor.name,
    })
    .onConflictDoNothing()
    .returning({ id: componentTemplates.id });
  if (!row) throw taken();
}
