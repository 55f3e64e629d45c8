import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export type EngineDatabase = { url: string; sql: postgres.Sql; drop: () => Promise<void> };

/** An empty database of one's own on the server of this test run. */
export async function emptyDatabase(): Promise<EngineDatabase> {
  const name = `engine_${randomBytes(6).toString("hex")}`;
  await onServer((sql) => sql.unsafe(`create database ${name}`));
  const url = new URL(inject("databaseServer"));
  url.pathname = name;
  const sql = postgres(url.href, { max: 2, onnotice: () => {} });
  const drop = async () => {
    await sql.end({ timeout: 1 });
    await onServer((server) => server.unsafe(`drop database if exists ${name} with (force)`));
  };
  return { url: url.href, sql, drop };
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("databaseServer"), { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
