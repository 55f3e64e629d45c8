import { sql } from "drizzle-orm";
import { bigint, index, integer, json, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, times } from "../columns.ts";
import { type EngineFailure, engines } from "./engines.ts";
import { projects } from "./identity.ts";

export const backupStates = ["running", "succeeded", "failed"] as const;

const projectId = () =>
  text("project_id")
    .notNull()
    .references(() => projects.id);
const engineId = () =>
  text("engine_id")
    .notNull()
    .references(() => engines.id, { onDelete: "cascade" });

/** What an engine held at one moment, kept in object storage (ENG-16). */
export const engineBackups = pgTable(
  "engine_backups",
  {
    id: id(),
    projectId: projectId(),
    engineId: engineId(),
    name: text("name").notNull(),
    remark: text("remark").notNull().default(""),
    kind: text("kind", { enum: ["manual", "automatic"] }).notNull(),
    state: text("state", { enum: backupStates }).notNull().default("running"),
    /** Of the engine when it was taken. */
    version: text("version").notNull(),
    format: integer("format").notNull(),
    revision: bigint("revision", { mode: "number" }),
    takenAt: instant("taken_at"),
    entries: integer("entries"),
    /** Of its parts in object storage: how many, how large together, and the digest of what is in them. */
    parts: integer("parts"),
    size: bigint("size", { mode: "number" }),
    sha256: text("sha256"),
    failure: json("failure").$type<EngineFailure>(),
    createdBy: text("created_by").notNull(),
    endedAt: instant("ended_at"),
    ...times,
  },
  (t) => [
    uniqueIndex("engine_backups_name").on(t.engineId, t.name),
    index("engine_backups_by_engine").on(t.engineId, t.id),
    index("engine_backups_by_age").on(t.createdAt),
  ],
);

/** When an engine is backed up by itself (ENG-17). Switched off it is gone. */
export const engineBackupPolicies = pgTable("engine_backup_policies", {
  engineId: engineId().primaryKey(),
  projectId: projectId(),
  /** 1 is Monday, 7 is Sunday. */
  weekdays: json("weekdays").$type<number[]>().notNull(),
  /** The full hour, UTC. */
  hour: integer("hour").notNull(),
  /** The day and hour for which a backup was begun last. */
  lastSlot: text("last_slot"),
  ...times,
});

/** ENG-19. */
export const engineRestores = pgTable(
  "engine_restores",
  {
    id: id(),
    projectId: projectId(),
    engineId: engineId(),
    backupId: text("backup_id").notNull(),
    backupName: text("backup_name").notNull(),
    state: text("state", { enum: backupStates }).notNull().default("running"),
    failure: json("failure").$type<EngineFailure>(),
    startedBy: text("started_by").notNull(),
    endedAt: instant("ended_at"),
    ...times,
  },
  (t) => [
    index("engine_restores_by_engine").on(t.engineId, t.id),
    uniqueIndex("engine_restores_running")
      .on(t.engineId)
      .where(sql`${t.state} = 'running'`),
  ],
);

/** What a restore has read so far; it becomes what the engine holds at once. */
export const restoredEntries = pgTable(
  "engine_restored_entries",
  {
    restoreId: text("restore_id")
      .notNull()
      .references(() => engineRestores.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    key: text("key").notNull(),
    value: jsonb("value").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.restoreId, t.kind, t.key] })],
);

export type EngineBackup = typeof engineBackups.$inferSelect;
export type EngineBackupPolicy = typeof engineBackupPolicies.$inferSelect;
export type EngineRestore = typeof engineRestores.$inferSelect;
