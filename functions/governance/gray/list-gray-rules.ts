import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { governedOf } from "../rules/governed.ts";
import { engineId, ruleId, serviceId } from "../rules/rule-fields.ts";
import { previewShape } from "../rules/preview-governance-rule.ts";
import { differenceOf } from "../settings/publication.ts";
import { compileGray } from "./compile-gray.ts";
import { anyGraySpec, readGraySpec } from "./gray-rule.ts";
import { checkGrayRules, grayRuleOf, grayRuleShape, parametersOf, readGraySet, requireParameters } from "./gray-set.ts";

/** SVC-14 to SVC-18; at most fifty, so all of them. */
export const listGrayRules = defineQuery({
  name: "listGrayRules",
  title: "The gray rules of a microservice, first the one that is asked first",
  action: "cse:config:get",
  input: z.object({ engineId, serviceId }),
  on: ["engine", "engineId"],
  output: z.array(grayRuleShape),
  async run({ db }, { engineId, serviceId }) {
    const set = await readGraySet(db, engineId, await governedOf(db, { engineId, serviceId }));
    return [...set.rules].sort((a, b) => b.priority - a.priority).map((rule) => grayRuleOf(set, rule));
  },
});

export const grayParameterShape = z.object({ name: z.string(), in: z.array(z.string()) });

/** SVC-16: what there is to choose from. */
export const listGrayParameters = defineQuery({
  name: "listGrayParameters",
  title: "The parameters that gray rules of a microservice may name, as its contracts name them",
  action: "cse:config:get",
  input: z.object({ engineId, serviceId }),
  on: ["engine", "engineId"],
  output: z.array(grayParameterShape),
  async run({ db }, { engineId, serviceId }) {
    const found = await parametersOf(db, engineId, await governedOf(db, { engineId, serviceId }));
    return [...found].map(([name, places]) => ({ name, in: [...places] })).sort((a, b) => (a.name < b.name ? -1 : 1));
  },
});

export const previewGrayRule = defineQuery({
  name: "previewGrayRule",
  title: "What creating, changing or deleting a gray rule would publish",
  action: "cse:config:get",
  input: z.object({
    engineId,
    serviceId,
    ruleId: ruleId.optional().describe("The rule that is changed or deleted; left out for a new one"),
    name: z.string().max(64).default("preview").describe("Its name"),
    priority: z.int().min(0).max(1000).optional().describe("Its priority; else as it is"),
    spec: anyGraySpec.optional().describe("What it would say; left out for its deletion"),
  }),
  on: ["engine", "engineId"],
  output: previewShape,
  async run({ db }, { engineId, serviceId, ruleId, name, priority, spec: given }) {
    const spec = given && readGraySpec(given);
    const set = await readGraySet(db, engineId, await governedOf(db, { engineId, serviceId }));
    const parameters = await parametersOf(db, engineId, set);
    const before = set.rules.find(({ id }) => id === ruleId);
    if (ruleId !== undefined && !before) throw notFound("gray_rule", ruleId);
    if (spec) requireParameters(spec, parameters);
    const others = set.rules.filter((one) => one !== before);
    const last = Math.min(501, ...others.map((one) => one.priority)) - 1;
    const after = spec && { id: "", name, spec, priority: priority ?? before?.priority ?? last };
    const rules = after ? [...others, after] : others;
    checkGrayRules(rules);
    const { settings, notes } = compileGray(set, rules, parameters);
    return { changes: await differenceOf(db, engineId, { published: set.published, settings }), notes };
  },
});
