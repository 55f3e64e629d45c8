import {
  createPolicy,
  deletePolicy,
  type Dependency,
  draftPolicy,
  getPolicy,
  getPolicyCatalogue,
  listPolicies,
  loadPolicies,
  type PolicyRow,
  updatePolicy,
} from "@flyloft/functions/identity";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";
import { viewerCan } from "./viewer-can.ts";

export const Policy = builder.loadableObjectRef<PolicyRow, string>("Policy", {
  load: (ids, ctx) => loadPolicies(ctx, ids),
});
Policy.implement({
  description: "What may and may not be done, as a whole that is granted to user groups (IAM-06, IAM-11)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the account" }),
    description: t.exposeString("description", { description: "What it is for" }),
    kind: t.expose("kind", {
      type: enumOf("PolicyKind", ["policy", "role"], "A role speaks of whole services and may need other roles"),
      description: "Fine, or for whole services",
    }),
    system: t.exposeBoolean("system", {
      description: "Whether it comes with the platform and cannot be changed (IAM-07)",
    }),
    document: t.expose("document", { type: "JSON", description: "What it says: Version and Statement" }),
    dependsOn: t.exposeStringList("dependsOn", { description: "The ids of roles that must be granted along with it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Policy, "policy", "Policy");

const PolicyDependency = builder.objectRef<Dependency>("PolicyDependency").implement({
  description: "An action that another one is of no use without (IAM-15)",
  fields: (t) => ({
    statement: t.exposeInt("statement", { description: "The statement that it belongs to, from 0" }),
    action: t.exposeString("action", { description: "What is needed" }),
    neededBy: t.exposeString("neededBy", { description: "By which action" }),
    added: t.exposeBoolean("added", { description: "Whether it was added; documents are left as they were typed" }),
  }),
});

const PolicyDraft = builder.objectRef<Awaited<ReturnType<typeof draftPolicy>>>("PolicyDraft").implement({
  description: "What a policy would be",
  fields: (t) => ({
    document: t.expose("document", { type: "JSON", description: "Its document" }),
    dependencies: t.expose("dependencies", {
      type: [PolicyDependency],
      description: "What its permissions depend on and did not contain",
    }),
  }),
});

type Catalogue = Awaited<ReturnType<typeof getPolicyCatalogue>>;

const PolicyAction = builder.objectRef<Catalogue["actions"][number]>("PolicyAction").implement({
  description: "Something that can be allowed or denied",
  fields: (t) => ({
    action: t.exposeString("action", { description: "As it is written in a policy" }),
    service: t.exposeString("service", { description: "Its first part" }),
    resource: t.exposeString("resource", { description: "Its second part" }),
    operation: t.exposeString("operation", { description: "Its third part" }),
    dependsOn: t.exposeStringList("dependsOn", { description: "Without these it is of no use (IAM-15)" }),
    impliedBy: t.exposeString("impliedBy", {
      nullable: true,
      description: "Allowed along with this one unless denied (IAM-19)",
    }),
  }),
});

const PolicyCondition = builder.objectRef<Catalogue["conditions"][number]>("PolicyCondition").implement({
  description: "A circumstance that a statement may look at",
  fields: (t) => ({
    key: t.exposeString("key", { description: "What is looked at" }),
    operators: t.exposeStringList("operators", { description: "How it can be compared" }),
    wanted: t.exposeString("wanted", { description: "With what" }),
  }),
});

const PolicyCatalogue = builder.objectRef<Catalogue>("PolicyCatalogue").implement({
  description: "What policies can speak of (IAM-10)",
  fields: (t) => ({
    actions: t.expose("actions", { type: [PolicyAction], description: "What can be allowed or denied" }),
    resourceKinds: t.exposeStringList("resourceKinds", { description: "The kinds of resources: kind/id or kind/*" }),
    conditions: t.expose("conditions", { type: [PolicyCondition], description: "What a statement may depend on" }),
  }),
});

list("policies", listPolicies, "Policy", Policy);
query("policy", getPolicy, Policy);
query("policyCatalogue", getPolicyCatalogue, PolicyCatalogue);
query("draftPolicy", draftPolicy, PolicyDraft);
mutation(createPolicy, Policy);
mutation(updatePolicy, Policy);
mutation(deletePolicy, Deleted);
