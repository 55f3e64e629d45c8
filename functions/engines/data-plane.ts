import type { PlaneChannel, PlaneRoute } from "./plane/call.ts";
import { CatalogueMemory } from "./registry/catalogue-memory.ts";
import { registryRoutes } from "./registry/routes.ts";
import type { PartClass } from "./store/memory.ts";

/** All that clients of an engine can ask, area by area. */
export const planeRoutes: PlaneRoute[] = [...registryRoutes];
/** All that stays open. */
export const planeChannels: PlaneChannel[] = [];
/** All that is kept in memory for them. */
export const planeParts: PartClass[] = [CatalogueMemory];
