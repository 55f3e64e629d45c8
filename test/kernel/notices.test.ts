import { openDatabase } from "@flyloft/db";
import { sharedNotices } from "@flyloft/infra/adapters/notices/postgres";
import { until } from "@flyloft/infra/local/wait";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { freshDatabase } from "../kit/postgres.ts";

async function opened() {
  const { url, drop } = await freshDatabase();
  const { client, close } = openDatabase(url, { connections: 1 });
  const other = postgres(url, { max: 1, fetch_types: false });
  const notices = sharedNotices(client);
  onTestFinished(async () => {
    await Promise.all([notices.close(), close(), other.end()]);
    await drop();
  });
  return { url, notices, tell: (channel = "news") => other.notify(channel, "") };
}
/** How long a wait took, in milliseconds. */
async function timed(wait: Promise<void>) {
  const began = performance.now();
  await wait;
  return performance.now() - began;
}

test("a wait that was begun before the announcement hears it, the very first one too", async () => {
  const { notices, tell } = await opened();
  for (let round = 0; round < 20; round++) {
    const waited = timed(notices.wait("news", 10_000));
    await tell();
    expect(await waited).toBeLessThan(5_000);
  }
});

test("all who wait hear one announcement, those on other channels do not", async () => {
  const { notices, tell } = await opened();
  await notices.wait("news", 10_000);
  await notices.wait("other", 10_000);
  const waits = Promise.all([1, 2, 3].map(() => timed(notices.wait("news", 10_000))));
  const other = timed(notices.wait("other", 300));
  await tell();
  expect(Math.max(...(await waits))).toBeLessThan(5_000);
  expect(await other).toBeGreaterThan(250);
});

test("a wait ends when its time is up and at its signal", async () => {
  const { notices } = await opened();
  await notices.wait("news", 10_000);
  expect(await timed(notices.wait("news", 50))).toBeLessThan(5_000);
  const stop = new AbortController();
  const waited = timed(notices.wait("news", 10_000, stop.signal));
  stop.abort();
  expect(await waited).toBeLessThan(1_000);
  expect(await timed(notices.wait("news", 10_000, stop.signal))).toBeLessThan(1_000);
});

test("a lost connection is made again, also when the database is away for a while, and counts as news", async () => {
  const { url, notices, tell } = await opened();
  await notices.wait("news", 10_000);
  const name = new URL(url).pathname.slice(1);
  const server = postgres(inject("databaseServer"), { max: 1, fetch_types: false, onnotice: () => {} });
  const listeners = () => server`select pid from pg_stat_activity where datname = ${name} and query like 'listen %'`;
  onTestFinished(() => server.end());

  await until("the listening connection", async () => (await listeners()).length === 1 || null, {
    within: 5_000,
    every: 20,
  });
  await server.unsafe(`alter database ${name} allow_connections false`);
  const waited = timed(notices.wait("news", 15_000));
  await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and query like 'listen %'`;
  await until("its end", async () => (await listeners()).length === 0 || null, { within: 5_000, every: 20 });
  await notices.wait("elsewhere", 400);
  await server.unsafe(`alter database ${name} allow_connections true`);
  expect(await waited).toBeLessThan(14_000);
  const again = timed(notices.wait("news", 10_000));
  await tell();
  expect(await again).toBeLessThan(5_000);
});
