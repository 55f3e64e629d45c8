import { invalid } from "../../kernel/errors.ts";
import { type Condition, type GrayRule, operatorNames } from "./gray-rule.ts";

/** What would be read as a part of the condition itself. */
const special = /[=!<>~&|,]/;

function textOf({ parameter, operator, value }: Condition): string {
  if (special.test(value))
    throw invalid("spec.conditions", `${value}: = ! < > ~ & | and , cannot be written in such a condition`);
  return `${parameter}${operatorNames[operator]}${value}`;
}

/** Conditions as the dark launch policy has them, first the one that is asked first (protocol §4.1). */
export function darkLaunchOf(rules: readonly GrayRule[]): string {
  const ruleItems = rules.flatMap(({ name, spec }) =>
    spec.by !== "condition"
      ? []
      : [
          {
            groupName: name,
            groupCondition: `version=${spec.versions.join(",")}`,
            policyCondition: spec.conditions.map(textOf).join(spec.join === "and" ? "&&" : "||"),
            caseInsensitive: false,
          },
        ],
  );
  return JSON.stringify({ policyType: "RULE", ruleItems });
}
