import { get, patch, post, remove, type Route } from "../kernel/routes.ts";
import { createEnvironment } from "./create-environment.ts";
import { deleteEnvironment } from "./delete-environment.ts";
import { deleteResource } from "./delete-resource.ts";
import { getEnvironment } from "./get-environment.ts";
import { getResource } from "./get-resource.ts";
import { listEnvironments } from "./list-environments.ts";
import { listResources } from "./list-resources.ts";
import { registerResource } from "./register-resource.ts";
import { updateEnvironment } from "./update-environment.ts";
import { updateResource } from "./update-resource.ts";

export const environmentRoutes: Route[] = [
  get("/resources", listResources),
  post("/resources", registerResource),
  get("/resources/:resourceId", getResource),
  patch("/resources/:resourceId", updateResource),
  remove("/resources/:resourceId", deleteResource),
  get("/environments", listEnvironments),
  post("/environments", createEnvironment),
  get("/environments/:environmentId", getEnvironment),
  patch("/environments/:environmentId", updateEnvironment),
  remove("/environments/:environmentId", deleteEnvironment),
];
