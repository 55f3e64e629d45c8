import {
  bigint,
  doublePrecision,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, instant, times } from "../columns.ts";
import { projects, sessions, users } from "./identity.ts";

const ownerId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Wrong proofs, counted per name, known browser and source address; the lock grows with each, see `sign-in/attempts.ts`. */
export const failedAttempts = pgTable(
  "failed_attempts",
  {
    key: text("key").primaryKey(),
    failures: integer("failures").notNull(),
    lastAt: instant("last_at").notNull(),
    lockedUntil: instant("locked_until"),
  },
  (t) => [index("failed_attempts_by_age").on(t.lastAt)],
);

/** Refresh tokens that were exchanged. One of them that comes again was copied: its session ends. */
export const spentRefreshTokens = pgTable(
  "spent_refresh_tokens",
  {
    hash: text("hash").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
  },
  (t) => [index("spent_refresh_tokens_by_session").on(t.sessionId)],
);

/** One-time codes by an app (RFC 6238); in force once a code was confirmed. */
export const totpSecrets = pgTable("totp_secrets", {
  userId: ownerId().primaryKey(),
  /** Sealed, see `kernel/secrets.ts`. */
  secret: text("secret").notNull(),
  confirmedAt: instant("confirmed_at"),
  /** The step of the last code that was accepted; each works once. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  ...times,
});

/** For whoever lost the app; stored as hashes, each works once. */
export const recoveryCodes = pgTable("recovery_codes", { userId: ownerId(), hash: text("hash").notNull() }, (t) => [
  primaryKey({ columns: [t.userId, t.hash] }),
]);

/** Public keys of authenticators (WebAuthn level 3). */
export const passkeys = pgTable(
  "passkeys",
  {
    id: id(),
    userId: ownerId(),
    name: text("name").notNull(),
    credentialId: text("credential_id").notNull().unique(),
    /** COSE, base64url. */
    publicKey: text("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: json("transports").$type<string[]>().notNull(),
    lastUsedAt: instant("last_used_at"),
    ...times,
  },
  (t) => [index("passkeys_by_user").on(t.userId)],
);

/** Bearer tokens for partners: less than their owner may, for a while (BEY-02). Only a hash is stored. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    userId: ownerId(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    /** The token that made this one; when that ends, this ends. */
    parentId: text("parent_id"),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    /** The first characters, by which its owner recognises it. */
    hint: text("hint").notNull(),
    actions: json("actions").$type<string[]>().notNull(),
    resources: json("resources").$type<string[]>().notNull(),
    /** Address ranges that it may be used from; null for any. */
    addresses: json("addresses").$type<string[]>(),
    requestsPerMinute: integer("requests_per_minute"),
    /** Requests that were left at a moment; null before the first. */
    turns: doublePrecision("turns"),
    turnsAt: instant("turns_at"),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
    ...times,
  },
  (t) => [
    uniqueIndex("api_tokens_hash").on(t.hash),
    index("api_tokens_by_user").on(t.userId),
    index("api_tokens_by_parent").on(t.parentId),
  ],
);

/** Who a user is at an OpenID provider. */
export const linkedIdentities = pgTable(
  "linked_identities",
  { issuer: text("issuer").notNull(), subject: text("subject").notNull(), userId: ownerId(), ...times },
  (t) => [primaryKey({ columns: [t.issuer, t.subject, t.userId] }), index("linked_identities_by_user").on(t.userId)],
);

export type ApiToken = typeof apiTokens.$inferSelect;
export type Passkey = typeof passkeys.$inferSelect;
