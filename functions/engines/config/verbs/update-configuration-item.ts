import { z } from "zod";
import { conflict } from "../../../kernel/errors.ts";
import { defineCommand } from "../../../kernel/verb.ts";
import { editItems } from "../items/edit-items.ts";
import { itemStatus, itemValue } from "../items/item-fields.ts";
import { consoleTenant } from "../items/publish-items.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, itemId } from "./fields.ts";

/** SVC-11, GCF-03: key and scope stay what they are. */
export const updateConfigurationItem = defineCommand({
  name: "updateConfigurationItem",
  title: "Change the value of a configuration item",
  action: "cse:config:modify",
  input: z.object({
    engineId,
    itemId,
    value: itemValue.optional().describe("Stored in clear text"),
    status: itemStatus.optional().describe("Whether clients use it"),
    ifRevision: z.int().optional().describe("Refuse when it was changed after this revision"),
  }),
  on: ["engine", "engineId"],
  output: configurationItemShape,
  run: ({ tx, actor, now }, { engineId, itemId, value, status, ifRevision }) =>
    editItems(tx, { engineId, by: actor.name, at: now() }, [itemId], (writing) => {
      const before = writing.item(consoleTenant, itemId);
      if (before && ifRevision !== undefined && before.updateRevision !== ifRevision)
        throw conflict(`${before.by} has changed it meanwhile`, { revision: before.updateRevision });
      const change = { ...(value === undefined ? {} : { value }), ...(status === undefined ? {} : { status }) };
      return presentItem(writing.edit(consoleTenant, itemId, change));
    }),
});
