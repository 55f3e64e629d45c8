import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { zipOf } from "../kit/archives.ts";
import { until } from "./agent-process.ts";
import { startWorld, wishFor, type World } from "./world.ts";

/** Counts on standard output as fast as told, and serves. */
const counting = (every: number, lines = 1) => `let n = 0;
setInterval(() => { let text = ""; for (let i = 0; i < ${lines}; i++) text += "line " + n++ + "\\n"; process.stdout.write(text); }, ${every});
require("node:http").createServer((q, s) => s.end("{}")).listen(process.env.PORT);`;

const numbers = (lines: string[]) => lines.map((line) => Number(line.replace("line ", "")));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

async function startCounting(source: string, release = {}): Promise<World & { id: string }> {
  const world = await startWorld();
  world.plane.wish(wishFor(world.plane.artifact(zipOf({ "server.js": source })), { release }));
  const { replicas } = await world.settled();
  return { ...world, id: replicas[0]?.id ?? "" };
}

test("every line arrives once and in order, also when the agent is killed and answers are lost", async () => {
  const { plane, agent, id } = await startCounting(counting(5, 20));
  plane.loseAnswer = 3;
  for (let i = 0; i < 3; i++) {
    const have = plane.linesOf(id).length;
    await until(() => plane.linesOf(id).length > have + 500, "lines come in");
    await agent.kill();
    await agent.start();
  }
  const have = plane.linesOf(id).length;
  await until(() => plane.linesOf(id).length > have + 2000, "lines come in again");
  const lines = plane.linesOf(id);
  expect(numbers(lines)).toEqual(upTo(lines.length));
  expect([...plane.logs.values()].some(({ times }) => times > 1)).toBe(true);
  expect(plane.broken).toEqual([]);
});

test("standard error, bytes that are no text and very long lines all arrive", async () => {
  const source = `process.stderr.write("to stderr\\n"); process.stdout.write(Buffer.from([0x61, 0xff, 0x00, 0x62, 10]));
    console.log("x".repeat(40000)); console.log("grün\\r"); ${counting(1000)}`;
  const { plane, id } = await startCounting(source);
  await until(() => plane.linesOf(id).includes("grün"), "lines");
  const lines = plane.linesOf(id);
  expect(lines.slice(0, 2)).toEqual(["to stderr", "a\uFFFD\uFFFDb"]);
  expect(lines.slice(2, 5).map((line) => line.length)).toEqual([16_384, 16_384, 7232]);
  expect(lines[5]).toBe("grün");
});

test("named log files are collected, what links lead to outside is not", async () => {
  const source = `const fs = require("node:fs"); fs.mkdirSync("logs/deep", { recursive: true });
    fs.writeFileSync("logs/access.log", "one\\ntwo\\n"); fs.writeFileSync("logs/other.txt", "no\\n"); fs.writeFileSync("logs/deep/x.log", "deep\\n");
    fs.symlinkSync("/etc/passwd", "logs/passwd.log"); fs.symlinkSync("/etc", "logs/etc"); ${counting(1000)}`;
  const { plane, id } = await startCounting(source, {
    logFiles: ["logs/*.log", "logs/*/*.log", "logs/etc/passwd", "../../*/*"],
  });
  await until(
    () => plane.linesOf(id, "logs/access.log").length === 2 && plane.linesOf(id, "logs/deep/x.log").length === 1,
    "named files",
  );
  const files = new Set(
    [...plane.logs.values()].map(({ chunk }) => chunk.file).filter((name) => name !== "start_app.log"),
  );
  expect([...files].sort()).toEqual(["logs/access.log", "logs/deep/x.log"]);
});

test("the last words of a stopped instance arrive too, and its log stays on the host", async () => {
  const source = `process.on("SIGTERM", () => { process.stdout.write("last words"); process.exit(0); }); ${counting(100)}`;
  const { plane, agent, id, settled } = await startCounting(source);
  plane.wish(wishFor(plane.artifact(zipOf({ "server.js": source })), { generation: 2, wish: "stopped" }));
  await settled(2);
  await until(() => plane.linesOf(id).at(-1) === "last words", "last words");
  expect(existsSync(join(agent.folder, "application-logs/shop/1.0.0", id, "start_app.log"))).toBe(true);
  expect(existsSync(join(agent.folder, "application/shop/1.0.0", id))).toBe(false);
});

test("a log that grows beyond 20 MB is cut without losing a line", async () => {
  const source = `let m = 0; const pad = "-".repeat(1000);
    const write = () => { if (m >= 24000) return; let text = ""; for (let i = 0; i < 500; i++) text += m++ + pad + "\\n"; process.stdout.write(text, () => setTimeout(write, 1)); };
    write(); ${counting(1_000_000)}`;
  const { plane, agent, id } = await startCounting(source);
  await until(() => plane.linesOf(id).length === 24_000, "all lines", 20_000);
  expect(plane.linesOf(id).map((line) => Number.parseInt(line, 10))).toEqual(upTo(24_000));
  const log = join(agent.folder, "application-logs/shop/1.0.0", id, "start_app.log");
  expect(statSync(log).size).toBeLessThan(20 * 1024 * 1024);
  expect(statSync(`${log}.1`).size).toBeGreaterThan(1024);
}, 30_000);
