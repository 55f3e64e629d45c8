import { z } from "zod";
import { defineCommand } from "../../../kernel/verb.ts";
import { editItems } from "../items/edit-items.ts";
import { valueTypes } from "../items/item.ts";
import { itemKey, itemValue } from "../items/item-fields.ts";
import { consoleTenant, scopedIdOf } from "../items/publish-items.ts";
import { labelsOf } from "../items/scope.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, environment, scopeFrom, scopeText } from "./fields.ts";

/** SVC-11, GCF-02: effective at once for every service that reads the scope. */
export const createConfigurationItem = defineCommand({
  name: "createConfigurationItem",
  title: "Create a configuration item",
  action: "cse:config:modify",
  input: z.object({
    engineId,
    scope: scopeText,
    environment: environment.default(""),
    key: itemKey.describe("Unique in its scope and environment"),
    value: itemValue.describe("Stored in clear text"),
    valueType: z.enum(valueTypes).default("text").describe("How clients read the value"),
  }),
  on: ["engine", "engineId"],
  output: configurationItemShape,
  async run({ tx, actor, now }, { engineId, scope: text, environment, ...given }) {
    const scope = scopeFrom(text, environment);
    const item = { ...given, tenant: consoleTenant, labels: labelsOf(scope), status: "enabled" } as const;
    const ids = [scopedIdOf({ scope, key: given.key })];
    const writer = { engineId, by: actor.name, at: now() };
    return editItems(tx, writer, ids, (writing) => presentItem(writing.create(item)));
  },
});
