import { boolean, index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { feed, id, instant, times } from "../columns.ts";
import { type EngineFailure, engineStates, engines } from "./engines.ts";
import { projects } from "./identity.ts";

export const operationKinds = [
  "create",
  "resize",
  "authentication",
  "open_public_access",
  "close_public_access",
  "upgrade",
  "restore",
  "delete",
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** What an operation is to lead to; each kind needs its part. */
export type OperationWish = {
  instanceQuota?: number;
  authentication?: boolean;
  publicIpId?: string;
  version?: string;
  restoreId?: string;
  /** What the engine has again when the operation fails. */
  former?: { instanceQuota?: number; authentication?: boolean };
};

/** What changes an engine in the background, with a visible state and log (ENG-22). It outlives the engine. */
export const operations = pgTable(
  "engine_operations",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    engineId: text("engine_id").notNull(),
    engineName: text("engine_name").notNull(),
    kind: text("kind", { enum: operationKinds }).notNull(),
    state: text("state", { enum: ["running", "succeeded", "failed"] })
      .notNull()
      .default("running"),
    wish: json("wish").$type<OperationWish>().notNull(),
    /** How many of its steps are done, and whether what the next one wishes is written: a step that is repeated must not wish twice. */
    step: integer("step").notNull().default(0),
    applied: boolean("applied").notNull().default(false),
    /** Why it failed: the code and message of the service that raised it, unchanged (ERR-15). */
    failure: json("failure").$type<EngineFailure>(),
    startedBy: text("started_by").notNull(),
    endedAt: instant("ended_at"),
    ...times,
  },
  (t) => [
    index("engine_operations_by_engine").on(t.engineId, t.id),
    index("engine_operations_by_project").on(t.projectId, t.id),
  ],
);

export const operationLog = pgTable(
  "engine_operation_log",
  {
    ...feed,
    operationId: text("operation_id")
      .notNull()
      .references(() => operations.id, { onDelete: "cascade" }),
    /** The step that it belongs to, in words. */
    step: text("step").notNull(),
    level: text("level", { enum: ["info", "warning", "error"] }).notNull(),
    message: text("message").notNull(),
  },
  (t) => [index("engine_operation_log_feed").on(t.operationId, t.tx, t.seq)],
);

/** Every state an engine went through, for those who watch (BEY-14). */
export const engineChanges = pgTable(
  "engine_changes",
  {
    ...feed,
    engineId: text("engine_id").notNull(),
    /** Null once it is gone. */
    state: text("state", { enum: engineStates }),
    failure: json("failure").$type<EngineFailure>(),
    operationId: text("operation_id"),
  },
  (t) => [index("engine_changes_feed").on(t.projectId, t.tx, t.seq)],
);

/** Processes that serve engines. */
export const engineHosts = pgTable("engine_hosts", {
  id: text("id").primaryKey(),
  /** Where it serves the engines of the professional edition. */
  url: text("url").notNull(),
  heardAt: instant("heard_at").notNull(),
});

/** The wish that an engine be reached at an address of its own. */
export const engineListeners = pgTable(
  "engine_listeners",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    engineId: text("engine_id")
      .notNull()
      .references(() => engines.id, { onDelete: "cascade" }),
    /** 1 or 2: an engine of high availability has two places (ENG-21). */
    place: integer("place").notNull(),
    scope: text("scope", { enum: ["private", "public"] }).notNull(),
    family: text("family", { enum: ["ipv4", "ipv6"] }).notNull(),
    /** Where it must listen; null for the address that its host has. */
    ip: text("ip"),
    port: integer("port").notNull(),
    wish: text("wish", { enum: ["open", "closed"] }).notNull(),
    /** The version of the engine that it serves. */
    version: text("version").notNull(),
    generation: integer("generation").notNull().default(1),
    /** The last generation of which somebody saw that requests to it are answered. */
    answered: integer("answered").notNull().default(0),
    ...times,
  },
  (t) => [index("engine_listeners_by_engine").on(t.engineId)],
);

/** What a host last said of a wish. */
export const listenerReports = pgTable(
  "engine_listener_reports",
  {
    listenerId: text("listener_id")
      .notNull()
      .references(() => engineListeners.id, { onDelete: "cascade" }),
    hostId: text("host_id").notNull(),
    generation: integer("generation").notNull(),
    /** As clients are told it; null while it does not listen. */
    url: text("url"),
    failure: json("failure").$type<EngineFailure>(),
  },
  (t) => [primaryKey({ columns: [t.listenerId, t.hostId] })],
);

export type Operation = typeof operations.$inferSelect;
export type EngineListener = typeof engineListeners.$inferSelect;
export type ListenerReport = typeof listenerReports.$inferSelect;
