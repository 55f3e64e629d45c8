import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { engines } from "./engines.ts";

const engineId = () =>
  text("engine_id")
    .notNull()
    .references(() => engines.id, { onDelete: "cascade" });

/** By which an engine signs the tokens of its accounts; apart from what it holds, so that no backup has it. */
export const engineSigningKeys = pgTable("engine_signing_keys", {
  engineId: engineId().primaryKey(),
  /** PKCS #8, sealed, see `kernel/secrets.ts`. */
  privateKey: text("private_key").notNull(),
  publicKey: text("public_key").notNull(),
});

/** Wrong passwords at an engine, counted per name and source address (protocol §1.9). */
export const engineAccountLocks = pgTable(
  "engine_account_locks",
  {
    engineId: engineId(),
    key: text("key").notNull(),
    failures: integer("failures").notNull(),
    lastAt: instant("last_at").notNull(),
    lockedUntil: instant("locked_until"),
  },
  (t) => [primaryKey({ columns: [t.engineId, t.key] })],
);
