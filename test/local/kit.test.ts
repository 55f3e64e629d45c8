import postgres from "postgres";
import { expect, test } from "vitest";
import { freshDatabase } from "../kit/postgres.ts";

test("two databases of one run are migrated, empty and know nothing of each other", async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  const tables = async (url: string) => {
    const sql = postgres(url, { max: 1 });
    await sql`create table only_here ()`;
    const rows = await sql`select tablename from pg_tables where schemaname = 'public' order by 1`;
    await sql.end();
    return rows.map((row) => row.tablename as string);
  };
  expect(await tables(one.url)).toEqual(await tables(other.url));
  expect(await tables((await freshDatabase()).url)).toContain("accounts");
  await Promise.all([one.drop(), other.drop()]);
});
