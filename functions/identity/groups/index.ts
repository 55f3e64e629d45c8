export type { Group as GroupRow } from "@flyloft/db";
export * from "./change-group.ts";
export * from "./create-group.ts";
export * from "./list-groups.ts";
export * from "./load-groups.ts";
export * from "./members.ts";
