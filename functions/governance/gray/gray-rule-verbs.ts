import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { governedOf, requireInstance } from "../rules/governed.ts";
import { engineId, ruleId, serviceId } from "../rules/rule-fields.ts";
import { anyGraySpec, readGraySpec } from "./gray-rule.ts";
import { changeGrayRules, findGraySet, grayRuleOf, grayRuleShape, readGraySet, requireParameters } from "./gray-set.ts";

const name = z.string().trim().min(1).max(64).describe("Unique among the rules of the microservice");
const priority = z.int().min(0).max(1000).describe("A rule of a larger one is asked first; unique too");
const common = { action: "cse:config:modify", on: ["engine", "engineId"], output: grayRuleShape } as const;

/** SVC-14, SVC-15. */
export const createGrayRule = defineCommand({
  ...common,
  name: "createGrayRule",
  title: "Send some requests to a microservice's new version, by weight, by what they say or by their lane",
  input: z.object({ engineId, serviceId, name, priority: priority.optional(), spec: anyGraySpec }),
  async run(call, { engineId, serviceId, name, priority, spec: given }) {
    const { tx, actor, now, newId } = call;
    const spec = readGraySpec(given);
    const governed = await governedOf(tx, { engineId, serviceId });
    await requireInstance(tx, engineId, governed);
    const id = newId("rule");
    const by = { updatedBy: actor.name, updatedAt: now().toISOString(), completedAt: null };
    const set = await changeGrayRules(
      call,
      engineId,
      (held) => readGraySet(held, engineId, governed),
      (rules, parameters) => {
        requireParameters(spec, parameters);
        const last = Math.min(1000, ...rules.map((one) => one.priority));
        return [
          ...rules,
          { id, name, priority: priority ?? (rules.length === 0 ? 500 : Math.max(0, last - 1)), spec, ...by },
        ];
      },
    );
    return grayRuleOf(
      set,
      set.rules.find((one) => one.id === id)!,
    );
  },
});

export const updateGrayRule = defineCommand({
  ...common,
  name: "updateGrayRule",
  title: "Change a gray rule, or its place among the others",
  input: z.object({
    engineId,
    ruleId,
    name: name.optional(),
    priority: priority.optional(),
    spec: anyGraySpec.optional(),
  }),
  async run(call, { engineId, ruleId, spec: said, ...change }) {
    const spec = said && readGraySpec(said);
    const by = { updatedBy: call.actor.name, updatedAt: call.now().toISOString() };
    const given = Object.fromEntries(Object.entries({ ...change, spec }).filter(([, one]) => one !== undefined));
    const set = await changeGrayRules(
      call,
      engineId,
      (held) => findGraySet(held, engineId, ruleId),
      (rules, parameters) => {
        if (spec) requireParameters(spec, parameters);
        const reopened = spec ? { completedAt: null } : {};
        return rules.map((rule) => (rule.id === ruleId ? { ...rule, ...given, ...by, ...reopened } : rule));
      },
    );
    return grayRuleOf(
      set,
      set.rules.find((one) => one.id === ruleId)!,
    );
  },
});

/** SVC-18: the release is over. The other rules of the microservice go with it, for there is nothing left to divide. */
export const confirmGrayRule = defineCommand({
  ...common,
  name: "confirmGrayRule",
  title: "Complete a gray release: all traffic goes to the new version",
  input: z.object({
    engineId,
    ruleId,
    version: z.string().max(64).optional().describe("The version of the rule that takes over; else its latest"),
  }),
  async run(call, { engineId, ruleId, version }) {
    const at = call.now().toISOString();
    const set = await changeGrayRules(
      call,
      engineId,
      (held) => findGraySet(held, engineId, ruleId),
      (rules) => {
        const rule = rules.find(({ id }) => id === ruleId)!;
        const { spec } = rule;
        const versions =
          spec.by === "weight" ? spec.weights.map((one) => one.version) : spec.by === "condition" ? spec.versions : [];
        const latest = [...versions].sort(compareVersions).at(-1);
        const chosen = version ?? latest;
        if (chosen === undefined || !versions.includes(chosen)) throw notFound("version_of_the_rule", chosen ?? "");
        const whole = { by: "weight" as const, weights: [{ version: chosen, weight: 100 }] };
        return [{ ...rule, spec: whole, completedAt: at, updatedAt: at, updatedBy: call.actor.name }];
      },
    );
    return grayRuleOf(set, set.rules[0]!);
  },
});

/** By their numbers. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const deleteGrayRule = defineCommand({
  ...common,
  name: "deleteGrayRule",
  title: "Delete a gray rule: its requests go where they went before",
  input: z.object({ engineId, ruleId }),
  output: z.object({ id: z.string() }),
  async run(call, { engineId, ruleId }) {
    await changeGrayRules(
      call,
      engineId,
      (held) => findGraySet(held, engineId, ruleId),
      (rules) => rules.filter(({ id }) => id !== ruleId),
    );
    return { id: ruleId };
  },
});
