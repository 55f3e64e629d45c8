export { authenticateCall } from "./authenticate.ts";
export * from "./project-credentials.ts";
export * from "./verbs/change-accounts.ts";
export * from "./verbs/change-roles.ts";
export * from "./verbs/list-accounts.ts";
export * from "./verbs/set-authentication.ts";
