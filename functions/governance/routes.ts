import { get, type Route } from "../kernel/routes.ts";
import { listGovernanceKinds } from "./list-governance-kinds.ts";

export const governanceRoutes: Route[] = [get("/engines/:engineId/governance-kinds", listGovernanceKinds)];
