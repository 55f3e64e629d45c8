import {
  addMicroserviceTag,
  createMicroservice,
  deleteMicroservice,
  deleteMicroserviceTag,
  listRelatedMicroservices,
  setMicroserviceInstanceStatus,
  updateMicroserviceTag,
  type Contract as ContractRow,
  type ContractOperation as OperationRow,
  type EngineApplication as ApplicationRow,
  getMicroservice,
  getMicroserviceContract,
  instanceStates,
  listEngineApplications,
  listMicroserviceContracts,
  listMicroserviceInstances,
  listMicroservices,
  type Microservice as Row,
  type MicroserviceInstance as InstanceRow,
} from "@flyloft/functions/engines";
import { KeyValue } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const EngineApplication = builder.objectRef<ApplicationRow>("EngineApplication").implement({
  description: "An application that services of an engine belong to, in one environment",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Unique among those of the engine" }),
    name: t.exposeString("name", { description: "As services name it" }),
    environment: t.exposeString("environment", { description: "Empty for services that name none" }),
    microservices: t.exposeInt("microservices", { description: "How many; versions of one count as one" }),
    instances: t.exposeInt("instances", { description: "How many are registered" }),
  }),
});

const Framework = builder.objectRef<NonNullable<Row["framework"]>>("MicroserviceFramework").implement({
  description: "What a microservice is made with",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Its name" }),
    version: t.exposeString("version", { description: "Its version" }),
  }),
});

export const Microservice = builder.objectRef<Row>("Microservice").implement({
  description: "A version of a microservice, registered by itself or entered beforehand (SVC-02)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id; the same again when it comes back" }),
    tenant: t.exposeString("tenant", { description: "Services of one tenant do not see those of another" }),
    environment: t.exposeString("environment", { description: "Empty when it names none" }),
    application: t.exposeString("application", { description: "The application that it belongs to" }),
    name: t.exposeString("name", { description: "Its name, which its versions share" }),
    version: t.exposeString("version", { description: "Its version" }),
    alias: t.exposeString("alias", { description: "Another name by which it is found" }),
    description: t.exposeString("description", { description: "What it is for" }),
    status: t.exposeString("status", { description: "UP or DOWN, as it says" }),
    registeredBy: t.exposeString("registeredBy", { description: "SDK, SIDECAR or PLATFORM" }),
    framework: t.expose("framework", { type: Framework, nullable: true, description: "What it is made with" }),
    properties: t.expose("properties", { type: [KeyValue], description: "What it says of itself" }),
    tags: t.expose("tags", { type: [KeyValue], description: "What people say of it (SVC-06)" }),
    contracts: t.exposeStringList("contracts", { description: "The names of its contracts" }),
    instances: t.exposeInt("instances", { description: "How many are registered" }),
    online: t.exposeInt("online", { description: "How many of them serve" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was registered" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});

export const MicroserviceInstance = builder.objectRef<InstanceRow>("MicroserviceInstance").implement({
  description: "A registered instance of a microservice",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id, unique in its microservice" }),
    serviceId: t.exposeID("serviceId", { description: "The microservice" }),
    microservice: t.exposeString("microservice", { description: "The name of the microservice" }),
    application: t.exposeString("application", { description: "The application of the microservice" }),
    environment: t.exposeString("environment", { description: "The environment of the microservice" }),
    version: t.exposeString("version", { description: "The version of the microservice" }),
    hostName: t.exposeString("hostName", { description: "Where it runs" }),
    endpoints: t.exposeStringList("endpoints", { description: "Where it is called" }),
    status: t.expose("status", {
      type: enumOf("MicroserviceInstanceStatus", instanceStates),
      description: "Only those that are UP are called (SVC-07)",
    }),
    zone: t.exposeString("zone", { description: "Its availability zone" }),
    region: t.exposeString("region", { description: "Its region" }),
    properties: t.expose("properties", { type: [KeyValue], description: "What it says of itself" }),
    registeredAt: t.expose("registeredAt", { type: "DateTime", description: "When it registered" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});

const Contract = builder.objectRef<ContractRow>("MicroserviceContract").implement({
  description: "A contract that a microservice has registered (SVC-05)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "As the microservice calls it" }),
    serviceId: t.exposeID("serviceId", { description: "The microservice" }),
    summary: t.exposeString("summary", { description: "A digest of its text" }),
  }),
});

const Parameter = builder.objectRef<OperationRow["parameters"][number]>("ContractParameter").implement({
  description: "A parameter of a method",
  fields: (t) => ({
    name: t.exposeString("name", { description: "As the contract names it" }),
    in: t.exposeString("in", { description: "Where it is given: query, path, header, body, …" }),
  }),
});

const Operation = builder.objectRef<OperationRow>("ContractOperation").implement({
  description: "A method that a contract describes",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its operation id" }),
    method: t.exposeString("method", { description: "The HTTP method" }),
    path: t.exposeString("path", { description: "Where it is called, with parameters in braces" }),
    parameters: t.expose("parameters", { type: [Parameter], description: "What it takes" }),
  }),
});

type Text = { id: string; serviceId: string; text: string; format: string | null; operations: OperationRow[] };
const ContractText = builder.objectRef<Text>("MicroserviceContractText").implement({
  description: "A contract with its text",
  fields: (t) => ({
    id: t.exposeID("id", { description: "As the microservice calls it" }),
    serviceId: t.exposeID("serviceId", { description: "The microservice" }),
    text: t.exposeString("text", { description: "As it was registered" }),
    format: t.exposeString("format", { nullable: true, description: "Swagger 2 or OpenAPI 3; null for anything else" }),
    operations: t.expose("operations", { type: [Operation], description: "The methods that it describes" }),
  }),
});

list("engineApplications", listEngineApplications, "EngineApplication", EngineApplication);
list("microservices", listMicroservices, "Microservice", Microservice);
list("microserviceInstances", listMicroserviceInstances, "MicroserviceInstance", MicroserviceInstance);
list("microserviceContracts", listMicroserviceContracts, "MicroserviceContract", Contract);
query("microservice", getMicroservice, Microservice);
query("microserviceContract", getMicroserviceContract, ContractText);
list("relatedMicroservices", listRelatedMicroservices, "Microservice", Microservice);

const DeletedMicroservice = builder
  .objectRef<{ id: string; instances: number; comesBack: boolean }>("DeletedMicroservice")
  .implement({
    description: "A microservice that is gone",
    fields: (t) => ({
      id: t.exposeID("id", { description: "The id it had, and will have again" }),
      instances: t.exposeInt("instances", { description: "How many instances went with it" }),
      comesBack: t.exposeBoolean("comesBack", { description: "Whether running instances will register it again" }),
    }),
  });

mutation(createMicroservice, Microservice);
mutation(deleteMicroservice, DeletedMicroservice);
mutation(addMicroserviceTag, Microservice);
mutation(updateMicroserviceTag, Microservice);
mutation(deleteMicroserviceTag, Microservice);
mutation(setMicroserviceInstanceStatus, MicroserviceInstance);
