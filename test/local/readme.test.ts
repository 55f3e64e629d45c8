import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { freePort } from "@flyloft/infra/local/ports";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, expect, test } from "vitest";
import { collect, ended, removeHome } from "../kit/platform.ts";

const minutes = 180_000;
const readme = await readFile(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].map((match) => match[1]!.trim());
const [starts, others] = [
  blocks.filter((one) => /\bnpm start\b/.test(one)),
  blocks.filter((one) => !/\bnpm start\b/.test(one)),
];
const homes: string[] = [];
afterAll(() => Promise.all(homes.map(removeHome)), minutes);

/** Runs what a reader would type, in a home and on a port of this test's own. */
function type(command: string, home: string, port: number): ChildProcess {
  const text = command
    .replaceAll("./.flyloft", home)
    .replaceAll(".flyloft", home)
    .replace(/FLYLOFT_PORT=\d+/, `FLYLOFT_PORT=${port}`);
  return spawn("sh", ["-euc", text], {
    cwd: root,
    env: { ...process.env, FLYLOFT_HOME: home, FLYLOFT_PORT: String(port) },
    // A terminal sends Ctrl-C to a group of processes, not to one.
    detached: true,
  });
}

/** The shell may go before the platform has. */
async function interrupt(child: ChildProcess, output: { text: string }) {
  process.kill(-child.pid!, "SIGINT");
  await until("The end of the platform", async () => output.text.includes("Stopped") || null, { within: 15_000 });
}

async function say(command: string, home: string, port: number): Promise<string> {
  const child = type(command, home, port);
  const output = collect(child);
  await ended(child);
  return output.text;
}

async function start(command: string) {
  const [home, port] = [await mkdtemp(join(tmpdir(), "flyloft-home-")), await freePort()];
  homes.push(home);
  const child = type(command, home, port);
  const output = collect(child);
  await until(
    "The end of the start",
    async () => {
      if (child.exitCode !== null) throw new Error(output.text);
      return output.text.includes("Ctrl-C") || null;
    },
    { within: 120_000 },
  );
  return { home, port, child, output };
}

test(
  "every way to start leads to a running application, and every command after it to its answer",
  async () => {
    expect(starts).toHaveLength(2);
    const { home, port, child, output } = await start(starts[0]!);
    expect(output.text).toMatch(
      /Application {2}http.*\n.*Console {6}http.*\n.*Sign in {6}account flyloft, user admin, password/,
    );

    const answers: Record<string, RegExp> = {
      appUrl: /^"ServiceStage"$/,
      signIn: /"state":"running","version":"1.0.0","ready":1/,
      openapi: /^\{"openapi":"3/,
      engineUrl: /^\{\}$/,
      openssl: /^\{"nodes":\[\{"id":"app_/,
      verify: /checks hold/,
    };
    expect(others).toHaveLength(Object.keys(answers).length);
    for (const [word, answer] of Object.entries(answers)) {
      const block = others.find((one) => one.includes(word))!;
      expect(await say(block, home, port)).toMatch(answer);
    }

    await interrupt(child, output);
  },
  minutes,
);

test(
  "the variant on another port and on Node starts as well",
  async () => {
    const { child, port, output } = await start(starts[1]!);
    expect(output.text).toContain(`http://127.0.0.1:${port}`);
    expect(output.text).toContain("(Node)");
    await interrupt(child, output);
  },
  minutes,
);

test("every setting that it names exists", async () => {
  const sources = await Promise.all(
    ["local/options.ts", "local/start.ts", "entry/rotate-keys.ts"].map((name) =>
      readFile(join(root, "infra", name), "utf8"),
    ),
  );
  const named = new Set(readme.match(/FLYLOFT_[A-Z_]+|--[a-z][a-z-]+/g));
  expect([...named].filter((one) => !sources.join().includes(one.replace(/^--/, "")))).toEqual([]);
});
