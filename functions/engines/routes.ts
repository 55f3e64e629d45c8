import { get, patch, post, remove, type Route } from "../kernel/routes.ts";
import { configRoutes } from "./config/routes.ts";
import { dashboardRoutes } from "./dashboard/routes.ts";
import { createEngine } from "./life/create-engine.ts";
import { deleteEngine } from "./life/delete-engine.ts";
import { catalogueRoutes } from "./catalogue/routes.ts";
import { getEngine } from "./life/get-engine.ts";
import { listEngines } from "./life/list-engines.ts";
import { getEngineOperation, listEngineOperations } from "./life/list-operations.ts";
import { listEngineVersions } from "./life/list-versions.ts";
import { closeEnginePublicAccess, openEnginePublicAccess } from "./life/public-access.ts";
import { resizeEngine } from "./life/resize-engine.ts";
import { retryEngine } from "./life/retry-engine.ts";
import { updateEngine } from "./life/update-engine.ts";
import { upgradeEngine } from "./life/upgrade-engine.ts";
import { readOperationLog } from "./life/watch.ts";

export const engineRoutes: Route[] = [
  get("/engines", listEngines),
  post("/engines", createEngine, 202),
  get("/engines/:engineId", getEngine),
  patch("/engines/:engineId", updateEngine),
  remove("/engines/:engineId", deleteEngine, 202),
  post("/engines/:engineId/retry", retryEngine, 202),
  post("/engines/:engineId/resize", resizeEngine, 202),
  post("/engines/:engineId/upgrade", upgradeEngine, 202),
  post("/engines/:engineId/public-access", openEnginePublicAccess, 202),
  remove("/engines/:engineId/public-access", closeEnginePublicAccess, 202),
  get("/engine-versions", listEngineVersions),
  get("/engine-operations", listEngineOperations),
  get("/engine-operations/:operationId", getEngineOperation),
  get("/engine-operations/:operationId/log", readOperationLog),
  ...configRoutes,
  ...dashboardRoutes,
  ...catalogueRoutes,
];
