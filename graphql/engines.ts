import {
  engineEditions,
  engineSpecifications,
  engineStates,
  getEngine,
  listEngines,
  loadEngines,
} from "@flyloft/functions/engines";
import type { Engine as Row } from "@flyloft/functions/engines";
import { builder } from "./builder.ts";
import { list, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const EngineFailure = builder.objectRef<NonNullable<Row["failure"]>>("EngineFailure").implement({
  description: "Why an operation failed, in the words of the service that raised it (ERR-15)",
  fields: (t) => ({
    code: t.exposeString("code", { description: "That service's code" }),
    message: t.exposeString("message", { description: "That service's message" }),
    service: t.exposeString("service", { description: "The service" }),
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
    version: t.exposeString("version", { description: "The version that it runs" }),
    state: t.expose("state", { type: enumOf("EngineState", engineStates), description: "Where it stands (ENG-12)" }),
    failure: t.expose("failure", { type: EngineFailure, nullable: true, description: "Why the last operation failed" }),
    authentication: t.exposeBoolean("authentication", { description: "Services must authenticate to register" }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});

list("engines", listEngines, "Engine", Engine);
query("engine", getEngine, Engine);
