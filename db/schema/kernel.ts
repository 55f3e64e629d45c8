import { bigint, index, integer, json, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";

/** Every change and every refusal (IAM-27). */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    accountId: text("account_id"),
    projectId: text("project_id"),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    sourceIp: text("source_ip"),
    operation: text("operation").notNull(),
    targetKind: text("target_kind").notNull(),
    targetId: text("target_id").notNull(),
    /** `done`, or the code of the refusal. */
    result: text("result").notNull(),
    requestId: text("request_id").notNull(),
  },
  (t) => [index("audit_log_by_project").on(t.projectId, t.seq), index("audit_log_by_target").on(t.targetId, t.seq)],
);

/** What happened, written in the transaction that made it true; the relay sends it on. */
export const outbox = pgTable("outbox", {
  seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull(),
  data: json("data").notNull(),
  at: instant("at").notNull().defaultNow(),
  leasedUntil: instant("leased_until"),
  attempts: integer("attempts").notNull().default(0),
});

/** The answer to a command that carried an idempotency key, kept for a day. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    projectId: text("project_id").notNull(),
    actorId: text("actor_id").notNull(),
    operation: text("operation").notNull(),
    key: text("key").notNull(),
    inputHash: text("input_hash").notNull(),
    output: json("output"),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.actorId, t.operation, t.key] }),
    index("idempotency_keys_by_age").on(t.at),
  ],
);
