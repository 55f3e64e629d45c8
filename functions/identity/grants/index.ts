export * from "./grant-policies.ts";
export { getGroupGrants, type GrantRow } from "./list-grants.ts";
export * from "./load-grants.ts";
export * from "./must-hold.ts";
export * from "./revoke-grant.ts";
