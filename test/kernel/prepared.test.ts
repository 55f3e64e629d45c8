import { openDatabase } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "../kit/postgres.ts";

const { url } = await freshDatabase();
const { db, close } = openDatabase(url, { connections: 1, prepare: true });
afterAll(close);

/** The client's own words around transactions are not counted. */
const prepared = async () =>
  (
    await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_prepared_statements where statement like 'select %'`,
    )
  )[0]!.n;
const answer = async (text: string, value: number) =>
  (await db.execute<{ n: number }>(sql`${sql.raw(text)} ${value}::int as n`))[0]!.n;

test("what is asked again and again is prepared, inside transactions as well, and answers alike", async () => {
  const before = await prepared();
  for (let i = 0; i < 5; i++) expect(await answer("select 0 +", i)).toBe(i);
  expect(await prepared()).toBe(before + 1);
  await db.transaction(async (tx) => {
    for (let i = 0; i < 5; i++) await tx.execute(sql`select ${i}::int + 1`);
    await tx.transaction(async (inner) => {
      for (let i = 0; i < 5; i++) await inner.execute(sql`select ${i}::int + 2`);
    });
  });
  expect(await prepared()).toBe(before + 3);
});

test("a table that changes meanwhile is read as it is now", async () => {
  await db.execute(sql`create table changing (n int)`);
  await db.execute(sql`insert into changing values (7)`);
  const read = async () =>
    (await db.execute<{ n: unknown }>(sql`select n from changing where n::text <> ${"x"}`))[0]!.n;
  for (let i = 0; i < 5; i++) expect(await read()).toBe(7);
  await db.execute(sql`alter table changing alter column n type text using n::text`);
  expect(await read()).toBe("7");
});

test("what fails is told, and the next is answered", async () => {
  for (let i = 0; i < 5; i++) await expect(answer("select 1 / 0 +", i)).rejects.toThrow();
  expect(await answer("select 0 +", 3)).toBe(3);
  const failing = db.transaction(async (tx) => {
    for (let i = 0; i < 4; i++) await tx.execute(sql`select ${i}::int / 0`);
  });
  await expect(failing).rejects.toThrow();
  expect(await answer("select 0 +", 4)).toBe(4);
});

test("a connection keeps only so many, however many texts there are", async () => {
  for (let text = 0; text < 600; text++) for (let i = 0; i < 3; i++) await answer(`select ${text} +`, i);
  // Those that had to be prepared anew count twice.
  expect(await prepared()).toBeLessThan(510);
  expect(await prepared()).toBeGreaterThan(400);
});
