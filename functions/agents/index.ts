export type { Agent } from "@flyloft/db";
export * from "./get-artifact.ts";
export * from "./list-agents.ts";
export * from "./read-changes.ts";
export * from "./record-logs.ts";
export * from "./record-observations.ts";
export * from "./register-agent.ts";
export * from "./routes.ts";
