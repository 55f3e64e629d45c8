export * from "./change-policy.ts";
export * from "./create-policy.ts";
export type { Dependency } from "./draft.ts";
export * from "./draft-policy.ts";
export * from "./list-policies.ts";
export { parseDocument } from "./parse-document.ts";
export type { PolicyRow } from "./policy-shape.ts";
export { statementsOf } from "./statements.ts";
