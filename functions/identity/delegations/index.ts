export type { Delegation as DelegationRow } from "@flyloft/db";
export * from "./create-delegation.ts";
export type { ReceivedDelegation } from "./delegation-shape.ts";
export * from "./delete-delegation.ts";
export * from "./enter-project.ts";
export * from "./list-delegations.ts";
