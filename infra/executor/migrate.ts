import { readdir, readFile } from "node:fs/promises";
import type { Database } from "./database.ts";

const folder = new URL("./migrations/", import.meta.url);
const lock = 4_831_207;

/** Brings the schema `engine` to the newest version; safe when several executors start at once. */
export async function migrate({ transact }: Database): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  await transact(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lock})`;
    await tx`create schema if not exists engine`;
    await tx`create table if not exists engine.migrations(name text primary key, at timestamptz not null default now())`;
    const done = await tx<{ name: string }[]>`select name from engine.migrations`;
    for (const name of files.filter((file) => !done.some((one) => one.name === file))) {
      await tx.unsafe(await readFile(new URL(name, folder), "utf8"));
      await tx`insert into engine.migrations(name) values (${name})`;
    }
  });
}
