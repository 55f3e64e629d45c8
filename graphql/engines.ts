import {
  closeEnginePublicAccess,
  createEngine,
  deleteEngine,
  type Engine as Row,
  type EngineAddress as Address,
  type EngineChange as Change,
  engineEditions,
  engineSpecifications,
  engineStates,
  followEngines,
  followOperationLog,
  getEngine,
  getEngineOperation,
  listEngineOperations,
  listEngines,
  listEngineVersions,
  loadAddressesOf,
  loadEngines,
  loadEnginesOfResources,
  loadOperations,
  openEnginePublicAccess,
  type Operation as OperationRow,
  operationKinds,
  readOperationLog,
  resizeEngine,
  retryEngine,
  updateEngine,
  upgradeEngine,
  upgradesOf,
} from "@flyloft/functions/engines";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";
import { Resource } from "./environments.ts";
import { viewerCan } from "./viewer-can.ts";

const EngineState = enumOf("EngineState", engineStates);

export const EngineFailure = builder.objectRef<NonNullable<Row["failure"]>>("EngineFailure").implement({
  description: "Why an operation on an engine failed, in the words of the service that raised it (ERR-15)",
  fields: (t) => ({
    code: t.exposeString("code", { description: "That service's code" }),
    message: t.exposeString("message", { description: "That service's message" }),
    service: t.exposeString("service", { description: "The service" }),
  }),
});

const EngineAddress = builder.objectRef<Address>("EngineAddress").implement({
  description: "Where an engine is reached (ENG-21)",
  fields: (t) => ({
    url: t.exposeString("url", { description: "As it is set at clients" }),
    scope: t.expose("scope", {
      type: enumOf("EngineAddressScope", ["private", "public"]),
      description: "In the VPC, or from the Internet",
    }),
    family: t.expose("family", {
      type: enumOf("AddressFamily", ["ipv4", "ipv6"]),
      description: "IPv6 is of use to components on clusters with IPv6 dual stack (ERR-14)",
    }),
  }),
});

type Version = Awaited<ReturnType<typeof listEngineVersions>>[number];
const EngineVersion = builder.objectRef<Version>("EngineVersion").implement({
  description: "A version of engines",
  fields: (t) => ({
    version: t.exposeString("version", { description: "Its number" }),
    notes: t.exposeString("notes", { description: "What is new in it" }),
  }),
});

export const Operation = builder.loadableObjectRef<OperationRow, string>("Operation", {
  load: (ids, ctx) => loadOperations(ctx, ids),
});
Operation.implement({
  description: "What was done to an engine in the background (ENG-22)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    engineId: t.exposeID("engineId", { description: "Of the engine" }),
    engineName: t.exposeString("engineName", { description: "Its name, also when it is gone" }),
    kind: t.expose("kind", { type: enumOf("OperationKind", operationKinds), description: "What it does" }),
    state: t.expose("state", {
      type: enumOf("OperationState", ["running", "succeeded", "failed"]),
      description: "Where it stands",
    }),
    failure: t.expose("failure", { type: EngineFailure, nullable: true, description: "Why it failed" }),
    startedBy: t.exposeString("startedBy", { description: "Who wished it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it began" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When it ended" }),
  }),
});

export const Engine = builder.loadableObjectRef<Row, string>("Engine", {
  load: (ids, ctx) => loadEngines(ctx, ids),
});
Engine.implement({
  description: "A microservice engine: registry, configuration and governance of services (ENG-01)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the project" }),
    description: t.exposeString("description", { description: "What it is for" }),
    edition: t.expose("edition", { type: enumOf("EngineEdition", engineEditions), description: "Shared or one's own" }),
    specification: t.expose("specification", {
      type: enumOf("EngineSpecification", engineSpecifications),
      description: "Whether it survives the loss of a node",
    }),
    instanceQuota: t.exposeInt("instanceQuota", { description: "Microservice instances at most" }),
    zones: t.exposeStringList("zones", { description: "Its availability zones" }),
    vpc: t.field({ type: Resource, nullable: true, description: "The VPC it lies in", resolve: ({ vpcId }) => vpcId }),
    subnet: t.field({
      type: Resource,
      nullable: true,
      description: "The subnet it lies in",
      resolve: ({ subnetId }) => subnetId,
    }),
    publicIp: t.field({
      type: Resource,
      nullable: true,
      description: "By which it is open to the Internet (ENG-20)",
      resolve: ({ publicIpId }) => publicIpId,
    }),
    resource: t.field({
      type: Resource,
      nullable: true,
      description: "Its entry in the inventory, by which environments select it",
      resolve: ({ resourceId }) => resourceId,
    }),
    addresses: t.loadableList({
      type: EngineAddress,
      description: "Where it is reached, as long as it listens there; private ones first",
      load: (ids: string[], ctx) => loadAddressesOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    version: t.exposeString("version", { description: "The version that it runs" }),
    upgrades: t.field({
      type: [EngineVersion],
      description: "What it can be upgraded to, the newest first",
      resolve: (engine) => upgradesOf(engine),
    }),
    state: t.expose("state", { type: EngineState, description: "Where it stands (ENG-12)" }),
    failure: t.expose("failure", { type: EngineFailure, nullable: true, description: "Why the last operation failed" }),
    operation: t.field({
      type: Operation,
      nullable: true,
      description: "What is changing it now",
      resolve: ({ operationId }) => operationId,
    }),
    authentication: t.exposeBoolean("authentication", { description: "Services must authenticate to register" }),
    ipv6: t.exposeBoolean("ipv6", { description: "Whether it is reached by IPv6 as well (ENG-13)" }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Engine, "engine", "Engine");

builder.objectField(Resource, "microserviceEngine", (t) =>
  t.loadable({
    type: Engine,
    nullable: true,
    description: "The engine that this entry of the inventory stands for",
    byPath: false,
    load: (ids: string[], ctx) => loadEnginesOfResources(ctx, ids) as never,
    resolve: ({ id }) => id,
  }),
);

type Line = Awaited<ReturnType<typeof readOperationLog>>[number];
const OperationLogLine = builder.objectRef<Line>("OperationLogLine").implement({
  description: "A line of the log of an operation on an engine",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Resume after it" }),
    at: t.expose("at", { type: "DateTime", description: "When" }),
    step: t.exposeString("step", { description: "The step it belongs to" }),
    level: t.expose("level", { type: enumOf("LogLevel", ["info", "warning", "error"]), description: "How grave" }),
    message: t.exposeString("message", { description: "What" }),
  }),
});

list("engines", listEngines, "Engine", Engine);
query("engine", getEngine, Engine);
query("engineVersions", listEngineVersions, [EngineVersion]);
list("engineOperations", listEngineOperations, "Operation", Operation);
query("engineOperation", getEngineOperation, Operation);
query("engineOperationLog", readOperationLog, [OperationLogLine]);
mutation(createEngine, Engine);
mutation(updateEngine, Engine);
mutation(deleteEngine, Engine);
mutation(retryEngine, Engine);
mutation(resizeEngine, Engine);
mutation(upgradeEngine, Engine);
mutation(openEnginePublicAccess, Engine);
mutation(closeEnginePublicAccess, Engine);

const EngineChange = builder.objectRef<Change>("EngineChange").implement({
  description: "How an engine stood at one moment",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Resume after it" }),
    at: t.expose("at", { type: "DateTime", description: "When" }),
    engineId: t.exposeID("engineId", { description: "Of the engine" }),
    state: t.expose("state", { type: EngineState, nullable: true, description: "Null once it is gone" }),
    failure: t.expose("failure", { type: EngineFailure, nullable: true, description: "Why the last operation failed" }),
    operationId: t.exposeID("operationId", { nullable: true, description: "What is changing it" }),
  }),
});

const afterArgument = { required: false, description: "The cursor of the last message that was seen" } as const;

builder.subscriptionFields((t) => ({
  engineChanged: t.field({
    type: EngineChange,
    description: "Engines as they change; without a cursor from now on. Needs `cse:engine:list`.",
    args: { engineId: t.arg.id({ required: false, description: "Only this one" }), after: t.arg.string(afterArgument) },
    subscribe: (_root, args, ctx) => followEngines(ctx, args),
    resolve: (change) => change,
  }),
  engineOperationLogAdded: t.field({
    type: OperationLogLine,
    description: "The log of an operation, from its beginning or a cursor. Needs `cse:engine:get`.",
    args: { operationId: t.arg.id({ description: "The operation" }), after: t.arg.string(afterArgument) },
    subscribe: (_root, args, ctx) => followOperationLog(ctx, args),
    resolve: (line) => line,
  }),
}));
