import { checkPackageFits, inspectPackage } from "@flyloft/functions/components/packages";
import { findRuntime } from "@flyloft/functions/components/runtimes";
import { packDirectory } from "@flyloft/infra/local/pack";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";

const sample = join(import.meta.dirname, "../../infra/local/sample");

type Line = { time: string; level: string; message: string; port?: number; path?: string; status?: number };
let service: ChildProcess;
let url: string;
let port: number;
const lines: Line[] = [];

/** Resolves with the first line of that message, from the beginning of the log. */
async function logged(message: string): Promise<Line> {
  for (;;) {
    const line = lines.find((one) => one.message === message);
    if (line) return line;
    await once(log, "line");
  }
}

let log: ReturnType<typeof createInterface>;

beforeEach(async () => {
  const free = await freePort();
  service = spawn(process.execPath, ["server.js"], { cwd: sample, env: { PORT: `${free}`, HOST: "127.0.0.1" } });
  lines.length = 0;
  log = createInterface({ input: service.stdout ?? expect.fail("no output") });
  log.on("line", (line) => lines.push(JSON.parse(line) as Line));
  port = (await logged("listening")).port ?? 0;
  url = `http://127.0.0.1:${port}`;
});

afterEach(() => service.kill("SIGKILL"));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

const get = async (path: string, method = "GET") => {
  const answer = await fetch(url + path, { method });
  return [answer.status, await answer.text()];
};

test("DEP-23: the sample answers as the guide's walk expects", async () => {
  expect(await get("/rest/helloworld?name=ServiceStage")).toEqual([200, `"ServiceStage"`]);
  expect(await get(`/rest/helloworld?name=${encodeURIComponent('a"中')}`)).toEqual([200, `"a\\"中"`]);
  expect(await get("/")).toEqual([404, `{"message":"Not Found"}`]);
  expect(await get("/constructor")).toEqual([404, `{"message":"Not Found"}`]);
  expect(await get("/health")).toEqual([200, `{"status":"up"}`]);
  expect(await get("/ready")).toEqual([200, `{"status":"ready"}`]);
  expect(await get("/version")).toEqual([200, `{"version":"1.0.0"}`]);
  expect(await get("/rest/helloworld")).toEqual([400, `{"message":"name is missing"}`]);
  expect(await get("/health", "POST")).toEqual([405, `{"message":"Method Not Allowed"}`]);
  const request = lines.find(({ path }) => path === "/ready");
  expect(request).toMatchObject({ level: "info", message: "request", status: 200 });
});

test("asked to leave, the sample finishes what it has begun and exits 0", async () => {
  const begun = connect(port, "127.0.0.1");
  begun.write("GET /version HTTP/1.1\r\nHost: a\r\n");
  await fetch(`${url}/health`, { headers: { connection: "keep-alive" } });
  const exit = once(service, "exit");
  service.kill("SIGTERM");
  await logged("leaving");
  begun.write("\r\n");
  let answer = "";
  for await (const chunk of begun) answer += String(chunk);
  expect(answer).toContain(`{"version":"1.0.0"}`);
  expect(answer.toLowerCase()).toContain("connection: close");
  expect(await exit).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow();
});

test("a port in use ends the sample with an error in its log", async () => {
  const second = spawn(process.execPath, ["server.js"], { cwd: sample, env: { PORT: `${port}`, HOST: "127.0.0.1" } });
  let output = "";
  second.stdout.on("data", (chunk) => (output += String(chunk)));
  expect(await once(second, "close")).toEqual([1, null]);
  expect(JSON.parse(output)).toMatchObject({ level: "error", message: "cannot listen" });
});

test("packed twice the sample gives the same bytes, a package that Node.js runtimes take", async () => {
  const packed = await packDirectory(sample);
  expect(packed.equals(await packDirectory(`${sample}/`))).toBe(true);
  const found = await inspectPackage(async (start, end) => packed.subarray(start, end), packed.length, "sample.zip");
  expect(found.topLevel).toEqual(["package.json", "server.js"]);
  for (const name of ["Nodejs8", "Nodejs24"]) {
    const runtime = findRuntime(name);
    expect(runtime && checkPackageFits(found, runtime)).toBeNull();
  }
});

test("a folder that holds a link is not packed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pack-"));
  try {
    await writeFile(join(folder, "a"), "a");
    await symlink("/etc/passwd", join(folder, "b"));
    await expect(packDirectory(folder)).rejects.toThrow("neither a file nor a folder");
  } finally {
    await rm(folder, { recursive: true });
  }
});
