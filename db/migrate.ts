import { fileURLToPath } from "node:url";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { openDatabase } from "./client.ts";
import { seedSystemPolicies } from "./seed/system-policies.ts";

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any number, as long as it stays the same: whoever holds this lock migrates. */
const migrationLock = 7_352_011;

/** Brings a database to the newest version. Several may call it at once: one works, the others wait and find it done. */
export async function migrate(databaseUrl: string): Promise<void> {
  const { db, client, close } = openDatabase(databaseUrl);
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(db, { migrationsFolder });
    await seedSystemPolicies(db);
  } finally {
    await close();
  }
}
