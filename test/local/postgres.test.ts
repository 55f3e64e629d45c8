import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseAccount } from "@flyloft/infra/local/account";
import { freePort } from "@flyloft/infra/local/ports";
import { startPostgres, stopPostgres, type PostgresPlace } from "@flyloft/infra/local/postgres";
import { lives, signal } from "@flyloft/infra/local/process-identity";
import { programsFor } from "@flyloft/infra/local/programs";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

let place: PostgresPlace;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "flyloft-postgres-"));
  await chmod(folder, 0o711);
  const account = await databaseAccount();
  place = {
    directory: join(folder, "postgres"),
    programs: (await programsFor(account)).postgres,
    account,
    password: "p@ss:word/%",
  };
});
afterAll(async () => {
  await stopPostgres(place.directory);
  await rm(join(place.directory, ".."), { recursive: true });
});

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test("a server that was left running is adopted, one that was killed is started again with its data", async () => {
  const first = await startPostgres(place);
  expect(first.adopted).toBe(false);
  await ask(first.url("postgres"), "create table kept as select 42 as answer");
  const adopted = await startPostgres(place);
  expect(adopted).toMatchObject({ adopted: true, port: first.port, process: first.process });

  signal(first.process, "SIGKILL");
  const second = await startPostgres(place);
  expect(second).toMatchObject({ adopted: false, port: first.port });
  expect(await ask(second.url("postgres"), "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(lives(second.process)).toBe(false);
});

test("it listens on loopback only, asks for the password, does not run as root and writes to disk", async () => {
  const server = await startPostgres(place);
  const url = server.url("postgres");
  await expect(ask(url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(/password/);
  const [shown] = await ask(
    url,
    `select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync, current_setting('password_encryption') as kept`,
  );
  expect(shown).toEqual({ listens: "127.0.0.1", fsync: "on", kept: "scram-sha-256" });
  await server.stop();
});

test("a first start that was killed half-way is made again", async () => {
  const directory = join(place.directory, "../torn");
  const torn = { ...place, directory };
  await (await startPostgres(torn)).stop();
  const { rename } = await import("node:fs/promises");
  await rename(join(directory, "data"), join(directory, "data.unfinished"));
  await rm(join(directory, "data.unfinished/global"), { recursive: true });
  const server = await startPostgres(torn);
  expect(await ask(server.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
});

test("on a port that somebody took in the meantime it moves to another", async () => {
  const taken = await freePort();
  const { createServer } = await import("node:net");
  const other = createServer().listen(taken, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  await writeFile(join(place.directory, "port"), String(taken));
  const server = await startPostgres(place);
  expect(server.port).not.toBe(taken);
  await server.stop();
  other.close();
});
