import { get, type Route } from "../kernel/routes.ts";
import { accessRoutes } from "./access-routes.ts";
import { credentialRoutes } from "./credential-routes.ts";
import { getViewer } from "./view-viewer.ts";

export const identityRoutes: Route[] = [get("/viewer", getViewer), ...accessRoutes, ...credentialRoutes];
