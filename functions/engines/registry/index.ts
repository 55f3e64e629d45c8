export * from "./catalogue-memory.ts";
export * from "./instance.ts";
export * from "./keys.ts";
export * from "./look-up.ts";
export * from "./routes.ts";
export * from "./service.ts";
