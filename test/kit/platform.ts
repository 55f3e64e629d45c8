import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { freePort } from "@flyloft/infra/local/ports";
import { stopPostgres } from "@flyloft/infra/local/postgres";
import { endLeftovers, readRoster } from "@flyloft/infra/local/roster";
import { until } from "@flyloft/infra/local/wait";

export type RunFile = {
  url: string;
  graphqlUrl: string;
  registryUrl: string;
  engineUrl: string;
  adminUser: string;
  adminPasswordFile: string;
  appUrl: string | null;
  pid: number;
};
export type PlatformOptions = {
  home?: string;
  port?: number;
  runtime?: "edge" | "node";
  quickStart?: boolean;
  env?: Record<string, string>;
};
export type Platform = Awaited<ReturnType<typeof startPlatform>>;

/** The platform as `npm start` runs it, in a home of its own on a free port; `home` and `port` start a former one again. */
export async function startPlatform({
  home,
  port,
  runtime = "edge",
  quickStart = false,
  env = {},
}: PlatformOptions = {}) {
  const place = home ?? (await mkdtemp(join(tmpdir(), "flyloft-home-")));
  const at = port ?? (await freePort());
  const began = performance.now();
  const child = launch({ home: place, port: at, runtime, quickStart, env });
  const output = collect(child);
  const runFile = await until(
    "The start of the platform",
    async () => {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output.text}`);
      const run = await readFile(join(place, "run.json"), "utf8").then(
        (text) => JSON.parse(text) as RunFile,
        () => null,
      );
      return run?.pid === child.pid ? run : null;
    },
    { within: 60_000, every: 20 },
  ).catch(async (error: Error) => {
    await endEverything(child, place);
    throw new Error(`${error.message}\n${output.text}`, { cause: error });
  });
  return {
    ...runFile,
    home: place,
    /** Where database, agent and workloads keep their data: another folder when the home is private and this is root. */
    data: await dataOf(place),
    port: at,
    child,
    readyAfter: performance.now() - began,
    output: () => output.text,
    password: async () => (await readFile(runFile.adminPasswordFile, "utf8")).trim(),
    /** The process of this name now: `control plane`, `job engine`, `engines` or `agent`. */
    processOf: (name: string) => readRoster(join(place, "processes.json")).find((one) => one.name === name),
    /** As Ctrl-C does. Keeps the home, for another start. */
    async stop() {
      child.kill("SIGTERM");
      await ended(child);
    },
    /** Ends whatever still runs and removes the home. */
    remove: () => endEverything(child, place),
  };
}

/** Starts the supervisor and answers at once. */
export function launch({ home, port, runtime, quickStart, env }: Required<PlatformOptions>): ChildProcess {
  const args = [join(root, "infra/local/start.ts"), `--runtime=${runtime}`, ...(quickStart ? [] : ["--no-quickstart"])];
  return spawn(process.execPath, args, {
    env: { ...process.env, ...env, FLYLOFT_HOME: home, FLYLOFT_PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export function collect(child: ChildProcess) {
  const output = { text: "" };
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding("utf8").on("data", (chunk: string) => (output.text += chunk));
  return output;
}

export const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((resolve) => child.once("exit", () => resolve()));

async function endEverything(child: ChildProcess, home: string) {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await ended(child);
    clearTimeout(force);
  }
  await removeHome(home);
}

/** Ends what still works in a home and removes it, with what it keeps elsewhere. */
export async function removeHome(home: string) {
  await endLeftovers(join(home, "processes.json"));
  const data = await dataOf(home);
  await stopPostgres(join(data, "postgres"));
  for (const folder of [data, home]) await rm(folder, { recursive: true, force: true });
}

const dataOf = (home: string) => realpath(join(home, "data")).catch(() => home);
