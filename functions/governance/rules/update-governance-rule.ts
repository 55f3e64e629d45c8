import { z } from "zod";
import { defineCommand } from "../../kernel/verb.ts";
import { type AnySpec, readSpec } from "../kinds/index.ts";
import { changeRules } from "./change-rules.ts";
import { requireInstance } from "./governed.ts";
import { engineId, ruleId, spec } from "./rule-fields.ts";
import { requireObject } from "./rule-objects.ts";
import { findRuleSet, ruleOf, ruleShape } from "./rule-set.ts";

/** GOV-01: all that it says, also what it is about; its kind stays. */
export const updateGovernanceRule = defineCommand({
  name: "updateGovernanceRule",
  title: "Change what a governance rule says, and publish it anew",
  action: "cse:governance:modify",
  input: z.object({ engineId, ruleId, spec }),
  on: ["engine", "engineId"],
  output: ruleShape,
  async run(call, { engineId, ruleId, spec: given }) {
    let read: AnySpec = {};
    const changed = { updatedBy: call.actor.name, updatedAt: call.now().toISOString() };
    const set = await changeRules(
      call,
      engineId,
      async (tx) => {
        const { set: found } = await findRuleSet(tx, { engineId, ruleId });
        read = readSpec(found.kind, given);
        await requireInstance(tx, engineId, found);
        await requireObject(tx, engineId, found, read);
        return found;
      },
      (rules) => rules.map((rule) => (rule.id === ruleId ? { ...rule, ...changed, spec: read } : rule)),
    );
    return ruleOf(
      set,
      set.rules.find(({ id }) => id === ruleId)!,
    );
  },
});
