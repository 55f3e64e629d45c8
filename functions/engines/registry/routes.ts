import type { PlaneRoute } from "../plane/call.ts";
import { healthRoutes } from "./health.ts";
import { serviceRoutes } from "./services.ts";

/** Clients of the older protocol ask the same under addresses without a project (protocol §1.1). */
const bases = ["/v4/:project/registry", "/registry/v3"];

export const registryRoutes: PlaneRoute[] = [
  ...healthRoutes,
  ...bases.flatMap((base) => serviceRoutes.map((route) => ({ ...route, path: `${base}${route.path}` }))),
];
