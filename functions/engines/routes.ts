import { get, patch, post, put, remove, type Route } from "../kernel/routes.ts";
import {
  createEngineAccount,
  deleteEngineAccount,
  resetEngineAccountPassword,
  updateEngineAccount,
} from "./accounts/verbs/change-accounts.ts";
import { createEngineRole, deleteEngineRole, updateEngineRole } from "./accounts/verbs/change-roles.ts";
import { listEngineAccounts, listEngineRoles } from "./accounts/verbs/list-accounts.ts";
import { setEngineAuthentication } from "./accounts/verbs/set-authentication.ts";
import { removeEngineBackupPolicy, setEngineBackupPolicy } from "./backups/backup-policy.ts";
import { createEngineBackup } from "./backups/create-backup.ts";
import { deleteEngineBackup } from "./backups/delete-backup.ts";
import { listEngineBackups, listEngineRestores } from "./backups/list-backups.ts";
import { restoreEngineBackup } from "./backups/restore-backup.ts";
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
  put("/engines/:engineId/authentication", setEngineAuthentication, 202),
  get("/engines/:engineId/accounts", listEngineAccounts),
  post("/engines/:engineId/accounts", createEngineAccount),
  patch("/engines/:engineId/accounts/:name", updateEngineAccount),
  put("/engines/:engineId/accounts/:name/password", resetEngineAccountPassword),
  remove("/engines/:engineId/accounts/:name", deleteEngineAccount),
  get("/engines/:engineId/roles", listEngineRoles),
  post("/engines/:engineId/roles", createEngineRole),
  put("/engines/:engineId/roles/:name", updateEngineRole),
  remove("/engines/:engineId/roles/:name", deleteEngineRole),
  get("/engines/:engineId/backups", listEngineBackups),
  post("/engines/:engineId/backups", createEngineBackup, 202),
  remove("/engines/:engineId/backups/:backupId", deleteEngineBackup),
  put("/engines/:engineId/backup-policy", setEngineBackupPolicy),
  remove("/engines/:engineId/backup-policy", removeEngineBackupPolicy),
  get("/engines/:engineId/restores", listEngineRestores),
  post("/engines/:engineId/restores", restoreEngineBackup, 202),
  get("/engine-versions", listEngineVersions),
  get("/engine-operations", listEngineOperations),
  get("/engine-operations/:operationId", getEngineOperation),
  get("/engine-operations/:operationId/log", readOperationLog),
  ...configRoutes,
  ...dashboardRoutes,
  ...catalogueRoutes,
];
