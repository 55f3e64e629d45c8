export * from "./commit.ts";
export * from "./entries.ts";
export * from "./memory.ts";
