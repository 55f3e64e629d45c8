export { fieldKinds, type FormField } from "./kinds/form.ts";
export { governanceKinds, type GovernanceKindName, type Prerequisite } from "./kinds/define.ts";
export { compileRules } from "./compile-rules.ts";
export { anySpec, kinds, readSpec } from "./kinds/index.ts";
export { readNames } from "./kinds/name-patterns.ts";
export { listGovernanceKinds } from "./list-governance-kinds.ts";
export * from "./routes.ts";
export { frameworks } from "./settings/setting.ts";
export type { Words } from "./words.ts";
