export * from "./project-credentials.ts";
