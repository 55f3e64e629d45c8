export * from "./accesses.ts";
export * from "./add-access.ts";
export * from "./change-instance.ts";
export * from "./clean-up.ts";
export * from "./routes.ts";
export * from "./run-logs.ts";
