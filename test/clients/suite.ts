import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { lanes } from "../kit/lanes.ts";

const run = promisify(execFile);
const minute = 60_000;

/** A suite of tests that somebody else wrote for servers of the protocol. */
export type Suite = {
  module: string;
  /** The folder of the module that holds the tests. */
  folder?: string;
  /** The address that the tests have been written with, to be replaced by that of the engine. */
  address?: string;
  /** What the folder needs of other modules, where the whole module needs far more. */
  needs?: string[];
  args?: string[];
  /** A folder that takes the place of the module, where no proxy has it. */
  sources?: string | undefined;
};

const environment = { ...process.env, GOFLAGS: "-mod=mod -buildvcs=false" };

/** The suite, ready to be built; in place of its folder, why it is not to be had. */
export async function fetchSuite(suite: Suite): Promise<{ folder: string } | { missing: string }> {
  if (!lanes.go.found) return { missing: "go is not installed" };
  const found = suite.sources ? { folder: suite.sources } : await download(suite.module);
  if ("missing" in found) return found;
  const folder = await mkdtemp(join(tmpdir(), "suite-"));
  // What is in the module cache may only be read.
  await cp(found.folder, folder, { recursive: true });
  await run("chmod", ["-R", "u+w", folder]);
  if (suite.needs) {
    for (const name of await readdir(folder))
      if (name !== suite.folder) await rm(join(folder, name), { recursive: true, force: true });
    const [path] = suite.module.split("@");
    await writeFile(join(folder, "go.mod"), `module ${path}\n\ngo 1.18\n\nrequire (\n${suite.needs.join("\n")}\n)\n`);
  }
  return { folder };
}

async function download(module: string): Promise<{ folder: string } | { missing: string }> {
  try {
    const { stdout } = await run("go", ["mod", "download", "-json", module], { cwd: tmpdir(), timeout: 3 * minute });
    return { folder: (JSON.parse(stdout) as { Dir: string }).Dir };
  } catch (error) {
    const { Error: said = String(error) } = parsed((error as { stdout?: string }).stdout);
    return { missing: `${module} is not to be had: ${said.split("\n").at(-1)!.trim()}` };
  }
}

function parsed(text = ""): { Error?: string } {
  try {
    return JSON.parse(text) as { Error?: string };
  } catch {
    return {};
  }
}

/** Runs it against an engine; answers what became of each test, by name, and all that it printed. */
export async function runSuite(
  { folder: inside = ".", address, args = [] }: Suite,
  { folder, engine }: { folder: string; engine: string },
) {
  const tests = join(folder, inside);
  if (address)
    for (const name of (await readdir(tests)).filter((one) => one.endsWith("_test.go"))) {
      const path = join(tests, name);
      await writeFile(path, (await readFile(path, "utf8")).replaceAll(address, new URL(engine).host));
    }
  const all = ["test", "-count=1", "-json", ".", ...(args.length > 0 ? ["-args", ...args] : [])];
  const { stdout } = await run("go", all, {
    cwd: tests,
    env: { ...environment, CSE_REGISTRY_ADDRESS: engine },
    timeout: 5 * minute,
    maxBuffer: 1 << 26,
  }).catch((error: { stdout: string }) => error);
  await rm(folder, { recursive: true, force: true });
  return read(stdout);
}

type Event = { Action: string; Test?: string; Output?: string };

function read(stdout: string) {
  const events = stdout.split("\n").flatMap((line): Event[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const named = (action: string) => events.flatMap((one) => (one.Action === action && one.Test ? [one.Test] : []));
  const printed = events.map(({ Output = "" }) => Output).join("");
  return { passed: named("pass"), failed: named("fail"), printed: printed || stdout };
}
