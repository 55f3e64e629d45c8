import type { PlaneChannel, PlaneRoute } from "../plane/call.ts";
import { adminRoutes } from "./admin.ts";
import { dependencyRoutes } from "./dependencies.ts";
import { existenceRoutes } from "./existence.ts";
import { findManyRoutes } from "./find-many.ts";
import { findRoutes } from "./find.ts";
import { governRoutes } from "./govern.ts";
import { healthRoutes } from "./health.ts";
import { heartbeatChannels, heartbeatRoutes } from "./heartbeats.ts";
import { instanceRoutes } from "./instances.ts";
import { schemaRoutes } from "./schemas.ts";
import { serviceRoutes } from "./services.ts";
import { tagRoutes } from "./tags.ts";
import { watchChannels } from "./watch-instances.ts";

/** Clients of the older protocol ask the same under addresses without a project (protocol §1.1). */
const bases = ["/v4/:project/registry", "/registry/v3"];
const everywhere = <T extends { path: string }>(all: readonly T[]) =>
  bases.flatMap((base) => all.map((one) => ({ ...one, path: `${base}${one.path}` })));

export const registryRoutes: PlaneRoute[] = [
  ...healthRoutes,
  ...everywhere([
    ...existenceRoutes,
    ...serviceRoutes,
    ...schemaRoutes,
    ...instanceRoutes,
    ...heartbeatRoutes,
    ...findRoutes,
    ...findManyRoutes,
    ...dependencyRoutes,
    ...tagRoutes,
  ]),
  ...governRoutes,
  ...adminRoutes,
];
export const registryChannels: PlaneChannel[] = everywhere([...heartbeatChannels, ...watchChannels]);
