import { get, patch, post, put, remove, type Route } from "../kernel/routes.ts";
import { createApplication } from "./create-application.ts";
import { deleteApplication } from "./delete-application.ts";
import { getApplication } from "./get-application.ts";
import { listApplications } from "./list-applications.ts";
import { listApplicationVariables, setApplicationVariables } from "./set-application-variables.ts";
import { updateApplication } from "./update-application.ts";

export const appRoutes: Route[] = [
  get("/applications", listApplications),
  post("/applications", createApplication),
  get("/applications/:applicationId", getApplication),
  patch("/applications/:applicationId", updateApplication),
  remove("/applications/:applicationId", deleteApplication),
  get("/applications/:applicationId/environments/:environmentId/variables", listApplicationVariables),
  put("/applications/:applicationId/environments/:environmentId/variables", setApplicationVariables),
];
