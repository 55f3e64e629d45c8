export * from "./inngest.ts";
