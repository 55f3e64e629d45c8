import { type Component, components } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { DomainError } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineBatch } from "../kernel/many.ts";
import { defineCommand } from "../kernel/verb.ts";
import { checkChoices } from "./choices.ts";
import { pythonInput, sourceInput } from "./fields.ts";
import { holdComponent } from "./hold-component.ts";
import { checkPython } from "./python.ts";
import { componentShape } from "./shapes.ts";
import { settleSource } from "./source.ts";

const dockerHasNone = ({ source }: Component) =>
  source.kind === "image" ? "The Docker runtime has no source: its image is chosen at deployment" : null;
const change = {
  componentId: idOf("the component"),
  source: sourceInput.describe("Where the code comes from now"),
  python: pythonInput
    .optional()
    .describe("A new entry point, where the runtime is Python; the former stays when this is left out"),
};

/** CMP-26: what the next deployment takes; what runs now is not touched. */
export const updateComponentSource = defineCommand({
  name: "updateComponentSource",
  title: "Set where a component's code comes from",
  action: "servicestage:app:modify",
  input: z.object(change),
  on: ["component", "componentId"],
  output: componentShape,
  refusal: dockerHasNone,
  async run({ tx, actor, now }, { componentId, source, python }) {
    const held = await holdComponent(tx, componentId);
    const refused = dockerHasNone(held);
    if (refused) throw new DomainError("blocked", refused);
    const chosen = checkChoices(held);
    const entry = python ? checkPython(chosen.runtime, python) : held.python;
    const settled = await settleSource(tx, actor.projectId, chosen, entry, source);
    const [row] = await tx
      .update(components)
      .set({ source: settled, python: entry, updatedAt: now() })
      .where(eq(components.id, componentId))
      .returning();
    return row!;
  },
});

/** CMP-26, in batch. */
export const updateComponentSources = defineBatch({
  name: "updateComponentSources",
  title: "Set where the code of several components comes from",
  input: z.object({
    changes: z
      .array(z.object(change).describe("A new source of one component"))
      .min(1)
      .max(100)
      .describe("One per component"),
  }),
  of: updateComponentSource,
  each: ({ changes }) => changes,
});
