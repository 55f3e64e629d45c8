import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { governanceKind } from "../kinds/form.ts";
import { readSpec } from "../kinds/index.ts";
import { differenceOf, settingChangeShape } from "../settings/publication.ts";
import { noteShape } from "../settings/setting.ts";
import { checkRules, compileSet } from "./change-rules.ts";
import { governedOf } from "./governed.ts";
import { engineId, ruleId, serviceId, spec } from "./rule-fields.ts";
import { requireObject } from "./rule-objects.ts";
import { readRuleSet, type StoredRule } from "./rule-set.ts";

export const previewShape = z.object({ changes: z.array(settingChangeShape), notes: z.array(noteShape) });
export type Preview = z.output<typeof previewShape>;

/** The exact keys, where they go, and what is there now: of a new rule, of another text of one, or of its deletion. */
export const previewGovernanceRule = defineQuery({
  name: "previewGovernanceRule",
  title: "What creating, changing or deleting a governance rule would publish",
  action: "cse:governance:get",
  input: z.object({
    engineId,
    serviceId,
    kind: governanceKind.describe("What the rule does"),
    ruleId: ruleId.optional().describe("The rule that is changed or deleted; left out for a new one"),
    spec: spec.optional().describe("What it would say; left out for its deletion"),
  }),
  on: ["engine", "engineId"],
  output: previewShape,
  async run({ db }, { engineId, serviceId, kind, ruleId, spec: given }) {
    const governed = await governedOf(db, { engineId, serviceId });
    const set = await readRuleSet(db, { engineId, governed, kind });
    const place = set.rules.findIndex(({ id }) => id === ruleId);
    if (ruleId !== undefined && place === -1) throw notFound("rule", ruleId);
    const rules: StoredRule[] = [...set.rules];
    const at = place === -1 ? rules.length : place;
    if (given) {
      const read = readSpec(kind, given);
      await requireObject(db, engineId, governed, read);
      const nobody = { createdBy: "", createdAt: "", updatedBy: "", updatedAt: "" };
      rules.splice(at, 1, { ...(rules[at] ?? { id: "", ...nobody }), spec: read });
    } else rules.splice(at, 1);
    checkRules(set, rules);
    const { settings, notes } = await compileSet(db, engineId, set, rules);
    return { changes: await differenceOf(db, engineId, { published: set.published, settings }), notes };
  },
});
