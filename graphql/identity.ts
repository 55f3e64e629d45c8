import { getViewer, type Viewer as ViewerRow } from "@flyloft/functions/identity";
import { builder } from "./builder.ts";
import { query } from "./doors.ts";

const Project = builder.objectRef<{ id: string; name: string }>("Project").implement({
  description: "Where resources live; grants and limits hold per project",
  fields: (t) => ({
    id: t.exposeID("id", { description: "For the X-Project-Id header" }),
    name: t.exposeString("name", { description: "Unique in the account" }),
  }),
});

const Viewer = builder.objectRef<ViewerRow>("Viewer").implement({
  description: "Who is signed in",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the user" }),
    name: t.exposeString("name", { description: "The user name" }),
    account: t.exposeString("account", { description: "The account (tenant) name" }),
    projectId: t.exposeID("projectId", { description: "The project in use" }),
    projects: t.expose("projects", { type: [Project], description: "The projects to choose from" }),
  }),
});

query("viewer", getViewer, Viewer);
