export * from "./get-engine.ts";
export * from "./list-engines.ts";
export * from "./load-engines.ts";
