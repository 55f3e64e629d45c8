import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { bundle, cached, forEdge, forNode, sourceMark, stopBundling } from "./bundle.ts";

export type Bundles = {
  edge: string;
  node: string;
  console: string;
  jobs: string;
  engines: string;
  agent: string;
  prepare: string;
};

const entries = [
  ["infra/entry/edge.ts", "edge.js", forEdge],
  ["infra/local/edge/console.ts", "console.js", forEdge],
  ["infra/entry/node.ts", "node.mjs", forNode],
  ["infra/local/jobs.ts", "jobs.mjs", forNode],
  ["infra/entry/engines.ts", "engines.mjs", forNode],
  ["infra/local/prepare.ts", "prepare.mjs", forNode],
] as const;

/** Every program of the platform as one file, made again only when a source has changed. */
export async function bundlePrograms(): Promise<Bundles> {
  const folder = await cached("programs", await sourceMark(), async (unfinished) => {
    const { bundleAgent } = await import("../agent/bundle.ts");
    await mkdir(unfinished);
    await Promise.all([
      ...entries.map(([entry, name, options]) => bundle(entry, join(unfinished, name), options)),
      bundleAgent(join(unfinished, "agent.mjs")),
    ]);
    // The bundler is a process of its own, with half a gigabyte of what it has read.
    await stopBundling();
  });
  const at = (name: string) => join(folder, name);
  return {
    edge: at("edge.js"),
    console: at("console.js"),
    node: at("node.mjs"),
    jobs: at("jobs.mjs"),
    engines: at("engines.mjs"),
    prepare: at("prepare.mjs"),
    agent: at("agent.mjs"),
  };
}
