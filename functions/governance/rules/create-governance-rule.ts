import { z } from "zod";
import { defineCommand } from "../../kernel/verb.ts";
import { governanceKind } from "../kinds/form.ts";
import { readSpec } from "../kinds/index.ts";
import { changeRules } from "./change-rules.ts";
import { governedOf, requireInstance } from "./governed.ts";
import { engineId, serviceId, spec } from "./rule-fields.ts";
import { requireObject } from "./rule-objects.ts";
import { readRuleSet, ruleOf, ruleShape } from "./rule-set.ts";

/** GOV-01 to GOV-03: it acts on running services as soon as they have read the change. */
export const createGovernanceRule = defineCommand({
  name: "createGovernanceRule",
  title: "Govern a microservice by a rule, and publish what it leads to",
  action: "cse:governance:modify",
  input: z.object({ engineId, serviceId, kind: governanceKind.describe("What the rule does"), spec }),
  on: ["engine", "engineId"],
  output: ruleShape,
  async run(call, { engineId, serviceId, kind, spec: given }) {
    const { tx, actor, now, newId } = call;
    const read = readSpec(kind, given);
    const governed = await governedOf(tx, { engineId, serviceId });
    await requireInstance(tx, engineId, governed);
    await requireObject(tx, engineId, governed, read);
    const [at, by] = [now().toISOString(), actor.name];
    const rule = { id: newId("rule"), spec: read, createdBy: by, createdAt: at, updatedBy: by, updatedAt: at };
    const set = await changeRules(
      call,
      engineId,
      (held) => readRuleSet(held, { engineId, governed, kind }),
      (rules) => [...rules, rule],
    );
    return ruleOf(set, rule);
  },
});
