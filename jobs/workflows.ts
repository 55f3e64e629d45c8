import { cleanUp } from "./clean-up.ts";
import { carryOut } from "./deployments/carry-out.ts";
import { carryOutOperation } from "./engines/carry-out-operation.ts";
import { cleanUpEngines } from "./engines/clean-up-engines.ts";
import { giveEngine } from "./engines/give-engine.ts";
import { watchEngines } from "./engines/watch-engines.ts";
import { renewKeys } from "./renew-keys.ts";
import { sealAuditTrail } from "./seal-audit.ts";
import type { Schedule, Workflow } from "./steps.ts";

/** Every workflow and schedule there is; a new one is a line here. */
export const workflows: Workflow[] = [carryOut, carryOutOperation, giveEngine];
export const schedules: Schedule[] = [cleanUp, cleanUpEngines, renewKeys, sealAuditTrail, watchEngines];
