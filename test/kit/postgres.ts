import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export type FreshDatabase = { url: string; drop(): Promise<void> };

/** A migrated, empty database of one's own on the server of this test run; drop it when done. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer((sql) =>
    sql.unsafe(`create database ${name} template ${inject("databaseTemplate")} strategy file_copy`),
  );
  const url = new URL(inject("databaseServer"));
  url.pathname = name;
  return { url: url.href, drop: () => onServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`)) };
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("databaseServer"), { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
