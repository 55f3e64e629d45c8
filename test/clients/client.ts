import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@flyloft/infra/local/ports";
import { answersOk, until } from "@flyloft/infra/local/wait";
import type { Framework, Program } from "./build.ts";

export type Named = { name: string; version?: string };
export type Client = Awaited<ReturnType<typeof startClient>>;

/** A service as its developers would start it; answers once it serves. */
export async function startClient(
  program: Program,
  { framework, engine, name, version = "1.0.0" }: Named & { framework: Framework; engine: string },
) {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), `client-${name}-`));
  if (framework === "go-chassis") await writeGoConfiguration(folder, { engine, name, version, port });
  const child = spawn(program.command, program.args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      CHASSIS_HOME: folder,
      ENGINE: engine,
      CLIENT_NAME: name,
      CLIENT_VERSION: version,
      CLIENT_PORT: String(port),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = collect(child);
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${said()}`);
    return (await answersOk(`${url}/hello?name=start`)) || null;
  };
  try {
    await until(`The start of ${name}`, ready, { within: 180_000, every: 500 });
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`${(error as Error).message}\n${said()}`, { cause: error });
  }
  const get = async (path: string, query: Record<string, string>) => {
    const answer = await fetch(`${url}${path}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(10_000) });
    const text = await answer.text();
    return { status: answer.status, text: text.replace(/^"|"$/g, "") };
  };
  return {
    name,
    version,
    framework,
    said,
    /** What another service answers when this one calls it by its name. */
    call: (service: string, { region = "" }: { region?: string } = {}) => get("/call", { service, name, from: region }),
    setting: async (key: string) => (await get("/setting", { key })).text,
    async stop() {
      if (child.exitCode === null) {
        const gone = once(child, "exit");
        child.kill("SIGTERM");
        const force = setTimeout(() => child.kill("SIGKILL"), 20_000);
        await gone;
        clearTimeout(force);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The last of what a process printed. */
function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (chunk: Buffer) => (text = `${text}${chunk}`.slice(-20_000)));
  return () => text;
}

/** What the service is asked, as its developers write it down: Go Chassis registers the contracts that it finds beside its settings. */
const contract = {
  swagger: "2.0",
  info: { title: "Hello", version: "1.0.0" },
  basePath: "/",
  paths: {
    "/hello": {
      get: {
        operationId: "Hello",
        parameters: [
          { name: "name", in: "query", type: "string" },
          { name: "region", in: "header", type: "string" },
        ],
        responses: { 200: { description: "A greeting", schema: { type: "string" } } },
      },
    },
  },
};

/** Go Chassis reads files only; where nothing listens watch and long poll are its defaults for the engine. */
async function writeGoConfiguration(
  folder: string,
  { engine, name, version, port }: { engine: string; name: string; version: string; port: number },
) {
  const chassis = {
    servicecomb: {
      registry: {
        address: engine,
        watch: true,
        uploadSchema: true,
        refreshInterval: "2s",
        heartbeat: { interval: "5s" },
      },
      config: { client: { serverUri: engine, type: "kie", refreshMode: 0, refreshInterval: 5 } },
      noRefreshSchema: true,
      protocols: { rest: { listenAddress: `127.0.0.1:${port}` } },
      handler: {
        chain: {
          Consumer: { default: "router,bizkeeper-consumer,loadbalance,transport" },
          Provider: { default: "ratelimiter-provider" },
        },
      },
    },
  };
  const microservice = { servicecomb: { service: { name, app: "clients", version } } };
  const contracts = join(folder, "conf", name, "schema");
  await mkdir(contracts, { recursive: true });
  // JSON is YAML.
  await writeFile(join(folder, "conf/chassis.yaml"), JSON.stringify(chassis));
  await writeFile(join(folder, "conf/microservice.yaml"), JSON.stringify(microservice));
  await writeFile(join(contracts, "Hello.yaml"), JSON.stringify(contract));
}
