import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { unpackZip } from "@flyloft/infra/agent/unpack";
import { badArchives, nodeZip, runnableJar, zipOf } from "../kit/archives.ts";
import { lanes } from "../kit/lanes.ts";
import { rawZip } from "../kit/raw-zip.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

function folder() {
  const path = mkdtempSync(join(tmpdir(), "flyloft-unpack-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Refused when they are uploaded; on a host they are only odd: nothing leaves the folder, nothing blows up. */
const harmless = new Set([
  "an archive of folders only",
  "a file of another kind",
  "a file that reaches into the next",
  "a file in the directory",
  "more entries than announced",
]);

describe("a bad archive leaves nothing behind:", () => {
  for (const [name, { make, fileName = "a.zip" }] of Object.entries(badArchives)) {
    if (harmless.has(name) || !fileName.endsWith(".zip")) continue;
    test(name, async () => {
      const place = folder();
      writeFileSync(join(place, "package.zip"), make());
      await expect(unpackZip(join(place, "package.zip"), join(place, "out"))).rejects.toThrow();
      expect(readdirSync(place)).toEqual(["package.zip"]);
    });
  }
});

test("a sound archive is unpacked with its folders and its programs executable", async () => {
  const place = folder();
  const entries = [
    { name: "bin/run", data: "#!/bin/sh", mode: 0o100755 },
    { name: "./a/b/c.txt", data: "c", mode: 0o100600 },
    { name: "empty/", mode: 0o040755 },
  ];
  writeFileSync(join(place, "package.zip"), rawZip(entries));
  await unpackZip(join(place, "package.zip"), join(place, "out"));
  expect(readFileSync(join(place, "out/a/b/c.txt"), "utf8")).toBe("c");
  expect(statSync(join(place, "out/bin/run")).mode & 0o777).toBe(0o755);
  expect(existsSync(join(place, "out/empty"))).toBe(true);
});

test("a package that is refused fails the deployment at once and says why", async () => {
  const { plane, observed, event } = await startWorld();
  plane.wish(wishFor(plane.artifact(rawZip([{ name: "../evil" }]))));
  const { failure, replicas } = await observed("failure", (one) => one.failure !== null);
  expect(failure).toMatch(/package is refused: .*\.\.\/evil/);
  expect(replicas[0]).toMatchObject({ state: "install_failed", ready: false });
  expect(await event("InstallFailed")).toMatchObject({ type: "alarm" });
});

test("a package that is not what was registered is never unpacked", async () => {
  const { plane, observed } = await startWorld();
  const artifact = plane.artifact(nodeZip());
  plane.objects.set(artifact.packageId, Buffer.concat([nodeZip().subarray(1), Buffer.from("x")]));
  plane.wish(wishFor(artifact));
  const { failure } = await observed("failure", (one) => one.failure !== null);
  expect(failure).toMatch(/SHA-256 digest differs/);
});

test("a package that has vanished from storage is told of, and used when it is back", async () => {
  const { plane, observed, settled } = await startWorld();
  const artifact = plane.artifact(nodeZip());
  plane.objectFault = "vanished";
  plane.wish(wishFor(artifact));
  const { failure } = await observed("failure", (one) => one.failure !== null);
  expect(failure).toMatch(/has vanished: object storage answered 404/);
  plane.objectFault = null;
  expect((await settled()).failure).toBeNull();
});

test("a package without a start script is refused with words that help", async () => {
  const { plane, observed } = await startWorld();
  plane.wish(wishFor(plane.artifact(zipOf({ "readme.txt": "hello" }))));
  await observed("failure", ({ failure }) =>
    /neither a package.json with a "start" script nor a server.js/.test(failure ?? ""),
  );
});

test("one folder at the top of the package is looked through, and programs see a clean environment", async () => {
  const { plane, agent, settled } = await startWorld({ SECRET_OF_THE_AGENT: "x" });
  const server = `require("node:http").createServer((q, s) => s.end(JSON.stringify({ env: process.env, cwd: process.cwd(), argv: process.argv.slice(2), uid: process.getuid() }))).listen(process.env.PORT)`;
  const files = {
    "app-1.0/package.json": JSON.stringify({
      name: "app",
      scripts: { start: 'node server.js --greeting "$GREETING"' },
    }),
    "app-1.0/server.js": server,
  };
  const release = { environment: { GREETING: "good day", PORT: "1" }, arguments: ["--port=${PORT}", "it's"] };
  plane.wish(wishFor(plane.artifact(zipOf(files)), { release }));
  const observation = await settled();
  const { env, cwd, argv, uid } = (await (await fetch(addressOf(observation))).json()) as {
    env: Record<string, string>;
    cwd: string;
    argv: string[];
    uid: number;
  };
  const { id, port } = observation.replicas[0] ?? {};
  expect(cwd).toBe(join(agent.folder, "application/shop/1.0.0", id ?? "", "app-1.0"));
  expect(argv).toEqual(["--greeting", "good day", `--port=${port}`, "it's"]);
  expect(env).toMatchObject({
    PORT: String(port),
    GREETING: "good day",
    FLYLOFT_INSTANCE_ID: "ins_1",
    FLYLOFT_REPLICA_ID: id,
  });
  expect(Object.keys(env).filter((name) => /SECRET|ACCESS_KEY|FLYLOFT_URL/.test(name))).toEqual([]);
  if (process.getuid?.() === 0) expect(uid).not.toBe(0);
});

test("a start command replaces the runtime's own", async () => {
  const { plane, settled } = await startWorld();
  const server = `require("node:http").createServer((q, s) => s.end(process.argv[2])).listen(process.env.PORT)`;
  plane.wish(
    wishFor(plane.artifact(zipOf({ "other.js": server })), { release: { command: ["node", "other.js", "on-$PORT"] } }),
  );
  const observation = await settled();
  expect(await (await fetch(addressOf(observation))).text()).toBe(`on-${observation.replicas[0]?.port}`);
});

test("a component that does not listen is ready while it lives, and its command checks run", async () => {
  const { plane, settled } = await startWorld();
  const readiness = { check: { kind: "command" as const, command: "test -f up" }, period: 1 };
  const source = `setTimeout(() => require("node:fs").writeFileSync("up", ""), 300); setInterval(() => {}, 1000)`;
  const one = wishFor(plane.artifact(zipOf({ "server.js": source })), {
    accesses: [],
    release: { listens: false, readiness },
  });
  plane.wish(one);
  expect((await settled()).replicas[0]).toMatchObject({ port: null, ready: true });
});

test("static pages are served", async () => {
  const { plane, settled } = await startWorld();
  const files = { "site/index.html": "<h1>Hello</h1>", "site/a.css": "a{}" };
  plane.wish(
    wishFor(plane.artifact(zipOf(files)), { release: { runtime: { family: "static", major: null, exact: false } } }),
  );
  const address = addressOf(await settled());
  const page = await fetch(address);
  expect([page.status, page.headers.get("content-type"), await page.text()]).toEqual([
    200,
    "text/html; charset=utf-8",
    "<h1>Hello</h1>",
  ]);
  expect((await fetch(`${address}/a.css`)).headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect((await fetch(`${address}/%2e%2e/%2e%2e/etc/passwd`)).status).toBe(404);
});

test.skipIf(!lanes.java.found)("a Jar runs on Java with its options", async () => {
  const { plane, settled } = await startWorld();
  const jar = await runnableJar();
  if (!jar) return;
  const runtime = { family: "java" as const, major: 8, exact: false };
  plane.wish(wishFor(plane.artifact(jar, "app.jar", "jar"), { release: { runtime, jvmOptions: ["-Xmx64m"] } }));
  expect(await (await fetch(addressOf(await settled(1, { ms: 15_000 })))).text()).toBe("hello from Java");
});

test.skipIf(!lanes.python.found)("a WSGI application runs by module and variable", async () => {
  const { plane, settled } = await startWorld();
  const source = `def app(environ, start_response):\n    start_response("200 OK", [("Content-Type", "text/plain")])\n    return [b"hello from Python"]\n`;
  const release = {
    runtime: { family: "python" as const, major: 3, exact: true },
    python: { framework: "Flask", module: "server", variable: "app" },
  };
  plane.wish(wishFor(plane.artifact(zipOf({ "server.py": source })), { release }));
  expect(await (await fetch(addressOf(await settled()))).text()).toBe("hello from Python");
});

test("programs of npm packages are linked again, because a Zip holds no links", async () => {
  const { plane, settled } = await startWorld();
  const program = `#!/usr/bin/env node\nrequire("./neighbour.js")`;
  const neighbour = `require("node:http").createServer((q, s) => s.end("served")).listen(process.env.PORT)`;
  const files = {
    "package.json": JSON.stringify({ name: "app", scripts: { start: "serve-it" } }),
    "node_modules/.bin/serve-it": program,
    "node_modules/@tools/serve/package.json": JSON.stringify({
      name: "@tools/serve",
      bin: { "serve-it": "bin/it.js", evil: "../../../../etc/passwd" },
    }),
    "node_modules/@tools/serve/bin/it.js": program,
    "node_modules/@tools/serve/bin/neighbour.js": neighbour,
  };
  plane.wish(wishFor(plane.artifact(zipOf(files))));
  expect(await (await fetch(addressOf(await settled()))).text()).toBe("served");
});

test("a package that does not arrive does not hold up its deletion", async () => {
  const { plane, observed } = await startWorld();
  const artifact = plane.artifact(nodeZip());
  plane.objectFault = "slow";
  plane.wish(wishFor(artifact));
  await observed("installing", ({ replicas }) => replicas[0]?.state === "installing");
  plane.wish(wishFor(artifact, { generation: 2, wish: "deleted" }));
  await observed("gone", ({ gone }) => gone);
});
