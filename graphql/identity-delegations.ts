import {
  createDelegation,
  type DelegationRow,
  deleteDelegation,
  getReceivedDelegations,
  listDelegations,
  loadDelegatedPolicies,
  loadDelegations,
  type ReceivedDelegation as ReceivedRow,
} from "@flyloft/functions/identity";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { Policy } from "./identity-policies.ts";
import { Project } from "./identity.ts";
import { viewerCan } from "./viewer-can.ts";

export const Delegation = builder.loadableObjectRef<DelegationRow, string>("Delegation", {
  load: (ids, ctx) => loadDelegations(ctx, ids),
});
Delegation.implement({
  description: "Lets another account act in a project (IAM-22)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the account" }),
    description: t.exposeString("description", { description: "What it is for" }),
    project: t.field({ type: Project, description: "Where", resolve: ({ projectId }) => projectId }),
    projectId: t.exposeID("projectId", { description: "Where" }),
    delegateId: t.exposeID("delegateId", { description: "The account that may act" }),
    policies: t.loadableList({
      type: Policy,
      description: "What it may do at most",
      load: (ids: string[], ctx) => loadDelegatedPolicies(ctx, ids),
      resolve: ({ id }) => id,
    }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true, description: "When it ends; null for never" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
  }),
});
viewerCan(Delegation, "delegation", "Delegation");

const ReceivedDelegation = builder.objectRef<ReceivedRow>("ReceivedDelegation").implement({
  description: "What another account lets this one do",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "What the other account calls it" }),
    account: t.exposeString("account", { description: "The other account" }),
    projectId: t.exposeID("projectId", { description: "For the X-Project-Id header" }),
    project: t.exposeString("project", { description: "The name of the project" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true, description: "When it ends; null for never" }),
  }),
});

list("delegations", listDelegations, "Delegation", Delegation);
query("receivedDelegations", getReceivedDelegations, [ReceivedDelegation]);
mutation(createDelegation, Delegation);
mutation(deleteDelegation, Deleted);
