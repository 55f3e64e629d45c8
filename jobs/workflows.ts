import { cleanUp } from "./clean-up.ts";
import { carryOut } from "./deployments/carry-out.ts";
import { renewKeys } from "./renew-keys.ts";
import { sealAuditTrail } from "./seal-audit.ts";
import type { Schedule, Workflow } from "./steps.ts";

/** Every workflow and schedule there is; a new one is a line here. */
export const workflows: Workflow[] = [carryOut];
export const schedules: Schedule[] = [cleanUp, renewKeys, sealAuditTrail];
