import {
  clusterEngines,
  createEnvironment,
  deleteEnvironment,
  deleteResource,
  type Environment as Row,
  getEnvironment,
  getResource,
  kindOf,
  listEnvironments,
  listResources,
  loadEnvironments,
  loadResources,
  loadResourcesOf,
  loadSelectionRefusals,
  registerResource,
  type Resource as ResourceRow,
  resourceKinds,
  resourceRoles,
  updateEnvironment,
  updateResource,
} from "@flyloft/functions/environments";
import { type ApplicationVariable as VariableRow, loadVariablesOf } from "@flyloft/functions/apps";
import { Application } from "./apps.ts";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { list, mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";
import { viewerCan } from "./viewer-can.ts";

const ResourceKind = enumOf("ResourceKind", resourceKinds);
const ClusterEngine = enumOf("ClusterEngine", clusterEngines);
const ResourceRole = enumOf("ResourceRole", resourceRoles);

/** One type for all kinds, so that a list shows what there is without a fragment for each. */
type Attributes = {
  [text in "cidr" | "version" | "region" | "availabilityZone" | "address" | "host"]?: string | null;
} & { [flag in "ipv6" | "ipv6DualStack" | "public"]?: boolean } & { [count in "port" | "database"]?: number } & {
  engine?: (typeof clusterEngines)[number];
  clusterId?: string | null;
};
const ResourceAttributes = builder.objectRef<Attributes>("ResourceAttributes").implement({
  description: "What is known of a resource; null where its kind does not have it. Secrets are never told",
  fields: (t) => ({
    cidr: t.exposeString("cidr", { nullable: true, description: "The range of addresses of a VPC or subnet" }),
    ipv6: t.exposeBoolean("ipv6", {
      nullable: true,
      description: "Whether what lies in a VPC is reached by IPv6 as well",
    }),
    engine: t.expose("engine", {
      type: ClusterEngine,
      nullable: true,
      description: "What runs workloads on a cluster",
    }),
    version: t.exposeString("version", {
      nullable: true,
      description: "The version of what runs workloads on a cluster",
    }),
    ipv6DualStack: t.exposeBoolean("ipv6DualStack", {
      nullable: true,
      description: "Whether IPv6 works beside IPv4 on a cluster",
    }),
    region: t.exposeString("region", { nullable: true, description: "Where a cluster is" }),
    availabilityZone: t.exposeString("availabilityZone", {
      nullable: true,
      description: "A cluster's failure domain in its region",
    }),
    address: t.exposeString("address", {
      nullable: true,
      description: "Where a host, load balancer, public IP or engine is reached",
    }),
    public: t.exposeBoolean("public", {
      nullable: true,
      description: "Whether a load balancer is reached from outside its VPC",
    }),
    host: t.exposeString("host", { nullable: true, description: "Where a cache is reached" }),
    port: t.exposeInt("port", { nullable: true, description: "The TCP port of a cache" }),
    database: t.exposeInt("database", { nullable: true, description: "The number of the database of a cache" }),
  }),
});

export const Resource = builder.loadableObjectRef<ResourceRow, string>("Resource", {
  load: (ids, ctx) => loadResources(ctx, ids),
});

Resource.implement({
  description: "A network, cluster, host or other resource that environments select from",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    kind: t.expose("kind", { type: ResourceKind, description: "What it is" }),
    role: t.field({
      type: ResourceRole,
      description: "What it is to an environment",
      resolve: ({ kind }) => kindOf(kind).role,
    }),
    name: t.exposeString("name", { description: "Unique among those of its kind in the project" }),
    vpc: t.field({
      type: Resource,
      nullable: true,
      description: "The VPC it lies in; null for a VPC",
      resolve: ({ vpcId }) => vpcId,
    }),
    agentId: t.exposeID("agentId", { nullable: true, description: "The agent that reaches it" }),
    attributes: t.field({
      type: ResourceAttributes,
      description: "What is known of it",
      resolve: ({ attributes }) => attributes as Attributes,
    }),
    cluster: t.field({
      type: Resource,
      nullable: true,
      description: "The cluster that a host is a node of",
      resolve: ({ attributes }) => (attributes as Attributes).clusterId ?? null,
    }),
    selectionRefusal: t.loadable({
      type: "String",
      nullable: true,
      description: "Why no environment can take it now, in words; null when one of its VPC can",
      byPath: false,
      load: (rows: ResourceRow[], ctx) => loadSelectionRefusals(ctx, rows),
      resolve: (row) => row,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was added" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Resource, "resource", "Resource");

export const Environment = builder.loadableObjectRef<Row, string>("Environment", {
  load: (ids, ctx) => loadEnvironments(ctx, ids),
});

Environment.implement({
  description: "Resources of one VPC, grouped for a purpose such as production",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Unique in the project" }),
    description: t.exposeString("description", { description: "What it is for" }),
    vpc: t.field({ type: Resource, description: "The VPC of all its resources", resolve: ({ vpcId }) => vpcId }),
    resources: t.loadableList({
      type: Resource,
      description: "What it holds, by kind and name",
      load: (ids: string[], ctx) => loadResourcesOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
  }),
});
viewerCan(Environment, "environment", "Environment");

const ApplicationVariable = builder.objectRef<VariableRow>("ApplicationVariable").implement({
  description: "A variable of an application in one environment (APP-06)",
  fields: (t) => ({
    environment: t.field({
      type: Environment,
      description: "Where it holds",
      resolve: ({ environmentId }) => environmentId,
    }),
    key: t.exposeString("key", { description: "The key" }),
    value: t.exposeString("value", { description: "The value" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it was set" }),
  }),
});

builder.objectField(Application, "variables", (t) =>
  t.loadableList({
    type: ApplicationVariable,
    description: "Its variables in all environments, by environment and key. Needs `servicestage:app:get`",
    load: (ids: string[], ctx) => loadVariablesOf(ctx, ids),
    resolve: ({ id }) => id,
  }),
);

list("resources", listResources, "Resource", Resource);
query("resource", getResource, Resource);
mutation(registerResource, Resource);
mutation(updateResource, Resource);
mutation(deleteResource, Deleted);
list("environments", listEnvironments, "Environment", Environment);
query("environment", getEnvironment, Environment);
mutation(createEnvironment, Environment);
mutation(updateEnvironment, Environment);
mutation(deleteEnvironment, Deleted);
