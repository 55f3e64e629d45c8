import { and } from "drizzle-orm";
import { engineEntries } from "@flyloft/db";
import { z } from "zod";
import { defineQuery } from "../../../kernel/verb.ts";
import type { Item } from "../items/item.ts";
import { writeFile } from "./configuration-file.ts";
import { engineId, environment, scopeFrom, scopeText } from "./fields.ts";
import { keyOfItem, ofConsole, ofScope, withLabel } from "./read-items.ts";

/** SVC-12, GCF-03: what importing takes again. */
export const exportConfiguration = defineQuery({
  name: "exportConfiguration",
  title: "All configuration items of a scope as a file",
  action: "cse:config:get",
  input: z.object({
    engineId,
    scope: scopeText,
    environment: environment.optional().describe("Only those of this environment"),
  }),
  on: ["engine", "engineId"],
  output: z.object({ fileName: z.string(), file: z.string() }),
  async run({ db }, { engineId, scope, environment }) {
    const rows = await db
      .select({ value: engineEntries.value })
      .from(engineEntries)
      .where(
        and(
          ofConsole(engineId, false),
          ofScope(scopeFrom(scope, "")),
          environment === undefined ? undefined : withLabel("environment", environment),
        ),
      )
      .orderBy(keyOfItem);
    const items = rows.map((row) => {
      const { labels, key, value, valueType, status } = row.value as unknown as Item;
      return { environment: labels["environment"] ?? "", key, value, valueType, status };
    });
    const fileName = `${[scope, environment]
      .filter(Boolean)
      .join("-")
      .replace(/[^\w.@-]/g, "_")}.json`;
    return { fileName, file: writeFile({ scope, items }) };
  },
});
