import { sql } from "drizzle-orm";
import { bigint, customType, text, timestamp } from "drizzle-orm/pg-core";

/** The kinds of things that carry an id, and the prefix by which a log line explains itself. */
export const idPrefixes = {
  account: "acc",
  project: "prj",
  user: "usr",
  group: "grp",
  policy: "pol",
  grant: "grt",
  delegation: "dlg",
  session: "ses",
  key: "key",
  token: "tok",
  passkey: "psk",
  application: "app",
  environment: "env",
  resource: "res",
  agent: "agt",
  component: "cmp",
  template: "tpl",
  package: "pkg",
  instance: "ins",
  revision: "rev",
  workload: "wkl",
  replica: "rep",
  access: "acs",
  task: "tsk",
  engine: "eng",
  operation: "opr",
  listener: "lsn",
  rule: "rul",
  backup: "bkp",
  restore: "rst",
} as const;
export type IdKind = keyof typeof idPrefixes;

/** A primary key; ids sort by the time at which they were made, so a list needs no second column to page by. */
export const id = () => text("id").primaryKey();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const times = {
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at")
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};

/** The transaction that wrote a row: a reader behind `pg_snapshot_xmin` never misses one that commits late. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** What rows have that are only ever added, for those who follow them. */
export const feed = {
  seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  tx: xid8("tx")
    .notNull()
    .default(sql`pg_current_xact_id()`),
  projectId: text("project_id").notNull(),
  at: instant("at").notNull().defaultNow(),
};
