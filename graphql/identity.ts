import {
  createProject,
  getViewer,
  loadProjects,
  type ProjectRow,
  renameProject,
  renameWarning,
  type ViewedProject,
  type Viewer as ViewerRow,
} from "@flyloft/functions/identity";
import { builder } from "./builder.ts";
import { mutation, query } from "./doors.ts";
import { viewerCan } from "./viewer-can.ts";

export const Project = builder.loadableObjectRef<ProjectRow, string>("Project", {
  load: (ids, ctx) => loadProjects(ctx, ids),
});
Project.implement({
  description: "Where resources live; grants and limits hold per project (IAM-05)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "For the X-Project-Id header" }),
    name: t.exposeString("name", { description: "Unique in the account" }),
    renameWarning: t.string({
      description: "What another name would mean for services; `renameProject` wants it acknowledged (ERR-02)",
      resolve: () => renameWarning,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
  }),
});
viewerCan(Project, "project", "Project");

const ViewerProject = builder.objectRef<ViewedProject>("ViewerProject").implement({
  description: "A project to choose from",
  fields: (t) => ({
    id: t.exposeID("id", { description: "For the X-Project-Id header, and for SDKs and agents (IAM-26)" }),
    name: t.exposeString("name", { description: "Unique in its account" }),
    authorised: t.exposeBoolean("authorised", { description: "Whether anything is granted to the viewer there" }),
    delegatedBy: t.exposeString("delegatedBy", {
      nullable: true,
      description: "The account that lets the viewer act there; null for one's own",
    }),
  }),
});

const Account = builder.objectRef<{ id: string }>("Account").implement({
  description: "A tenant as a whole: users, groups, policies and projects belong to it",
  fields: (t) => ({ id: t.exposeID("id", { description: "For those who delegate to it" }) }),
});
viewerCan(Account, "account", "Account");

const Viewer = builder.objectRef<ViewerRow>("Viewer").implement({
  description: "Who is signed in",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Of the user" }),
    name: t.exposeString("name", { description: "The user name" }),
    account: t.exposeString("account", { description: "The account (tenant) name" }),
    accountId: t.exposeID("accountId", { description: "The account's id, for those who delegate to it" }),
    tenant: t.field({
      type: Account,
      description: "The account, and what the viewer may do in it as a whole",
      resolve: ({ accountId }) => ({ id: accountId }),
    }),
    projectId: t.exposeID("projectId", { description: "The project in use" }),
    projects: t.expose("projects", { type: [ViewerProject], description: "The projects to choose from" }),
  }),
});

query("viewer", getViewer, Viewer);
mutation(createProject, Project);
mutation(renameProject, Project);
