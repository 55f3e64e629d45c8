import { get, post, remove, type Route } from "../kernel/routes.ts";
import { listAccesses, removeAccess } from "./accesses.ts";
import { addAccess } from "./add-access.ts";
import { deleteInstance, restartInstance, scaleInstance, startInstance, stopInstance } from "./change-instance.ts";
import { listInstanceEvents, listLogFiles, readRunLog } from "./run-logs.ts";

export const operationRoutes: Route[] = [
  post("/instances/:instanceId/stop", stopInstance, 202),
  post("/instances/:instanceId/start", startInstance, 202),
  post("/instances/:instanceId/restart", restartInstance, 202),
  post("/instances/:instanceId/scale", scaleInstance, 202),
  remove("/instances/:instanceId", deleteInstance, 202),
  get("/instances/:instanceId/accesses", listAccesses),
  post("/instances/:instanceId/accesses", addAccess),
  remove("/instances/:instanceId/accesses/:accessId", removeAccess),
  get("/instances/:instanceId/events", listInstanceEvents),
  get("/instances/:instanceId/log-files", listLogFiles),
  get("/instances/:instanceId/log", readRunLog),
];
