import { get, post, put, remove, type Route } from "../../kernel/routes.ts";
import { getMicroservice } from "./get-microservice.ts";
import { getMicroserviceContract, listMicroserviceContracts } from "./list-contracts.ts";
import { listEngineApplications } from "./list-engine-applications.ts";
import { listMicroserviceInstances } from "./list-microservice-instances.ts";
import { listMicroservices } from "./list-microservices.ts";

import { createMicroservice } from "./create-microservice.ts";
import { deleteMicroservice } from "./delete-microservice.ts";
import { listRelatedMicroservices } from "./list-related-microservices.ts";
import { addMicroserviceTag, deleteMicroserviceTag, updateMicroserviceTag } from "./microservice-tags.ts";
import { setMicroserviceInstanceStatus } from "./set-instance-status.ts";

const service = "/engines/:engineId/microservices/:serviceId";

export const catalogueRoutes: Route[] = [
  get("/engines/:engineId/applications", listEngineApplications),
  get("/engines/:engineId/microservices", listMicroservices),
  get("/engines/:engineId/instances", listMicroserviceInstances),
  post("/engines/:engineId/microservices", createMicroservice),
  get(service, getMicroservice),
  remove(service, deleteMicroservice),
  get(`${service}/related`, listRelatedMicroservices),
  post(`${service}/tags`, addMicroserviceTag),
  put(`${service}/tags/:key`, updateMicroserviceTag),
  remove(`${service}/tags/:key`, deleteMicroserviceTag),
  put(`${service}/instances/:instanceId/status`, setMicroserviceInstanceStatus),
  get(`${service}/contracts`, listMicroserviceContracts),
  get(`${service}/contracts/:contractId`, getMicroserviceContract),
];
