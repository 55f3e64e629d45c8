import { engineEntries } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { mapPage, readKeyset } from "../../kernel/keyset.ts";
import { pageInput } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { governanceKind } from "../kinds/form.ts";
import { governedOf } from "./governed.ts";
import { engineId, ruleId, serviceId } from "./rule-fields.ts";
import { findRuleSet, ruleOf, ruleShape, type RuleSet, type StoredRule } from "./rule-set.ts";

/** GOV-01; those of services that are gone too, so that they can be deleted. */
export const listGovernanceRules = defineQuery({
  name: "listGovernanceRules",
  title: "The governance rules of an engine, by microservice and kind",
  action: "cse:governance:get",
  input: z.object({
    engineId,
    ...pageInput,
    serviceId: serviceId.optional().describe("Only those that govern this microservice, whatever its version"),
    kind: governanceKind.optional().describe("Only those of this kind"),
  }),
  on: ["engine", "engineId"],
  output: ruleShape,
  async run({ db }, { engineId, serviceId, kind, ...page }) {
    const governed = serviceId ? await governedOf(db, { engineId, serviceId }) : null;
    const rows = sql`
      select rule->>'id' as id, rule, held.value - 'rules' - 'published' as set,
        concat_ws(' ', held.value->>'service', held.value->>'kind') as sort
      from (select value from ${engineEntries} where engine_id = ${engineId} and kind = 'governance' and value is not null) held,
        jsonb_array_elements(held.value->'rules') as listed (rule)
      where ${governed ? sql`held.value @> ${JSON.stringify(governed)}::jsonb` : sql`true`}
        and ${kind ? sql`held.value->>'kind' = ${kind}` : sql`true`}`;
    type Row = { id: string; sort: string; rule: StoredRule; set: Omit<RuleSet, "rules" | "published"> };
    return mapPage(await readKeyset<Row>(db, rows, page), ({ set, rule }) => ruleOf(set, rule));
  },
});

export const getGovernanceRule = defineQuery({
  name: "getGovernanceRule",
  title: "One governance rule",
  action: "cse:governance:get",
  input: z.object({ engineId, ruleId }),
  on: ["engine", "engineId"],
  output: ruleShape,
  async run({ db }, input) {
    const { set, rule } = await findRuleSet(db, input);
    return ruleOf(set, rule);
  },
});
