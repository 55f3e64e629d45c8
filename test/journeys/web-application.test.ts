import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packDirectory } from "@flyloft/infra/local/pack";
import { expect, test } from "vitest";
import { startStack } from "../kit/stack.ts";
import { type Release, walk } from "./walk.ts";

const run = promisify(execFile);
const minute = 60_000;

/** Whether npm finds it now: where it does not, there is nothing to try. */
const reachable = await run("npm", ["view", "node-red", "version"], { timeout: 20_000 }).then(
  () => true,
  () => false,
);
if (!reachable) console.log("Lane npm skipped (a well-known web application): the package registry does not answer");

const settings = `module.exports = { uiPort: Number(process.env.PORT), uiHost: process.env.HOST || "127.0.0.1" };\n`;

/** A release of Node-RED as its user would pack it: installed, with a start script, settings and no links. */
async function nodeRed(wanted: string): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), "node-red-"));
  try {
    const scripts = { start: "node-red --settings settings.js --userDir data" };
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ name: "flows", version: "1.0.0", private: true, scripts }),
    );
    await writeFile(join(folder, "settings.js"), settings);
    const quiet = ["--ignore-scripts", "--no-bin-links", "--no-audit", "--no-fund", "--prefer-offline"];
    await run("npm", ["install", `node-red@${wanted}`, ...quiet], { cwd: folder, timeout: 3 * minute });
    const { version } = JSON.parse(await readFile(join(folder, "node_modules/node-red/package.json"), "utf8"));
    // Not compressed, so that it is large enough to go up in parts.
    const bytes = await packDirectory(folder, { compress: false });
    return { version, bytes, fileName: `node-red-${version}.zip` };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.skipIf(!reachable)(
  "Node-RED walks from its Zip to a deleted instance, in two releases",
  { timeout: 10 * minute },
  async () => {
    const [latest, former] = [await nodeRed("latest"), await nodeRed("4")];
    expect(former.version).not.toBe(latest.version);
    const stack = await startStack();
    try {
      const took = await walk(stack, {
        runtime: "Nodejs24",
        kind: "zip",
        former,
        latest,
        settings: { readiness: { check: { kind: "http", path: "/settings" }, period: 1 }, deadline: 110 },
        about: "/settings",
        says: "Started flows",
      });
      console.log(`Node-RED ${former.version} and ${latest.version}, in ms: ${JSON.stringify(took)}`);
    } finally {
      await stack.remove();
    }
  },
);
