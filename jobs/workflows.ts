import { cleanUp } from "./clean-up.ts";
import { carryOut } from "./deployments/carry-out.ts";
import { backUpEngines } from "./engines/back-up-engines.ts";
import { carryOutOperation } from "./engines/carry-out-operation.ts";
import { cleanUpEngines } from "./engines/clean-up-engines.ts";
import { forgetBackups } from "./engines/forget-backups.ts";
import { giveEngine } from "./engines/give-engine.ts";
import { restoreEngine } from "./engines/restore-engine.ts";
import { takeBackups } from "./engines/take-backup.ts";
import { watchEngines } from "./engines/watch-engines.ts";
import { renewKeys } from "./renew-keys.ts";
import { sealAuditTrail } from "./seal-audit.ts";
import type { Schedule, Workflow } from "./steps.ts";

/** Every workflow and schedule there is; a new one is a line here. */
export const workflows: Workflow[] = [
  carryOut,
  carryOutOperation,
  forgetBackups,
  giveEngine,
  restoreEngine,
  takeBackups,
];
export const schedules: Schedule[] = [backUpEngines, cleanUp, cleanUpEngines, renewKeys, sealAuditTrail, watchEngines];
