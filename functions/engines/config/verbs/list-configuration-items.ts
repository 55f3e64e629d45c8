import { and, sql } from "drizzle-orm";
import { z } from "zod";
import { search } from "../../../kernel/fields.ts";
import { containing, pageInput } from "../../../kernel/page.ts";
import { defineQuery } from "../../../kernel/verb.ts";
import { configurationItemShape, presentItem } from "./configuration-item.ts";
import { engineId, environment, scopeFrom, scopeText } from "./fields.ts";
import { keyOfItem, ofConsole, ofScope, readItemPage, withLabel } from "./read-items.ts";

/** SVC-10, GCF-01: whatever wrote them, clients and people alike. */
export const listConfigurationItems = defineQuery({
  name: "listConfigurationItems",
  title: "Configuration items of an engine, by their keys",
  action: "cse:config:get",
  input: z.object({
    engineId,
    environment: environment.optional().describe("Only those of this environment; empty is one too"),
    scope: scopeText.optional().describe("Only those of this scope"),
    application: z.string().max(160).optional().describe("Only those of this application"),
    service: z.string().max(160).optional().describe("Only those of this microservice and its versions"),
    deleted: z.boolean().default(false).describe("Those that were deleted of late, instead"),
    search: search.describe("Only those whose key contains this"),
    ...pageInput,
  }),
  on: ["engine", "engineId"],
  output: configurationItemShape,
  async run({ db }, { engineId, environment, scope, application, service, deleted, search: text, ...page }) {
    const where = and(
      ofConsole(engineId, deleted),
      scope === undefined ? undefined : ofScope(scopeFrom(scope, "")),
      environment === undefined ? undefined : withLabel("environment", environment),
      application === undefined ? undefined : withLabel("app", application),
      service === undefined ? undefined : withLabel("service", service),
      text ? sql`${keyOfItem} ilike ${containing(text)}` : undefined,
    );
    const found = await readItemPage(db, { where, ...page });
    return { ...found, nodes: found.nodes.map(presentItem) };
  },
});
