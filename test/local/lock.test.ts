import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releaseLock, takeLock } from "@flyloft/infra/local/lock";
import { identify } from "@flyloft/infra/local/process-identity";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "flyloft-lock-"))));
afterAll(() => rm(folder, { recursive: true }));

const module = join(import.meta.dirname, "../../infra/local/lock.ts");
/** Tries to take the lock in a process of its own, tells how it went, and holds on until its input ends. */
const contender = (file: string) =>
  spawn(process.execPath, [
    "-e",
    `import(${JSON.stringify(module)}).then(async ({ takeLock }) => { console.log(await takeLock(${JSON.stringify(file)}) === null ? "mine" : "taken"); process.stdin.resume(); process.stdin.on("end", () => process.exit()); })`,
  ]);

test("of many that try at once, over the lock of a dead process, exactly one gets it", async () => {
  const file = join(folder, "raced");
  await writeFile(file, JSON.stringify({ pid: 4_000_000, startedAt: "long ago" }));
  const contenders = Array.from({ length: 8 }, () => contender(file));
  const told = await Promise.all(
    contenders.map(async (one) => {
      for await (const line of one.stdout!) return String(line).trim();
    }),
  );
  expect(told.filter((word) => word === "mine")).toHaveLength(1);
  expect(told.filter((word) => word === "taken")).toHaveLength(7);
  await Promise.all(contenders.map((one) => (one.stdin!.end(), new Promise((resolve) => one.once("exit", resolve)))));
  expect(await readdir(folder)).toEqual(["raced"]);
});

test("a holder is named, and a released lock can be taken again", async () => {
  const file = join(folder, "held");
  expect(await takeLock(file)).toBeNull();
  expect(await takeLock(file)).toEqual(identify(process.pid));
  await releaseLock(file);
  expect(await takeLock(file)).toBeNull();
});

test("a process that has the number of a dead holder does not hold its lock", async () => {
  const file = join(folder, "reused");
  await writeFile(file, JSON.stringify({ pid: process.pid, startedAt: "another time" }));
  expect(await takeLock(file)).toBeNull();
});

test("a torn lock file does not block", async () => {
  const file = join(folder, "torn");
  await writeFile(file, "{");
  expect(await takeLock(file)).toBeNull();
});
