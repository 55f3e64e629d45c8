import { boolean, index, json, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, times } from "../columns.ts";

/** Owns everything (IAM-01). */
export const accounts = pgTable("accounts", { id: id(), name: text("name").notNull().unique(), ...times });

/** Where resources live; grants and quotas hold per project (IAM-05). */
export const projects = pgTable(
  "projects",
  {
    id: id(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    ...times,
  },
  (t) => [uniqueIndex("projects_name").on(t.accountId, t.name)],
);

export const users = pgTable(
  "users",
  {
    id: id(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    /** scrypt, see `identity/password.ts`. */
    passwordHash: text("password_hash").notNull(),
    email: text("email"),
    phone: text("phone"),
    description: text("description"),
    /** The account itself: it holds every right (IAM-01). */
    administrator: boolean("administrator").notNull().default(false),
    enabled: boolean("enabled").notNull().default(true),
    ...times,
  },
  (t) => [uniqueIndex("users_name").on(t.accountId, t.name)],
);

/** Users who hold the same rights (IAM-03). */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    ...times,
  },
  (t) => [uniqueIndex("groups_name").on(t.accountId, t.name)],
);

export const groupMembers = pgTable(
  "group_members",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.userId] }), index("group_members_by_user").on(t.userId)],
);

/** What a policy says, as its author wrote it (IAM-11). */
export type PolicyDocument = {
  Version: "1.1";
  Statement: {
    Effect: "Allow" | "Deny";
    Action: string[];
    Resource?: string[];
    Condition?: Record<string, Record<string, string[]>>;
  }[];
};

/** Policies of an account, and the system policies, which belong to nobody and are everybody's (IAM-07). */
export const policies = pgTable(
  "policies",
  {
    id: id(),
    /** Null for a system policy. */
    accountId: text("account_id").references(() => accounts.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** A role speaks of a whole service and may need other roles (IAM-06). */
    kind: text("kind", { enum: ["policy", "role"] }).notNull(),
    document: json("document").$type<PolicyDocument>().notNull(),
    /** The ids of the roles that must be granted along with this one. */
    dependsOn: json("depends_on").$type<string[]>().notNull().default([]),
    ...times,
  },
  (t) => [unique("policies_name").on(t.accountId, t.name).nullsNotDistinct()],
);

/** A policy given to a group, in one project or in all of the account (IAM-05). */
export const grants = pgTable(
  "grants",
  {
    id: id(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    policyId: text("policy_id")
      .notNull()
      .references(() => policies.id),
    /** Null for all projects. */
    projectId: text("project_id").references(() => projects.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("grants_once").on(t.groupId, t.policyId, t.projectId).nullsNotDistinct(),
    index("grants_by_policy").on(t.policyId),
  ],
);

/** One account lets another act in one of its projects, within certain policies (IAM-22). */
export const delegations = pgTable(
  "delegations",
  {
    id: id(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    /** The account that may act. */
    delegateId: text("delegate_id")
      .notNull()
      .references(() => accounts.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    expiresAt: instant("expires_at"),
    ...times,
  },
  (t) => [
    uniqueIndex("delegations_name").on(t.accountId, t.name),
    index("delegations_by_delegate").on(t.delegateId, t.projectId),
  ],
);

export const delegationPolicies = pgTable(
  "delegation_policies",
  {
    delegationId: text("delegation_id")
      .notNull()
      .references(() => delegations.id, { onDelete: "cascade" }),
    policyId: text("policy_id")
      .notNull()
      .references(() => policies.id),
  },
  (t) => [primaryKey({ columns: [t.delegationId, t.policyId] }), index("delegation_policies_by_policy").on(t.policyId)],
);

/** One sign-in. The refresh token is stored as a hash and replaced at each use. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    /** How it was opened, and whether by two proofs. */
    method: text("method", { enum: ["password", "passkey", "openid"] })
      .notNull()
      .default("password"),
    mfa: boolean("mfa").notNull().default(false),
    /** What the browser or program calls itself. */
    client: text("client"),
    sourceIp: text("source_ip"),
    refreshHash: text("refresh_hash").notNull(),
    renewedAt: instant("renewed_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    ...times,
  },
  (t) => [index("sessions_by_user").on(t.userId)],
);

/** Keys that sign session tokens; the newest signs, all that have not expired verify. */
export const signingKeys = pgTable("signing_keys", {
  id: id(),
  publicJwk: json("public_jwk").notNull(),
  /** Sealed, see `kernel/secrets.ts`. */
  privateJwk: text("private_jwk").notNull(),
  signsUntil: instant("signs_until").notNull(),
  verifiesUntil: instant("verifies_until").notNull(),
  ...times,
});

/** AK/SK for programs and agents; a key acts with its owner's rights in one project (IAM-25). */
export const accessKeys = pgTable(
  "access_keys",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    description: text("description"),
    /** Sealed: verifying a signature needs the secret itself. */
    secret: text("secret").notNull(),
    enabled: boolean("enabled").notNull().default(true),
    /** The platform's own local agent holds one that does not count among its owner's two. */
    system: boolean("system").notNull().default(false),
    lastUsedAt: instant("last_used_at"),
    ...times,
  },
  (t) => [index("access_keys_by_user").on(t.userId)],
);

/** Nonces of signed requests, kept as long as their signature would be accepted. */
export const usedNonces = pgTable(
  "used_nonces",
  {
    keyId: text("key_id").notNull(),
    nonce: text("nonce").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.nonce] }), index("used_nonces_by_expiry").on(t.expiresAt)],
);

export type User = typeof users.$inferSelect;
export type Group = typeof groups.$inferSelect;
export type Policy = typeof policies.$inferSelect;
export type Grant = typeof grants.$inferSelect;
export type Project = typeof projects.$inferSelect;
export type Delegation = typeof delegations.$inferSelect;
