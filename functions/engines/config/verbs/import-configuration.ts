import { z } from "zod";
import { conflict } from "../../../kernel/errors.ts";
import { defineCommand } from "../../../kernel/verb.ts";
import { editItems } from "../items/edit-items.ts";
import { itemIdOf } from "../items/item.ts";
import { consoleTenant } from "../items/publish-items.ts";
import { labelsOf } from "../items/scope.ts";
import { readFile } from "./configuration-file.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, environment, scopeFrom, scopeText } from "./fields.ts";

/** SVC-12, GCF-03: all of a file into the scope that was chosen, whatever scope it came from. */
export const importConfiguration = defineCommand({
  name: "importConfiguration",
  title: "Import a file of configuration items into a scope: all of it, or nothing",
  action: "cse:config:modify",
  input: z.object({
    engineId,
    scope: scopeText,
    environment: environment.optional().describe("Where they go; else each into its own environment"),
    file: z
      .string()
      .max(16 * 1024 * 1024)
      .describe("The file's text, as exporting gives it"),
    overwrite: z
      .boolean()
      .default(false)
      .describe("Items that are there already may be overwritten; else they are named"),
  }),
  on: ["engine", "engineId"],
  output: z.array(configurationItemShape),
  async run({ tx, actor, now }, { engineId, scope: text, environment, file, overwrite }) {
    const items = readFile(file).items.map(({ environment: own, ...item }) => {
      const scope = scopeFrom(text, environment ?? own);
      return { ...item, tenant: consoleTenant, labels: labelsOf(scope) };
    });
    const ids = items.map(itemIdOf);
    return editItems(tx, { engineId, by: actor.name, at: now() }, ids, (writing) => {
      const there = ids.flatMap((id) => writing.item(consoleTenant, id)?.key ?? []);
      if (there.length > 0 && !overwrite)
        throw conflict(`${there.length} of these items are there already`, { keys: there.slice(0, 100) });
      return items.map((item) => presentItem(writing.put(item)));
    });
  },
});
