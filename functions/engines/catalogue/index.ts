export {
  type Contract,
  contractTextShape,
  getMicroserviceContract,
  listMicroserviceContracts,
} from "./list-contracts.ts";
export { type ContractOperation, readContract } from "./contract.ts";
export { findMicroservice, getMicroservice } from "./get-microservice.ts";
export { switchable as switchableInstanceStatuses, type MicroserviceInstance } from "./instance-shape.ts";
export { type EngineApplication, listEngineApplications } from "./list-engine-applications.ts";
export { listMicroserviceInstances } from "./list-microservice-instances.ts";
export { listMicroservices } from "./list-microservices.ts";
export type { Microservice } from "./microservice-shape.ts";
export { createMicroservice } from "./create-microservice.ts";
export { deleteMicroservice, type deletedMicroserviceShape } from "./delete-microservice.ts";
export { listRelatedMicroservices } from "./list-related-microservices.ts";
export * from "./microservice-tags.ts";
export { setMicroserviceInstanceStatus } from "./set-instance-status.ts";
export * from "./routes.ts";
