export * from "./agents.ts";
export * from "./apps.ts";
export * from "./authentication.ts";
export * from "./components.ts";
export * from "./deployments.ts";
export * from "./environments.ts";
export * from "./identity.ts";
export * from "./kernel.ts";
