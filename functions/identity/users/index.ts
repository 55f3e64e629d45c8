export type { User } from "./columns.ts";
export * from "./create-user.ts";
export * from "./delete-user.ts";
export * from "./get-user.ts";
export * from "./list-users.ts";
export * from "./load-users.ts";
export * from "./set-user-password.ts";
export * from "./update-user.ts";
