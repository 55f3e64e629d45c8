export {
  type Contract,
  contractTextShape,
  getMicroserviceContract,
  listMicroserviceContracts,
} from "./list-contracts.ts";
export { type ContractOperation, readContract } from "./contract.ts";
export { getMicroservice } from "./get-microservice.ts";
export { switchable as switchableInstanceStatuses, type MicroserviceInstance } from "./instance-shape.ts";
export { type EngineApplication, listEngineApplications } from "./list-engine-applications.ts";
export { listMicroserviceInstances } from "./list-microservice-instances.ts";
export { listMicroservices } from "./list-microservices.ts";
export { instanceStatuses, type Microservice } from "./microservice-shape.ts";
export * from "./routes.ts";
