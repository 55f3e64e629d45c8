export * from "./enter-project.ts";
