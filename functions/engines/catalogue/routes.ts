import { get, type Route } from "../../kernel/routes.ts";
import { getMicroservice } from "./get-microservice.ts";
import { getMicroserviceContract, listMicroserviceContracts } from "./list-contracts.ts";
import { listEngineApplications } from "./list-engine-applications.ts";
import { listMicroserviceInstances } from "./list-microservice-instances.ts";
import { listMicroservices } from "./list-microservices.ts";

const service = "/engines/:engineId/microservices/:serviceId";

export const catalogueRoutes: Route[] = [
  get("/engines/:engineId/applications", listEngineApplications),
  get("/engines/:engineId/microservices", listMicroservices),
  get("/engines/:engineId/instances", listMicroserviceInstances),
  get(service, getMicroservice),
  get(`${service}/contracts`, listMicroserviceContracts),
  get(`${service}/contracts/:contractId`, getMicroserviceContract),
];
