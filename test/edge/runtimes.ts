import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bootstrap } from "@flyloft/infra/entry/bootstrap";
import { bundle, forEdge, root } from "@flyloft/infra/local/bundle";
import { workerdConfig, workerdProgram } from "@flyloft/infra/local/edge/workerd";
import { freePort } from "@flyloft/infra/local/ports";
import { answersOk, until } from "@flyloft/infra/local/wait";
import { freshBlobs } from "../kit/blobs.ts";
import { freshDatabase } from "../kit/postgres.ts";

const secretKeys = `test:${Buffer.alloc(32, 7).toString("base64")}`;
export type Runtime = Awaited<ReturnType<typeof start>>;
export const runtimeNames = ["node", "edge"] as const;
export type RuntimeName = (typeof runtimeNames)[number];

/** A new installation with a database and a bucket of its own, and what its control plane is told. */
async function installation(at?: number) {
  const [{ url: databaseUrl, drop }, { settings }] = await Promise.all([freshDatabase(), freshBlobs()]);
  const { adminPassword, agentKey } = await bootstrap({ databaseUrl, secretKeys });
  const port = at ?? (await freePort());
  const env = {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    BLOB_ENDPOINT: settings.endpoint,
    BLOB_REGION: settings.region,
    BLOB_BUCKET: settings.bucket,
    BLOB_ACCESS_KEY_ID: settings.accessKeyId,
    BLOB_SECRET_ACCESS_KEY: settings.secretAccessKey,
    SECRET_KEYS: secretKeys,
    ENGINES_DOMAIN: "engines.test",
    INNGEST_EVENT_KEY: "event-key",
    INNGEST_SIGNING_KEY: `signkey-test-${"0".repeat(64)}`,
    INNGEST_BASE_URL: "http://127.0.0.1:9",
  };
  return { env, port, databaseUrl, drop, password: adminPassword!, agentKey: agentKey! };
}

type Settings = { port?: number; OPENID_PROVIDERS?: string };

/** The control plane on one of its two runtimes, as it runs in production; `settings` are what an operator adds. */
export async function start(name: RuntimeName, { port, ...settings }: Settings = {}) {
  const made = await installation(port);
  const env = { ...made.env, ...settings };
  const { stop, errors } = name === "node" ? await startNode(env) : await startEdge(env, made.port);
  return {
    ...made,
    name,
    url: made.env.PUBLIC_URL,
    errors,
    stop: async () => (await stop(), made.drop()),
    stopServer: stop,
  };
}

/** One more copy of the control plane, on either runtime, beside one that runs. */
export async function startCopy(name: RuntimeName, of: Runtime): Promise<Runtime> {
  const port = await freePort();
  const env = { ...of.env, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const { stop, errors } = name === "node" ? await startNode(env) : await startEdge(env, port);
  return {
    ...of,
    env,
    port,
    name,
    url: env.PUBLIC_URL,
    errors,
    stop: async () => void (await stop()),
    stopServer: stop,
  };
}

/** A server of a test that breaks off goes with it. */
const endsWithTest = (child: ChildProcess) => {
  const end = () => void child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
};

async function startNode(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, "infra/entry/node.ts")], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  endsWithTest(child);
  const errors: string[] = [];
  createInterface(child.stderr).on("line", (line) => void errors.push(line));
  const ready = createInterface(child.stdout);
  await Promise.race([
    once(ready, "line"),
    once(child, "exit").then(() => {
      throw new Error(`The server did not start:\n${errors.join("\n")}`);
    }),
  ]);
  return {
    errors: () => errors,
    /** Answers how it ended, as Ctrl-C in production would end it. */
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, took: 0 };
      const began = performance.now();
      child.kill("SIGTERM");
      await once(child, "exit");
      return { code: child.exitCode, took: performance.now() - began };
    },
  };
}

/** workerd, configured as `npm start` configures it. */
async function startEdge(env: Record<string, string>, port: number) {
  const directory = await mkdtemp(join(tmpdir(), "flyloft-edge-"));
  const file = (name: string) => join(directory, name);
  await Promise.all([
    bundle("infra/entry/edge.ts", file("edge.js"), forEdge),
    bundle("infra/local/edge/console.ts", file("console.js"), forEdge),
  ]);
  const settings = {
    port,
    modules: { plane: "edge.js", console: "console.js" },
    bindings: Object.keys(env),
    files: { directory, folder: "none" },
  };
  await writeFile(file("workerd.capnp"), workerdConfig(settings));
  const child = spawn(workerdProgram(), ["serve", file("workerd.capnp")], { env, stdio: ["ignore", "ignore", "pipe"] });
  endsWithTest(child);
  const errors: string[] = [];
  createInterface(child.stderr).on("line", (line) => void errors.push(line));
  const url = `http://127.0.0.1:${port}/health`;
  await until(`The start of workerd: ${errors.join("\n")}`, async () => (await answersOk(url)) || null, {
    within: 15_000,
  });
  return {
    errors: () => errors,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(directory, { recursive: true, force: true });
      return { code: child.exitCode, took: 0 };
    },
  };
}
