import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseAccount } from "@flyloft/infra/local/account";
import { startPostgres, type PostgresServer } from "@flyloft/infra/local/postgres";
import { programsFor } from "@flyloft/infra/local/programs";

/** A PostgreSQL with the settings of an installation, to be measured or stopped without harm to anybody else. */
export async function ownServer() {
  const directory = await mkdtemp(join(tmpdir(), "flyloft-engine-"));
  await chmod(directory, 0o755);
  const account = await databaseAccount();
  const { postgres: programs } = await programsFor(account);
  const place = { directory: join(directory, "postgres"), programs, account, password: randomUUID() };
  const open = async (): Promise<PostgresServer> => {
    const started = await startPostgres(place);
    guard(started.process.pid, directory);
    return started;
  };
  let server = await open();
  return {
    url: (database: string) => server.url(database),
    pid: () => server.process.pid,
    /** As `pg_ctl stop -m immediate` does: nothing is written, sessions are cut; then started again, and recovered. */
    async crash(): Promise<void> {
      process.kill(server.process.pid, "SIGQUIT");
      server = await open();
    },
    async remove(): Promise<void> {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A shell that waits until this process has gone, however it went, and then stops the server and removes its data. */
function guard(pid: number, directory: string) {
  const script = 'read _; kill -QUIT "$1" 2>/dev/null && sleep 1 && rm -rf "$2"';
  const stdio: ["pipe", "ignore", "ignore"] = ["pipe", "ignore", "ignore"];
  spawn("sh", ["-c", script, "sh", String(pid), directory], { stdio, detached: true }).unref();
}
