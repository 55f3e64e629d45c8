import { get, patch, post, put, remove, type Route } from "../kernel/routes.ts";
import { confirmGrayRule, createGrayRule, deleteGrayRule, updateGrayRule } from "./gray/gray-rule-verbs.ts";
import { listGrayParameters, listGrayRules, previewGrayRule } from "./gray/list-gray-rules.ts";
import { listGovernanceKinds } from "./list-governance-kinds.ts";
import { createGovernanceRule } from "./rules/create-governance-rule.ts";
import { deleteGovernanceRule } from "./rules/delete-governance-rule.ts";
import { getGovernanceRule, listGovernanceRules } from "./rules/list-governance-rules.ts";
import { previewGovernanceRule } from "./rules/preview-governance-rule.ts";
import { updateGovernanceRule } from "./rules/update-governance-rule.ts";

const gray = "/engines/:engineId/gray-rules";
const rules = "/engines/:engineId/governance-rules";

export const governanceRoutes: Route[] = [
  get("/engines/:engineId/governance-kinds", listGovernanceKinds),
  get(rules, listGovernanceRules),
  post(rules, createGovernanceRule),
  post("/engines/:engineId/governance-rule-preview", previewGovernanceRule, 200),
  get(`${rules}/:ruleId`, getGovernanceRule),
  put(`${rules}/:ruleId`, updateGovernanceRule),
  remove(`${rules}/:ruleId`, deleteGovernanceRule),
  get("/engines/:engineId/microservices/:serviceId/gray-rules", listGrayRules),
  get("/engines/:engineId/microservices/:serviceId/gray-parameters", listGrayParameters),
  post(gray, createGrayRule),
  post("/engines/:engineId/gray-rule-preview", previewGrayRule, 200),
  patch(`${gray}/:ruleId`, updateGrayRule),
  post(`${gray}/:ruleId/confirm`, confirmGrayRule, 200),
  remove(`${gray}/:ruleId`, deleteGrayRule),
];
