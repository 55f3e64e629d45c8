import { get, post, put, remove, type Route } from "../kernel/routes.ts";
import { listGovernanceKinds } from "./list-governance-kinds.ts";
import { createGovernanceRule } from "./rules/create-governance-rule.ts";
import { deleteGovernanceRule } from "./rules/delete-governance-rule.ts";
import { getGovernanceRule, listGovernanceRules } from "./rules/list-governance-rules.ts";
import { previewGovernanceRule } from "./rules/preview-governance-rule.ts";
import { updateGovernanceRule } from "./rules/update-governance-rule.ts";

const rules = "/engines/:engineId/governance-rules";

export const governanceRoutes: Route[] = [
  get("/engines/:engineId/governance-kinds", listGovernanceKinds),
  get(rules, listGovernanceRules),
  post(rules, createGovernanceRule),
  post("/engines/:engineId/governance-rule-preview", previewGovernanceRule, 200),
  get(`${rules}/:ruleId`, getGovernanceRule),
  put(`${rules}/:ruleId`, updateGovernanceRule),
  remove(`${rules}/:ruleId`, deleteGovernanceRule),
];
