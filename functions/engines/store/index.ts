export * from "./commit.ts";
export * from "./copy.ts";
export * from "./entries.ts";
export * from "./expire.ts";
export * from "./forget.ts";
export * from "./leases.ts";
export * from "./memory.ts";
export * from "./watch.ts";
