import { spawn } from "node:child_process";
import { chown, mkdir, open, readdir, readFile, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { Account } from "./account.ts";
import { portOfLastTime } from "./ports.ts";
import { gone, identify, lives, signal, type ProcessIdentity } from "./process-identity.ts";

export type PostgresPlace = {
  /** Holds the data in `data`, and the server's log. */
  directory: string;
  /** The folder of `bin`, `lib` and `share`. */
  programs: string;
  /** Whom the server runs as; null for the user of this process. */
  account: Account | null;
  password: string;
  /** Server settings beside the ones for a small machine. */
  settings?: Record<string, string>;
};

export type PostgresServer = {
  port: number;
  process: ProcessIdentity;
  /** Whether it was running already. */
  adopted: boolean;
  url(database: string): string;
  /** Ends open sessions, writes everything to disk and stops. */
  stop(): Promise<void>;
};

export const superuser = "flyloft";

const smallMachine = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "32MB",
  max_connections: "60",
  max_wal_size: "256MB",
  max_parallel_workers_per_gather: "0",
  max_worker_processes: "4",
  autovacuum_max_workers: "1",
  io_method: "sync",
  wal_keep_size: "0",
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * Starts PostgreSQL on loopback, or adopts the server that an earlier, killed process left running on this data.
 * It is a process of its own group: Ctrl-C in a terminal does not reach it, and it outlives whoever started it.
 */
export async function startPostgres(place: PostgresPlace): Promise<PostgresServer> {
  const left = await running(place.directory);
  if (left) {
    if (await answers(urlOf(place, left.port), 2_000)) return serverOf(place, left, true);
    await end(left.process);
  }
  await clearRemains(join(place.directory, "data"));
  await initialise(place);
  const port = await portOfLastTime(join(place.directory, "port"));
  const log = await open(join(place.directory, "server.log"), "w", 0o600);
  if (place.account) await log.chown(place.account.uid, place.account.gid);
  const settings = Object.entries({ ...smallMachine, ...place.settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(join(place.programs, "bin/postgres"), ["-D", dataOf(place), "-p", String(port), ...settings], {
    cwd: place.directory,
    env: environment(),
    stdio: ["ignore", log.fd, log.fd],
    detached: true,
    ...owner(place),
  });
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}`)));
  });
  failed.catch(() => {});
  child.unref();
  try {
    await Promise.race([failed, untilReady(place, child.pid!)]);
  } catch (cause) {
    const said = (await readFile(join(place.directory, "server.log"), "utf8")).trim().split("\n").slice(-3).join(" | ");
    throw new Error(`PostgreSQL did not start: ${said}`, { cause });
  } finally {
    await log.close();
  }
  return serverOf(place, { port, process: identify(child.pid!)! }, false);
}

/** Stops the server that runs on the data in this directory, if one does. */
export async function stopPostgres(directory: string): Promise<void> {
  const left = await running(directory);
  if (left) await end(left.process);
}

/** The server that runs on this data now; null when none does. */
async function running(directory: string): Promise<{ port: number; process: ProcessIdentity } | null> {
  const data = join(directory, "data");
  const lines = await readFile(join(data, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const found = identify(Number(lines[0]));
  // The file may be a leftover from before a crash, and its process id somebody else's by now.
  if (!found || !(await commandOf(found.pid)).includes(data)) return null;
  return { port: Number(lines[3]), process: found };
}

/**
 * After the death of a server: waits for its sessions to follow it, and removes its lock file. PostgreSQL would do so
 * itself, but takes a dead process for a living one as long as nobody has collected its exit status.
 */
async function clearRemains(data: string) {
  if (process.platform !== "linux") return;
  for (const deadline = Date.now() + 5_000; ; await pause(20)) {
    const working = await processesIn(data);
    if (working.length === 0) break;
    if (Date.now() > deadline) for (const one of working) signal(one, "SIGKILL");
  }
  await rm(join(data, "postmaster.pid"), { force: true });
}

/** Those whose working directory this is: every process of a PostgreSQL server works in its data directory. */
async function processesIn(directory: string): Promise<ProcessIdentity[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const at = await Promise.all(ids.map((id) => readlink(`/proc/${id}/cwd`).catch(() => null)));
  return ids.filter((_, index) => at[index] === directory).flatMap((id) => identify(Number(id)) ?? []);
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const child = spawn("ps", ["-o", "args=", "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] });
  return (await child.stdout.toArray()).join("");
}

/** Creates an empty cluster; one that was killed half-way is thrown away and made again. */
async function initialise(place: PostgresPlace) {
  if (await stat(join(dataOf(place), "PG_VERSION")).catch(() => null)) return;
  const unfinished = `${dataOf(place)}.unfinished`;
  const passwordFile = join(place.directory, "password");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, place.password, { mode: 0o600 });
  if (place.account) {
    for (const path of [place.directory, unfinished, passwordFile])
      await chown(path, place.account.uid, place.account.gid);
  }
  const flags = [
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
  const child = spawn(
    join(place.programs, "bin/initdb"),
    [`--pgdata=${unfinished}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, ...flags],
    { cwd: place.directory, env: environment(), stdio: ["ignore", "ignore", "pipe"], ...owner(place) },
  );
  const code = new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  const said = (await child.stderr.toArray()).join("");
  if ((await code) !== 0) throw new Error(`PostgreSQL could not create its data directory: ${said.trim()}`);
  await rm(passwordFile);
  await rename(unfinished, dataOf(place));
}

async function untilReady(place: PostgresPlace, pid: number) {
  // After a crash it first replays its log, which may take a while.
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await pause(20)) {
    const lines = (await readFile(join(dataOf(place), "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    // The file of a server that was killed stays, and says that it is ready.
    if (lines[7]?.trim() === "ready" && Number(lines[0]) === pid) return;
  }
  throw new Error("It was not ready in time");
}

async function answers(url: string, milliseconds: number): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: milliseconds / 1000, fetch_types: false, onnotice: () => {} });
  try {
    await Promise.race([sql`select 1`, pause(milliseconds).then(() => Promise.reject(new Error("No answer")))]);
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

function serverOf(
  place: PostgresPlace,
  { port, process }: { port: number; process: ProcessIdentity },
  adopted: boolean,
): PostgresServer {
  return { port, process, adopted, url: (database) => urlOf(place, port, database), stop: () => end(process) };
}

/** First politely (sessions are ended, everything is written), then without ceremony. */
async function end(process: ProcessIdentity) {
  for (const [name, patience] of [
    ["SIGINT", 8_000],
    ["SIGQUIT", 3_000],
    ["SIGKILL", 3_000],
  ] as const) {
    signal(process, name);
    if (await gone(process, patience)) return;
  }
  if (lives(process)) throw new Error(`PostgreSQL (process ${process.pid}) cannot be stopped`);
}

const dataOf = (place: PostgresPlace) => join(place.directory, "data");
const owner = ({ account }: PostgresPlace) => (account ? { uid: account.uid, gid: account.gid } : {});
const environment = () => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });
const urlOf = (place: PostgresPlace, port: number, database = "postgres") =>
  `postgres://${superuser}:${encodeURIComponent(place.password)}@127.0.0.1:${port}/${database}`;
