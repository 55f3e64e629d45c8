import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseAccount } from "@flyloft/infra/local/account";
import { startObjects } from "@flyloft/infra/local/objects";
import { startPostgres } from "@flyloft/infra/local/postgres";
import { programsFor } from "@flyloft/infra/local/programs";
import { migrate } from "@flyloft/db/migrate";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import type { ObjectStore } from "./kit/blobs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's own database; new ones are made through it. */
    databaseServer: string;
    /** A migrated database to clone. */
    databaseTemplate: string;
    objectStore: ObjectStore;
  }
}

/** One PostgreSQL and one S3 server for all test files of a run; gone with the run, also when that is killed. */
export default async function setup(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), "flyloft-test-"));
  await chmod(directory, 0o755);
  const [database, objects] = await Promise.all([startDatabase(directory), startStore(directory)]);
  project.provide("databaseServer", database.server.url("postgres"));
  project.provide("databaseTemplate", database.template);
  project.provide("objectStore", objects.store);
  return async () => {
    await Promise.all([database.server.stop(), objects.server.close()]);
    await rm(directory, { recursive: true, force: true });
  };
}

async function startDatabase(directory: string) {
  const account = await databaseAccount();
  const { postgres: programs } = await programsFor(account);
  // Nothing here outlives the run, so nothing waits for the disk. Room for every file that runs at once.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const place = { directory: join(directory, "postgres"), programs, account, password: randomUUID(), settings };
  const server = await startPostgres(place);
  endWithThisProcess(server.process.pid, directory);

  const template = "flyloft_template";
  const sql = postgres(server.url("postgres"), { max: 1 });
  await sql.unsafe(`create database ${template}`);
  await sql.end();
  await migrate(server.url(template));
  return { server, template };
}

/** A shell that waits until this process has gone, however it went, and then stops the server and removes its data. */
function endWithThisProcess(pid: number, directory: string) {
  const script = 'read _; kill -QUIT "$1" 2>/dev/null && sleep 1 && rm -rf "$2"';
  spawn("sh", ["-c", script, "sh", String(pid), directory], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  }).unref();
}

async function startStore(directory: string) {
  const keys = { accessKeyId: randomUUID(), secretAccessKey: randomUUID() };
  const folder = join(directory, "objects");
  const server = await startObjects({ directory: folder, bucket: "flyloft", ...keys });
  return { server, store: { endpoint: server.endpoint, region: "us-east-1", ...keys, directory: folder } };
}
