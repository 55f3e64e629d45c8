export * from "./load-grants.ts";
