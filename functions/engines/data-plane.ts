import { accountRoutes } from "./accounts/account-routes.ts";
import { AccountsMemory } from "./accounts/accounts-memory.ts";
import { centreChannels, centreRoutes } from "./config/centre/routes.ts";
import { ItemsPart } from "./config/items/items-part.ts";
import { kieRoutes } from "./config/kie/routes.ts";
import { policyRoutes } from "./config/policies/routes.ts";
import { dashboardIntake } from "./dashboard/intake-routes.ts";
import type { PlaneChannel, PlaneRoute } from "./plane/call.ts";
import { CatalogueMemory } from "./registry/catalogue-memory.ts";
import { DependencyMemory } from "./registry/dependency-memory.ts";
import { registryChannels, registryRoutes } from "./registry/routes.ts";
import { SchemaMemory } from "./registry/schema-memory.ts";
import type { PartClass } from "./store/memory.ts";

/** All that clients of an engine can ask, area by area. */
export const planeRoutes: PlaneRoute[] = [
  ...accountRoutes,
  ...registryRoutes,
  ...kieRoutes,
  ...policyRoutes,
  ...centreRoutes,
  ...dashboardIntake,
];
/** All that stays open. */
export const planeChannels: PlaneChannel[] = [...registryChannels, ...centreChannels];
/** All that is kept in memory for them. */
export const planeParts: PartClass[] = [AccountsMemory, CatalogueMemory, SchemaMemory, DependencyMemory, ItemsPart];
