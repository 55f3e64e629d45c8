import { builder } from "./builder.ts";
import "./identity.ts";
import "./identity-users.ts";
import "./identity-policies.ts";
import "./identity-delegations.ts";
import "./identity-audit.ts";
import "./authentication.ts";
import "./credentials.ts";
import "./apps.ts";
import "./environments.ts";
import "./packages.ts";
import "./components.ts";
import "./component-options.ts";
import "./deployments.ts";
import "./operations.ts";
import "./engines.ts";
import "./engine-accounts.ts";
import "./engine-backups.ts";
import "./engine-config.ts";
import "./engine-dashboard.ts";
import "./engine-catalogue.ts";
import "./governance.ts";
import "./gray-release.ts";
import "./jobs.ts";
import "./agents.ts";
import "./node.ts";

/** The whole schema; each room's file adds its own part. */
export const schema = builder.toSchema();
