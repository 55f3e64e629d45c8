export {
  type Engine,
  type EngineBackup,
  type EngineBackupPolicy,
  engineEditions,
  type EngineRestore,
  engineSpecifications,
  engineStates,
  type Operation,
  operationKinds,
} from "@flyloft/db";
export * from "./accounts/index.ts";
export * from "./backups/index.ts";
export * from "./config/index.ts";
export * from "./dashboard/index.ts";
export * from "./data-plane.ts";
export * from "./catalogue/index.ts";
export * from "./life/index.ts";
export * from "./plane/index.ts";
export * from "./registry/index.ts";
export * from "./routes.ts";
export * from "./store/index.ts";
