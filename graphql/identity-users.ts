import {
  addGroupMembers,
  createGroup,
  createUser,
  deleteGroup,
  deleteUser,
  getGroup,
  getGroupGrants,
  getUser,
  grantPolicies,
  type GrantRow,
  type GroupRow,
  listGroups,
  listUsers,
  loadGrantsOf,
  loadGroups,
  loadGroupsOf,
  loadMemberCounts,
  loadUsers,
  removeGroupMember,
  revokeGrant,
  setUserPassword,
  updateGroup,
  updateUser,
  type User as UserRow,
} from "@flyloft/functions/identity";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { Project } from "./identity.ts";
import { viewerCan } from "./viewer-can.ts";

export const User = builder.loadableObjectRef<UserRow, string>("User", { load: (ids, ctx) => loadUsers(ctx, ids) });
export const Group = builder.loadableObjectRef<GroupRow, string>("Group", {
  load: (ids, ctx) => loadGroups(ctx, ids),
});

export const Grant = builder.objectRef<GrantRow>("Grant").implement({
  description: "A policy given to a user group (IAM-05)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    groupId: t.exposeID("groupId", { description: "To which group" }),
    policyId: t.exposeID("policyId", { description: "Which policy" }),
    policy: t.exposeString("policy", { description: "The policy's name" }),
    projectId: t.exposeID("projectId", { nullable: true, description: "Where it holds; null for all projects" }),
    project: t.field({
      type: Project,
      nullable: true,
      description: "Where it holds; null for all projects",
      resolve: ({ projectId }) => projectId,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was granted" }),
  }),
});

Group.implement({
  description: "Users who hold the same rights (IAM-03)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the account" }),
    description: t.exposeString("description", { description: "Whom it is for" }),
    memberCount: t.loadable({
      type: "Int",
      description: "How many users are in it; for them see the query `users`",
      load: (ids: string[], ctx) => loadMemberCounts(ctx, ids),
      resolve: ({ id }) => id,
    }),
    grants: t.loadableList({
      type: Grant,
      description: "What its members hold by it",
      load: (ids: string[], ctx) => loadGrantsOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Group, "group", "Group");

User.implement({
  description: "Somebody of the account's staff, or a program of theirs (IAM-01)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the account; to sign in with" }),
    email: t.exposeString("email", { nullable: true, description: "E-mail address" }),
    phone: t.exposeString("phone", { nullable: true, description: "Phone number" }),
    description: t.exposeString("description", { nullable: true, description: "Who this is" }),
    administrator: t.exposeBoolean("administrator", { description: "Whether it holds every right of the account" }),
    enabled: t.exposeBoolean("enabled", { description: "Whether it may sign in" }),
    groups: t.loadableList({
      type: Group,
      description: "The groups by which it holds its rights",
      load: (ids: string[], ctx) => loadGroupsOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(User, "user", "User");

list("users", listUsers, "User", User);
query("user", getUser, User);
mutation(createUser, User);
mutation(updateUser, User);
mutation(setUserPassword, User);
mutation(deleteUser, Deleted);

list("groups", listGroups, "Group", Group);
query("group", getGroup, Group);
mutation(createGroup, Group);
mutation(updateGroup, Group);
mutation(deleteGroup, Deleted);
mutation(addGroupMembers, Group);
mutation(removeGroupMember, Group);

query("groupGrants", getGroupGrants, [Grant]);
mutation(grantPolicies, [Grant]);
mutation(revokeGrant, Deleted);
