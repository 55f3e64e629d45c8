import { openDatabase } from "@flyloft/infra/executor/database";
import { expect, onTestFinished, test } from "vitest";
import { emptyDatabase } from "./postgres.ts";
import { until } from "./world.ts";

async function open(onNotify: (sender: string) => void = () => {}) {
  const own = await emptyDatabase();
  const database = openDatabase({ url: own.url, name: "tested", channel: "heard", onNotify });
  onTestFinished(async () => {
    await database.close();
    await own.drop();
  });
  const cut = async (pid: number) => {
    await own.sql`select pg_terminate_backend(${pid})`;
    await until(async () => (await own.sql`select 1 from pg_stat_activity where pid = ${pid}`).length === 0);
  };
  return { own, database, cut };
}

test("a transaction whose connection is cut between two statements fails, and the next ones work", async () => {
  const { own, database, cut } = await open();
  await own.sql`create table t(n int)`;
  for (let n = 0; n < 10; n++) {
    const work = database.transact(async (tx) => {
      const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
      await tx`insert into t values (${n})`;
      await cut(backend?.pid ?? 0);
      for (let turn = 0; turn < n; turn++) await new Promise((resolve) => setImmediate(resolve));
      await tx`select 1`;
    });
    await expect(work).rejects.toMatchObject({
      code: expect.stringMatching(/^(CONNECTION_|57P|ECONN|EPIPE)/) as string,
    });
  }
  expect(await own.sql`select 1 from t`).toHaveLength(0);
  const [one] = await database.transact((tx) => tx<{ n: number }[]>`select 1::int as n`);
  expect(one?.n).toBe(1);
  const left =
    await own.sql`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
  expect(left).toHaveLength(0);
});

test("notifications and statements go on after their connection was cut, with at most four connections", async () => {
  const heard: string[] = [];
  const { own, database, cut } = await open((sender) => heard.push(sender));
  for (let n = 0; n < 3; n++) {
    const pid = await until(async () => {
      const rows = await database.sql<{ pid: number }[]>`select pg_backend_pid() as pid`.catch(() => []);
      return rows[0]?.pid;
    });
    await own.sql`select pg_notify('heard', ${`message ${n}`})`;
    await until(() => heard.includes(`message ${n}`));
    await cut(pid);
  }
  await Promise.all(Array.from({ length: 20 }, () => database.transact((tx) => tx`select pg_sleep(0.01)`)));
  const [used] = await own.sql<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where application_name = 'tested'`;
  expect(used?.n).toBeLessThanOrEqual(4);
});

test("a failed transaction leaves nothing and its connection is clean", async () => {
  const { own, database } = await open();
  await own.sql`create table t(n int primary key)`;
  await expect(
    database.transact(async (tx) => {
      await tx`insert into t values (1)`;
      await tx`insert into t values (1)`;
    }),
  ).rejects.toMatchObject({ code: "23505" });
  await database.transact((tx) => tx`insert into t values (2)`);
  expect(await own.sql`select n from t`).toEqual([{ n: 2 }]);
});
