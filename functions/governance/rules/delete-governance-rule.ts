import { z } from "zod";
import { defineCommand } from "../../kernel/verb.ts";
import { changeRules } from "./change-rules.ts";
import { engineId, ruleId } from "./rule-fields.ts";
import { findRuleSet } from "./rule-set.ts";

/** GOV-01: what other rules say as well stays. */
export const deleteGovernanceRule = defineCommand({
  name: "deleteGovernanceRule",
  title: "Delete a governance rule, and what it has published",
  action: "cse:governance:modify",
  input: z.object({ engineId, ruleId }),
  on: ["engine", "engineId"],
  output: z.object({ id: z.string() }),
  async run(call, { engineId, ruleId }) {
    await changeRules(
      call,
      engineId,
      async (tx) => (await findRuleSet(tx, { engineId, ruleId })).set,
      (rules) => rules.filter(({ id }) => id !== ruleId),
    );
    return { id: ruleId };
  },
});
