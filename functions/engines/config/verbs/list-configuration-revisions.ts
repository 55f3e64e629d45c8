import { z } from "zod";
import { defineQuery } from "../../../kernel/verb.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, itemId } from "./fields.ts";
import { revisionsOf } from "./revisions-of.ts";

/** BEY-10: what it was, who changed it and when; also of an item that was deleted of late. */
export const listConfigurationRevisions = defineQuery({
  name: "listConfigurationRevisions",
  title: "The revisions of a configuration item, newest first",
  action: "cse:config:get",
  input: z.object({ engineId, itemId }),
  on: ["engine", "engineId"],
  output: z.array(configurationItemShape),
  run: async ({ db }, { engineId, itemId }) => (await revisionsOf(db, engineId, itemId)).map(presentItem),
});
