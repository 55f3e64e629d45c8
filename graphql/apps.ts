import {
  type Application as Row,
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
  listApplicationVariables,
  loadApplications,
  setApplicationVariables,
  updateApplication,
} from "@flyloft/functions/apps";
import { builder } from "./builder.ts";
import { Deleted, KeyValue } from "./basics.ts";
import { list, mutation, query } from "./doors.ts";
import { viewerCan } from "./viewer-can.ts";

export const Application = builder.loadableObjectRef<Row, string>("Application", {
  load: (ids, ctx) => loadApplications(ctx, ids),
});

Application.implement({
  description: "A business system made of components",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the project" }),
    description: t.exposeString("description", { description: "What it is for" }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Application, "application", "Application");

list("applications", listApplications, "Application", Application);
query("application", getApplication, Application);
query("applicationVariables", listApplicationVariables, [KeyValue]);
mutation(createApplication, Application);
mutation(updateApplication, Application);
mutation(deleteApplication, Deleted);
mutation(setApplicationVariables, [KeyValue]);
