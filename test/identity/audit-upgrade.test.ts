import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { auditLog, openDatabase } from "@flyloft/db";
import { migrate } from "@flyloft/db/migrate";
import { digestOf } from "@flyloft/functions/identity";
import { sql } from "drizzle-orm";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { expect, inject, test } from "vitest";

const migrations = fileURLToPath(new URL("../../db/migrations", import.meta.url));

/** A database as it was before the trail became a chain. */
async function formerDatabase() {
  const name = `upgrade_${process.pid}`;
  const server = postgres(inject("databaseServer"), { max: 1, onnotice: () => {} });
  await server.unsafe(`create database ${name}`);
  const url = new URL(inject("databaseServer"));
  url.pathname = name;
  const folder = await mkdtemp(join(tmpdir(), "flyloft-migrations-"));
  await cp(migrations, folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(await readFile(journal, "utf8"));
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 2) }));
  const database = openDatabase(url.href);
  await applyMigrations(database.db, { migrationsFolder: folder });
  await rm(folder, { recursive: true });
  const drop = async () => {
    await database.close();
    await server.unsafe(`drop database ${name} with (force)`);
    await server.end();
  };
  return { url: url.href, db: database.db, drop };
}

test("rows from before the chain take their places in it when the database is upgraded, and the next one follows", async () => {
  const { url, db, drop } = await formerDatabase();
  try {
    const add = (account: string, project: string, operation: string) =>
      db.execute(sql`insert into audit_log (account_id, project_id, actor_kind, actor_id, operation, target_kind, target_id, result, request_id)
        values (${account}, ${project}, 'user', 'usr_1', ${operation}, 'application', 'app_1', 'done', 'req_1')`);
    for (const [account, project, operation] of [
      ["acc_1", "prj_1", "first"],
      ["acc_1", "prj_2", "other"],
      ["-", "-", "nobody"],
      ["acc_1", "prj_1", "second"],
    ] as const)
      await add(account, project, operation);
    await migrate(url);
    await add("acc_1", "prj_1", "third");
    const rows = await db.select().from(auditLog).orderBy(auditLog.seq);
    expect(rows.map(({ operation, chain, position }) => [operation, chain, position])).toEqual([
      ["first", "prj_1", 1],
      ["other", "prj_2", 1],
      ["nobody", null, null],
      ["second", "prj_1", 2],
      ["third", "prj_1", 3],
    ]);
    let previous = "0".repeat(64);
    for (const row of rows.filter(({ chain }) => chain === "prj_1"))
      expect(row.hash).toBe((previous = digestOf(previous, row)));
  } finally {
    await drop();
  }
});
