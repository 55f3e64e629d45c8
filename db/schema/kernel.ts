import { bigint, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";

/**
 * Every change and every refusal (IAM-27); rows are only ever added. A trigger gives each row its place in the chain of its
 * project and a digest over itself and the row before, see `functions/identity/audit`.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    /** Null for those who are not signed in: what they were refused belongs to nobody. */
    accountId: text("account_id"),
    /** Null for what concerns the account as a whole. */
    projectId: text("project_id"),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull().default(""),
    sourceIp: text("source_ip"),
    operation: text("operation").notNull(),
    targetKind: text("target_kind").notNull(),
    targetId: text("target_id").notNull(),
    /** `done`, or the code of the refusal. */
    result: text("result").notNull(),
    requestId: text("request_id").notNull(),
    /** Set by the trigger: the project or the account, the place from 1 without gaps, and SHA-256 in hexadecimal. */
    chain: text("chain"),
    position: bigint("position", { mode: "number" }),
    hash: text("hash"),
  },
  (t) => [
    index("audit_log_by_project").on(t.projectId, t.seq),
    index("audit_log_by_account").on(t.accountId, t.seq),
    index("audit_log_by_target").on(t.targetId, t.seq),
    uniqueIndex("audit_log_chain").on(t.chain, t.position),
  ],
);

/** The end of each audit chain. Its row is the lock under which the next row takes its place: one project waits for itself only. */
export const auditChains = pgTable("audit_chains", {
  chain: text("chain").primaryKey(),
  position: bigint("position", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
});

/** The end of each chain at some moment, sealed under a key that the database does not hold: the past cannot be rewritten silently. */
export const auditSeals = pgTable("audit_seals", {
  chain: text("chain").primaryKey(),
  position: bigint("position", { mode: "number" }).notNull(),
  sealed: text("sealed").notNull(),
  at: instant("at").notNull().defaultNow(),
});

/** What happened, written in the transaction that made it true; the relay sends it on. */
export const outbox = pgTable("outbox", {
  seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull(),
  data: json("data").notNull(),
  at: instant("at").notNull().defaultNow(),
  leasedUntil: instant("leased_until"),
  attempts: integer("attempts").notNull().default(0),
  /** Why the job engine will not take it; kept aside until a relay starts anew. */
  refused: text("refused"),
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
