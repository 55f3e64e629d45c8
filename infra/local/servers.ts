import { writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { cache } from "./bundle.ts";
import type { Bundles } from "./bundles.ts";
import type { Program } from "./child.ts";
import { workerdConfig, workerdProgram } from "./edge/workerd.ts";
import {
  agentEnvironment,
  enginesEnvironment,
  jobsEnvironment,
  plain,
  planeEnvironment,
  type Parts,
} from "./surroundings.ts";

/** Small heaps: none of these programs keeps much, and a young generation of its usual size is mostly air. */
const bounded = "--max-old-space-size=512";
const small = ["--max-semi-space-size=4", bounded];

const log = ({ home }: Parts, name: string) => join(home.path, "logs", `${name}.log`);

/** The control plane in workerd, the runtime of Cloudflare Workers. */
export async function planeOnEdge(parts: Parts, bundles: Bundles, consoleFolder: string): Promise<Program> {
  const { home, port } = parts;
  const env = planeEnvironment(parts, consoleFolder);
  const files = { directory: cache, folder: consoleFolder };
  const config = join(home.path, "workerd.capnp");
  // workerd looks for what it embeds from the folder of the configuration.
  const beside = (path: string) => relative(dirname(config), path);
  const modules = { plane: beside(bundles.edge), console: beside(bundles.console) };
  await writeFile(config, workerdConfig({ port, modules, bindings: Object.keys(env), files }), { mode: 0o600 });
  const args = ["serve", config];
  return {
    name: "control plane",
    command: workerdProgram(),
    args,
    env: { ...plain(), ...env },
    log: log(parts, "control-plane"),
    patience: 2_000,
  };
}

/** The control plane on Node, as in production. */
export function planeOnNode(parts: Parts, bundles: Bundles, consoleFolder: string): Program {
  const env = { ...plain(), ...planeEnvironment(parts, join(cache, consoleFolder)) };
  return {
    name: "control plane",
    command: process.execPath,
    // Every request fills a young generation: a small one costs a tenth of its time.
    args: [bounded, bundles.node],
    env,
    log: log(parts, "control-plane"),
    patience: 2_000,
  };
}

export function jobs(parts: Parts, bundles: Bundles): Program {
  const env = { ...plain(), ...jobsEnvironment(parts) };
  return {
    name: "job engine",
    command: process.execPath,
    args: [...small, bundles.jobs],
    env,
    log: log(parts, "jobs"),
    patience: 3_000,
  };
}

/** The process that serves microservice engines: one for all of them. */
export function engines(parts: Parts, bundles: Bundles): Program {
  const env = { ...plain(), ...enginesEnvironment(parts) };
  return {
    name: "engines",
    command: process.execPath,
    args: [...small, bundles.engines],
    env,
    log: log(parts, "engines"),
    patience: 3_000,
  };
}

/** The agent sees the whole environment: it looks there for Java, Python and other runtimes. It gives workloads 10 s to end. */
export function agent(parts: Parts, bundles: Bundles, node: string): Program {
  const env = { ...process.env, ...agentEnvironment(parts, node) };
  return {
    name: "agent",
    command: process.execPath,
    args: [...small, bundles.agent],
    env,
    log: log(parts, "agent"),
    patience: 13_000,
  };
}
