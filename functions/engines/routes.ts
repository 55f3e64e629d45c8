import { get, type Route } from "../kernel/routes.ts";
import { configRoutes } from "./config/routes.ts";
import { getEngine } from "./life/get-engine.ts";
import { listEngines } from "./life/list-engines.ts";

export const engineRoutes: Route[] = [
  get("/engines", listEngines),
  get("/engines/:engineId", getEngine),
  ...configRoutes,
];
