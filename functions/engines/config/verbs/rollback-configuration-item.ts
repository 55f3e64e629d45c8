import { z } from "zod";
import { DomainError } from "../../../kernel/errors.ts";
import { defineCommand } from "../../../kernel/verb.ts";
import { editItems } from "../items/edit-items.ts";
import { readHistory } from "../items/item-history.ts";
import { consoleTenant } from "../items/publish-items.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, itemId } from "./fields.ts";

/** BEY-10: becomes a new revision; what was deleted comes back. */
export const rollbackConfigurationItem = defineCommand({
  name: "rollbackConfigurationItem",
  title: "Give a configuration item the value of an earlier revision",
  action: "cse:config:modify",
  input: z.object({ engineId, itemId, revision: z.int().describe("The revision to go back to") }),
  on: ["engine", "engineId"],
  output: configurationItemShape,
  async run({ tx, actor, now }, { engineId, itemId, revision }) {
    const then = (await readHistory(tx, engineId, itemId)).find((one) => one.updateRevision === revision);
    if (!then || then.deleted || then.tenant !== consoleTenant)
      throw new DomainError("not_found", `There is no revision ${revision} of this item`);
    return editItems(tx, { engineId, by: actor.name, at: now() }, [itemId], (writing) => {
      const { value, status } = then;
      if (writing.item(consoleTenant, itemId))
        return presentItem(writing.edit(consoleTenant, itemId, { value, status }));
      const { tenant, key, labels, valueType, priority, check } = then;
      const rest = { ...(priority === undefined ? {} : { priority }), ...(check === undefined ? {} : { check }) };
      return presentItem(writing.create({ tenant, key, labels, value, valueType, status, ...rest }));
    });
  },
});
