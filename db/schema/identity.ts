import { boolean, index, integer, json, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
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
    description: text("description"),
    /** The account itself: it holds every right (IAM-01). */
    administrator: boolean("administrator").notNull().default(false),
    enabled: boolean("enabled").notNull().default(true),
    failedSignIns: integer("failed_sign_ins").notNull().default(0),
    lockedUntil: instant("locked_until"),
    ...times,
  },
  (t) => [uniqueIndex("users_name").on(t.accountId, t.name)],
);

/** One sign-in. The refresh token is stored as a hash and replaced at each use. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    refreshHash: text("refresh_hash").notNull(),
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
      .references(() => users.id),
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
