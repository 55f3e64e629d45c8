import { z } from "zod";
import { defineCommand } from "../../../kernel/verb.ts";
import { editItems } from "../items/edit-items.ts";
import { consoleTenant } from "../items/publish-items.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, itemId } from "./fields.ts";

/** SVC-11, GCF-03: one, or those that were ticked; their history is kept for a while. */
export const deleteConfigurationItems = defineCommand({
  name: "deleteConfigurationItems",
  title: "Delete configuration items: all of them, or none",
  action: "cse:config:modify",
  input: z.object({ engineId, itemIds: z.array(itemId).min(1).max(1000).describe("The items") }),
  on: ["engine", "engineId"],
  output: z.array(configurationItemShape),
  run: ({ tx, actor, now }, { engineId, itemIds }) =>
    editItems(tx, { engineId, by: actor.name, at: now() }, itemIds, (writing) =>
      [...new Set(itemIds)].map((id) => presentItem({ ...writing.remove(consoleTenant, id), deleted: true })),
    ),
});
