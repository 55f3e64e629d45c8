import {
  getViewer,
  refreshSession,
  signIn,
  type Session,
  signInInput,
  type Viewer as ViewerRow,
} from "@flyloft/functions/identity";
import { builder } from "./builder.ts";
import { query } from "./doors.ts";
import { inputOf } from "./inputs.ts";

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

const SessionType = builder.objectRef<Session>("Session").implement({
  description: "What proves a signed-in user",
  fields: (t) => ({
    accessToken: t.exposeString("accessToken", { description: "For the Authorization header, as a Bearer token" }),
    refreshToken: t.exposeString("refreshToken", {
      description: "Exchange it for a new pair before the access token expires; works once",
    }),
    expiresIn: t.exposeInt("expiresIn", { description: "Seconds that the access token lives" }),
    sessionId: t.exposeID("sessionId", { description: "Of the session" }),
  }),
});

query("viewer", getViewer, Viewer);

builder.mutationField("signIn", (t) =>
  t.field({
    type: SessionType,
    description: "Open a session with account, user name and password (IAM-04)",
    args: { input: t.arg({ type: inputOf("signIn", signInInput) as never }) },
    resolve: (_root, args, ctx) => signIn(ctx, (args as { input: never }).input),
  }),
);

builder.mutationField("refreshSession", (t) =>
  t.field({
    type: SessionType,
    description: "Exchange a refresh token for a new pair",
    args: { refreshToken: t.arg.string({ description: "The newest refresh token of the session" }) },
    resolve: (_root, args, ctx) => refreshSession(ctx, args.refreshToken),
  }),
);
