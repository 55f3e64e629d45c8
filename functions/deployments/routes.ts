import { get, post, type Route } from "../kernel/routes.ts";
import { cloneToEnvironment, upgradeComponent, upgradeComponents, upgradeInstances } from "./batches.ts";
import { deployComponent } from "./deploy-component.ts";
import { getInstance, getTask, listInstances, listRevisions, listTasks } from "./list-instances.ts";
import { rollbackInstance } from "./rollback-instance.ts";
import { upgradeInstance } from "./upgrade-instance.ts";
import { readTaskLog } from "./watch.ts";

export const deploymentRoutes: Route[] = [
  get("/instances", listInstances),
  post("/components/:componentId/instances", deployComponent, 202),
  post("/instances/upgrades", upgradeInstances, 202),
  post("/components/upgrades", upgradeComponents, 202),
  post("/components/:componentId/upgrade", upgradeComponent, 202),
  post("/applications/:applicationId/clones", cloneToEnvironment, 202),
  get("/instances/:instanceId", getInstance),
  get("/instances/:instanceId/revisions", listRevisions),
  post("/instances/:instanceId/upgrade", upgradeInstance, 202),
  post("/instances/:instanceId/rollback", rollbackInstance, 202),
  get("/tasks", listTasks),
  get("/tasks/:taskId", getTask),
  get("/tasks/:taskId/log", readTaskLog),
];
