import { bigint, index, json, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, times } from "../columns.ts";
import { projects } from "./identity.ts";

/** A program that dials out from where the work is (AGT-01). */
export const agents = pgTable(
  "agents",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    name: text("name").notNull(),
    accessKeyId: text("access_key_id").notNull(),
    version: text("version").notNull(),
    capabilities: json("capabilities").$type<string[]>().notNull(),
    host: json("host")
      .$type<{ hostname: string; os: string; arch: string; cpus: number; memoryBytes: number; address: string }>()
      .notNull(),
    runtimes: json("runtimes").$type<{ family: string; version: string; path: string }[]>().notNull(),
    /** Counts the changes meant for this agent; raised under the row's lock, so it grows in the order of commits. */
    changeSeq: bigint("change_seq", { mode: "number" }).notNull().default(0),
    lastSeenAt: instant("last_seen_at").notNull(),
    ...times,
  },
  (t) => [uniqueIndex("agents_name").on(t.projectId, t.name), index("agents_by_key").on(t.accessKeyId)],
);

export type Agent = typeof agents.$inferSelect;
