import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, instant, times } from "../columns.ts";
import { resources } from "./environments.ts";
import { projects } from "./identity.ts";

export const engineEditions = ["professional", "exclusive"] as const;
export type EngineEdition = (typeof engineEditions)[number];
export const engineSpecifications = ["ha", "non_ha"] as const;

/** ENG-12; those of the second line are transitions in which other operations are refused. */
export const engineStates = [
  ...(["available", "unavailable", "creation_failed", "change_failed", "upgrade_failed"] as const),
  ...(["creating", "changing", "upgrading", "deleting", "restoring"] as const),
] as const;
export type EngineStateName = (typeof engineStates)[number];

/** The code and message of the service that raised it, unchanged (ERR-15). */
export type EngineFailure = { code: string; message: string; service: string };

/** A microservice engine (ENG-01). Of the professional edition each project has a row of its own, under one shared address. */
export const engines = pgTable(
  "engines",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    edition: text("edition", { enum: engineEditions }).notNull(),
    specification: text("specification", { enum: engineSpecifications }).notNull(),
    /** Microservice instances at most (LIM-14, LIM-15). */
    instanceQuota: integer("instance_quota").notNull(),
    zones: json("zones").$type<string[]>().notNull(),
    vpcId: text("vpc_id").references(() => resources.id),
    subnetId: text("subnet_id").references(() => resources.id),
    publicIpId: text("public_ip_id").references(() => resources.id),
    /** Its entry in the inventory, by which environments select it; null until it is available. */
    resourceId: text("resource_id").references(() => resources.id),
    version: text("version").notNull(),
    state: text("state", { enum: engineStates }).notNull(),
    /** Why the last operation failed: the code and message of the service that raised it, unchanged (ERR-15). */
    failure: json("failure").$type<EngineFailure>(),
    /** Services must authenticate to register (ENG-15). */
    authentication: boolean("authentication").notNull().default(false),
    /** Ports of its addresses where each engine has ports of its own; two for high availability (ENG-21). */
    ports: json("ports").$type<number[]>().notNull().default([]),
    /** Whether it is reached by IPv6 as well (ENG-13): what its VPC says when it is made. */
    ipv6: boolean("ipv6").notNull().default(false),
    /** How its entries are written; raised by an upgrade, see `engines/life/versions.ts`. */
    format: integer("format").notNull().default(1),
    /** The operation that is changing it now; while there is one every other is refused (ENG-12). */
    operationId: text("operation_id"),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [
    uniqueIndex("engines_name").on(t.projectId, t.name),
    uniqueIndex("engines_professional")
      .on(t.projectId)
      .where(sql`${t.edition} = 'professional'`),
  ],
);

/** How often an engine's entries have changed. Its row is the lock under which they change: one revision after the other. */
export const engineRevisions = pgTable("engine_revisions", {
  engineId: text("engine_id")
    .primaryKey()
    .references(() => engines.id, { onDelete: "cascade" }),
  revision: bigint("revision", { mode: "number" }).notNull().default(0),
  /** Entries that were deleted up to here are forgotten: a reader from before reads everything anew. */
  forgotten: bigint("forgotten", { mode: "number" }).notNull().default(0),
});

/**
 * Everything that an engine holds, by kind and key: services, instances, contracts, configuration items, accounts. A deleted
 * entry stays for a while without its value, so that every copy of the engine hears of it.
 */
export const engineEntries = pgTable(
  "engine_entries",
  {
    engineId: text("engine_id")
      .notNull()
      .references(() => engines.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    value: jsonb("value").$type<Record<string, unknown>>(),
    /** The revision that wrote it last. */
    revision: bigint("revision", { mode: "number" }).notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.engineId, t.kind, t.key] }),
    index("engine_entries_by_revision").on(t.engineId, t.revision),
  ],
);

/** When an instance was heard of last, apart from what it is: heartbeats change nothing else. */
export const engineLeases = pgTable(
  "engine_leases",
  {
    engineId: text("engine_id")
      .notNull()
      .references(() => engines.id, { onDelete: "cascade" }),
    /** The key of its entry. */
    instance: text("instance").notNull(),
    seconds: integer("seconds").notNull(),
    renewedAt: instant("renewed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engineId, t.instance] })],
);

/** When somebody last looked after the leases of an engine: of its copies one does at a time, and a gap was an outage. */
export const engineWatches = pgTable("engine_watches", {
  engineId: text("engine_id")
    .primaryKey()
    .references(() => engines.id, { onDelete: "cascade" }),
  watchedAt: instant("watched_at").notNull().defaultNow(),
});

export type Engine = typeof engines.$inferSelect;
export type EngineEntry = typeof engineEntries.$inferSelect;
