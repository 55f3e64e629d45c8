import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { freePort } from "@flyloft/infra/local/ports";
import { until } from "@flyloft/infra/local/wait";
import { sql } from "drizzle-orm";
import type { Play } from "../engines/life-stage.ts";
import type { World } from "../kit/world.ts";

const program = fileURLToPath(import.meta.resolve("@flyloft/infra/entry/engines"));

/** The program that serves engines, as in production, to be killed and started again. */
export async function engineProcess(
  { databaseUrl, secretKeys, projectId }: Pick<World, "databaseUrl" | "secretKeys" | "projectId">,
  { anonymous = false } = {},
) {
  const port = await freePort();
  let child: ChildProcess;
  const said: string[] = [];
  const end = () => void child.kill("SIGKILL");
  process.once("exit", end);

  /** Resolves when it answers. */
  async function start() {
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      SECRET_KEYS: secretKeys,
      PORT: String(port),
      ENGINE_HOST_ID: `test-${port}`,
      ...(anonymous && { ENGINE_ANONYMOUS_PROJECT: projectId }),
    };
    child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
    createInterface(child.stderr!).on("line", (line) => void said.push(line));
    await Promise.race([
      once(createInterface(child.stdout!), "line"),
      once(child, "exit").then(() => Promise.reject(new Error(`The engines ended:\n${said.slice(-20).join("\n")}`))),
    ]);
  }

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    start,
    /** At once, and nothing is written any more. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Waits until the process has said what became of every address that it is wished to have. */
export const answered =
  ({ db }: Pick<World, "db">): Play =>
  () =>
    until(
      "A report of the engines",
      async () => {
        const [row] = await db.execute<{ count: number }>(sql`
          select count(*)::int as count from engine_listeners l where not exists (
            select 1 from engine_listener_reports r where r.listener_id = l.id and r.generation = l.generation)`);
        return row!.count === 0 ? true : null;
      },
      { within: 20_000, every: 20 },
    );
