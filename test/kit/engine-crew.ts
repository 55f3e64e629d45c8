import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { migrate } from "@flyloft/db/migrate";
import { openDatabase } from "@flyloft/db";
import { openAccount } from "@flyloft/functions/identity";
import { type Ctx, makeNewId } from "@flyloft/functions/kernel";
import { bundle, forNode } from "@flyloft/infra/local/bundle";
import { freePort } from "@flyloft/infra/local/ports";
import { anEngine } from "../engines/an-engine.ts";
import { ownServer } from "../executor/own-server.ts";

export const crewSecretKeys = `test:${Buffer.alloc(32, 7).toString("base64")}`;
/** Limits that are out of the way. */
const limits = {
  heartbeatSeconds: 0.001,
  heartbeatsPerSecond: 1e6,
  discoverySeconds: 0.001,
  registrationsPerSecond: 1e6,
};

export type EngineCrew = Awaited<ReturnType<typeof engineCrew>>;

/** An engine in a database server of its own, served by processes as in production: one on each of so many ports. */
export async function engineCrew({ copies, onCore }: { copies: number; onCore?: number }) {
  const server = await ownServer();
  const directory = await mkdtemp(join(tmpdir(), "flyloft-crew-"));
  const program = join(directory, "engine.mjs");
  await bundle("test/kit/engine-member.ts", program, forNode);
  await migrate(server.url("postgres"));
  const engineId = await insertEngine(server.url("postgres"));
  const ports = await Promise.all(Array.from({ length: copies }, freePort));
  const processes: ChildProcess[] = [];

  const fallen: string[] = [];

  /** Resolves when the copy answers. */
  async function start(copy: number): Promise<void> {
    const pinned = onCore === undefined ? [] : ["taskset", "-c", String(onCore)];
    const [command, ...args] = [...pinned, process.execPath, "--max-semi-space-size=16", program];
    const env = {
      PATH: process.env["PATH"],
      DATABASE_URL: server.url("postgres"),
      SECRET_KEYS: crewSecretKeys,
      ENGINE_ID: engineId,
      PORT: String(ports[copy]),
      ENGINE_LIMITS: JSON.stringify(limits),
    };
    const child = spawn(command!, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    processes[copy] = child;
    const end = () => void child.kill("SIGKILL");
    process.once("exit", end);
    const said: string[] = [];
    createInterface(child.stderr).on("line", (line) => void said.push(line));
    child.once("exit", (code, signal) => {
      process.off("exit", end);
      if (signal !== "SIGKILL")
        fallen.push(`Copy ${copy} ended by itself with ${code}:\n${said.slice(-20).join("\n")}`);
    });
    await Promise.race([
      once(createInterface(child.stdout), "line"),
      once(child, "exit").then(() =>
        Promise.reject(new Error(fallen.at(-1) ?? `Copy ${copy} was killed before it answered`)),
      ),
    ]);
  }

  await Promise.all(ports.map((_, copy) => start(copy)));
  return {
    server,
    engineId,
    ports,
    /** What is known of copies that nobody killed and that ended all the same. */
    fallen,
    pid: (copy: number) => processes[copy]!.pid!,
    start,
    /** At once, and nothing is written any more. */
    async kill(copy: number) {
      const child = processes[copy]!;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
    async remove() {
      for (const child of processes) child.kill("SIGKILL");
      await server.remove();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function insertEngine(databaseUrl: string): Promise<string> {
  const { db, close } = openDatabase(databaseUrl);
  const newId = makeNewId(() => new Date());
  const account = { account: "crew", project: "default", user: "owner", password: "correct horse battery" };
  const { projectId } = await db.transaction((tx) => openAccount({ tx, newId }, account));
  const actor = { projectId, name: "owner" };
  const { id } = await anEngine({ db, newId, actor } as unknown as Ctx, { instanceQuota: 1_000_000 });
  await close();
  return id;
}
