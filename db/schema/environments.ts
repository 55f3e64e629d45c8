import { type AnyPgColumn, index, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, times } from "../columns.ts";
import { agents } from "./agents.ts";
import { projects } from "./identity.ts";

export const resourceKinds = [
  "vpc",
  "subnet",
  "cluster",
  "host",
  "load_balancer",
  "public_ip",
  "cache",
  "engine",
] as const;
export type ResourceKindName = (typeof resourceKinds)[number];

/** The inventory that environments select from: networks, clusters, hosts and the optional resources. */
export const resources = pgTable(
  "resources",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    kind: text("kind", { enum: resourceKinds }).notNull(),
    name: text("name").notNull(),
    /** The VPC it lies in; absent only for a VPC itself. */
    vpcId: text("vpc_id").references((): AnyPgColumn => resources.id),
    /** The agent that reaches it: for a host the one installed there, for a cluster the one that drives it. */
    agentId: text("agent_id").references(() => agents.id),
    /** Checked by the kind's own schema, see `environments/kinds`. */
    attributes: json("attributes").$type<Record<string, unknown>>().notNull(),
    ...times,
  },
  (t) => [
    uniqueIndex("resources_name").on(t.projectId, t.kind, t.name),
    index("resources_by_vpc").on(t.vpcId),
    index("resources_by_agent").on(t.agentId),
  ],
);

/** Resources of one VPC, grouped for a purpose (ENV-01). */
export const environments = pgTable(
  "environments",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    vpcId: text("vpc_id")
      .notNull()
      .references(() => resources.id),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [uniqueIndex("environments_name").on(t.projectId, t.name), index("environments_by_vpc").on(t.vpcId)],
);

export const environmentResources = pgTable(
  "environment_resources",
  {
    environmentId: text("environment_id")
      .notNull()
      .references(() => environments.id, { onDelete: "cascade" }),
    resourceId: text("resource_id")
      .notNull()
      .references(() => resources.id),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.resourceId] }),
    index("environment_resources_by_resource").on(t.resourceId),
  ],
);

export type Resource = typeof resources.$inferSelect;
export type Environment = typeof environments.$inferSelect;
