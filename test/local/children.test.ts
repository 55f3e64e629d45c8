import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepRunning } from "@flyloft/infra/local/child";
import { identify, lives } from "@flyloft/infra/local/process-identity";
import { endLeftovers, openRoster, readRoster } from "@flyloft/infra/local/roster";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "flyloft-children-"))));
afterAll(() => rm(folder, { recursive: true }));

const local = join(import.meta.dirname, "../../infra/local");
const program = (name: string, script: string) => ({
  name,
  command: "sh",
  args: ["-c", script],
  env: process.env,
  log: join(folder, `${name}.log`),
  patience: 300,
});

test("children and grandchildren end with a supervisor that is killed", async () => {
  const file = join(folder, "killed.json");
  const script = `const { openRoster } = await import("${local}/roster.ts"); const { keepRunning } = await import("${local}/child.ts");
    keepRunning(${JSON.stringify(program("family", "sleep 300 & wait"))}, openRoster("${file}"), () => {}); setInterval(() => {}, 1000);`;
  const supervisor = spawn(process.execPath, ["--input-type=module", "-e", script]);
  const child = await until("A child", async () => readRoster(file)[0] ?? null, { within: 10_000 });
  const grandchild = await until(
    "A grandchild",
    async () => {
      const ids = (await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8")).trim();
      return ids ? identify(Number(ids)) : null;
    },
    { within: 5_000 },
  );
  supervisor.kill("SIGKILL");
  await until("Their end", async () => (lives(child) || lives(grandchild) ? null : true), { within: 5_000 });
});

test("what a killed run left is ended by the next, and nobody who has its number by now", async () => {
  const file = join(folder, "left.json");
  const left = spawn("sleep", ["300"], { detached: true });
  const roster = openRoster(file);
  roster.add("left", left.pid!);
  const bystander = spawn("sleep", ["300"], { detached: true });
  roster.add("bystander", bystander.pid!);
  const members = readRoster(file).map((one) =>
    one.name === "bystander" ? { ...one, startedAt: "another time" } : one,
  );
  roster.remove(bystander.pid!);
  roster.remove(left.pid!);
  const { writeFileSync } = await import("node:fs");
  writeFileSync(file, JSON.stringify(members));
  await endLeftovers(file);
  expect(identify(left.pid!)).toBeNull();
  expect(identify(bystander.pid!)).not.toBeNull();
  bystander.kill("SIGKILL");
  roster.close();
});

test("a program that ends at every start is started less and less often, and says where its log is", async () => {
  const said: string[] = [];
  const roster = openRoster(join(folder, "eager.json"));
  const child = keepRunning(program("eager", "echo started; exit 3"), roster, (line) => said.push(line));
  await until("Five restarts", async () => child.restarts >= 5 || null, { within: 10_000 });
  await child.stop();
  roster.close();
  expect(said[0]).toMatch(/eager ended \(status 3\), starting it again; its log: .*eager\.log/);
  expect(said.map((line) => Number(/in (\d+) ms/.exec(line)?.[1] ?? 0))).toEqual(
    [0, 100, 200, 400, 800].slice(0, said.length),
  );
  expect(await readFile(join(folder, "eager.log"), "utf8")).toMatch(/^(started\n){5}/);
});

test("a program that does not heed SIGTERM is stopped by force when its time is up", async () => {
  const roster = openRoster(join(folder, "deaf.json"));
  const child = keepRunning(program("deaf", "trap '' TERM; echo ready; while :; do sleep 1; done"), roster, () => {});
  await until(
    "The trap",
    async () => (await readFile(join(folder, "deaf.log"), "utf8").catch(() => "")).includes("ready") || null,
    { within: 5_000 },
  );
  const before = identify(child.pid!)!;
  await child.stop();
  expect(lives(before)).toBe(false);
  roster.close();
});
