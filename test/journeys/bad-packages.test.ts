import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { freePort } from "@flyloft/infra/local/ports";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { badArchives, nodeZip, type NodeProgram, zipOf } from "../kit/archives.ts";
import { journeyOn, type Seen } from "../kit/journey.ts";
import { startStack, type Stack } from "../kit/stack.ts";

const minute = 60_000;
let stack: Stack;
let journey: ReturnType<typeof journeyOn>;
let place: { environmentId: string; applicationId: string };
beforeAll(async () => {
  stack = await startStack();
  journey = journeyOn(stack);
  place = { environmentId: await journey.environment(), applicationId: await journey.application() };
}, minute);
afterAll(() => stack?.remove(), minute);

const objects = () =>
  readdirSync(join(stack.home, "objects"), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();

async function deploy(program: NodeProgram, settings: object = {}): Promise<Seen> {
  const { id: packageId } = await journey.upload(nodeZip(program), "program.zip");
  const componentId = await journey.component({ applicationId: place.applicationId, packageId });
  return journey.deploy({ componentId, environmentId: place.environmentId, scaleInWindow: 2, ...settings });
}

const eventOf = async (id: string, reason: string) => {
  const find = async () => (await journey.events(id)).find((one) => one.reason === reason) ?? null;
  return until(`An event ${reason}`, find, { within: 20_000 });
};

describe.concurrent("a program that", () => {
  test(
    "crashes at start never runs, and its last words are told",
    async () => {
      const seen = await deploy("crashes at start");
      expect(seen).toMatchObject({ state: "not_ready", ready: 0, failure: expect.stringContaining("no database") });
      expect(await eventOf(seen.id, "Crashed")).toMatchObject({
        type: "alarm",
        message: expect.stringContaining("no database"),
      });
      await journey.remove(seen.id);
    },
    minute,
  );

  test(
    "exits with 0 does not count as running",
    async () => {
      const seen = await deploy("exits 0");
      expect(seen).toMatchObject({ state: "not_ready", ready: 0, failure: expect.stringContaining("nothing to do") });
      expect((await eventOf(seen.id, "Crashed")).message).toMatch(/\b0\b.*nothing to do/s);
      await journey.remove(seen.id);
    },
    minute,
  );

  test(
    "never listens is not ready after its deadline, and an event says that it listens nowhere",
    async () => {
      const seen = await deploy("never listens", { deadline: 5 });
      expect(seen).toMatchObject({ state: "not_ready", ready: 0 });
      expect((await eventOf(seen.id, "NotReady")).message).toMatch(/^0 of 1 became ready within \d+ s: /);
      expect((await eventOf(seen.id, "NotListening")).message).toContain("it listens on no port at all");
      await journey.remove(seen.id);
    },
    minute,
  );

  test(
    "listens late is waited for",
    async () => {
      const seen = await deploy("listens late");
      expect(seen).toMatchObject({ state: "running", ready: 1, failure: null });
      expect(seen.replicaList).toMatchObject([{ restarts: 0 }]);
      await journey.remove(seen.id);
    },
    minute,
  );

  test(
    "is never ready is not ready, with what its check answers",
    async () => {
      const seen = await deploy("is never ready", {
        deadline: 5,
        readiness: { check: { kind: "http", path: "/ready" }, period: 1 },
      });
      expect(seen).toMatchObject({ state: "not_ready", ready: 0, failure: expect.stringContaining("503") });
      expect((await eventOf(seen.id, "NotReady")).message).toContain("503");
      await journey.remove(seen.id);
    },
    minute,
  );

  test(
    "ignores SIGTERM is killed when its window is over",
    async () => {
      const seen = await deploy("ignores SIGTERM", { scaleInWindow: 1 });
      expect(seen).toMatchObject({ state: "running" });
      const stopped = await journey.operate(seen.id, "stopInstance");
      expect(stopped).toMatchObject({ state: "stopped", ready: 0, replicaList: [] });
      expect(await eventOf(seen.id, "Killed")).toMatchObject({
        type: "alarm",
        message: expect.stringContaining("1 s"),
      });
      expect(stack.workloads().filter((one) => one.instanceId === seen.id)).toEqual([]);
      await journey.remove(seen.id);
    },
    minute,
  );

  test(
    "listens on a port of its own choice is told to use PORT",
    async () => {
      const seen = await deploy("listens on port 18080", { deadline: 5 });
      expect(seen).toMatchObject({ state: "not_ready", ready: 0 });
      expect((await eventOf(seen.id, "NotListening")).message).toMatch(/18080.*PORT/);
      await journey.remove(seen.id);
    },
    minute,
  );
});

test(
  "a program that wants a port which is taken fails with the port in the event",
  async () => {
    const other = createServer().listen(18_080, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    try {
      const seen = await deploy("listens on port 18080", { deadline: 10 });
      expect(seen).toMatchObject({ state: "not_ready", ready: 0 });
      expect(await eventOf(seen.id, "PortBusy")).toMatchObject({
        type: "alarm",
        message: expect.stringContaining("18080"),
      });
      await journey.remove(seen.id);
    } finally {
      other.close();
    }
  },
  minute,
);

test(
  "an address whose port is taken says so, and comes as soon as the port is free",
  async () => {
    const accessPort = await freePort();
    const other = createServer().listen(accessPort, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { id } = await deploy("serves");
    await stack.command("addAccess", { instanceId: id, accessPort });
    expect(await eventOf(id, "PortBusy")).toMatchObject({ message: expect.stringContaining(String(accessPort)) });
    expect((await journey.look(id)).state).not.toBe("stopped");
    await new Promise((resolve) => other.close(resolve));
    const answers = () =>
      fetch(`http://127.0.0.1:${accessPort}`).then(
        (response) => (response.ok ? true : null),
        () => null,
      );
    await until("An answer at the address", answers, { within: 20_000 });
    await journey.remove(id);
  },
  minute,
);

describe("an upload that is", () => {
  const chosen = [
    "a truncated archive",
    "a text",
    "a name that leads out",
    "an absolute name",
    "a symbolic link",
    "a bomb of one file",
    "a bomb of many files",
    "a Jar that is none",
  ];
  test.each(chosen)("%s is refused with the reason and leaves no object", async (name) => {
    const { make, reason, fileName = "a.zip" } = badArchives[name]!;
    const before = objects();
    const refused = await journey.upload(make(), fileName);
    expect(refused).toMatchObject({
      state: "refused",
      refusalReason: reason,
      refusal: expect.stringMatching(/\w+ \w+/),
    });
    expect(objects()).toEqual(before);
    const creation = journey.component({ applicationId: place.applicationId, packageId: refused.id });
    await expect(creation).rejects.toMatchObject({ name: "Refused" });
  });

  test("too large is refused before a byte is sent", async () => {
    const before = objects();
    await expect(
      stack.command("startPackageUpload", { fileName: "a.zip", size: 2 ** 40 }, "url"),
    ).rejects.toMatchObject({ code: "limit_reached" });
    expect(objects()).toEqual(before);
  });
});

test(
  "a package that vanished from object storage fails the deployment and says so; uploaded anew it deploys",
  async () => {
    const own = () =>
      zipOf({
        "package.json": JSON.stringify({ name: randomUUID(), version: "1.0.0", scripts: { start: "node server.js" } }),
        "server.js": "require('http').createServer((q, r) => r.end('here')).listen(process.env.PORT, '127.0.0.1')",
      });
    const before = objects();
    const { id: packageId } = await journey.upload(own(), "program.zip");
    for (const path of objects().filter((one) => !before.includes(one))) await rm(path);
    const componentId = await journey.component({ applicationId: place.applicationId, packageId });
    const seen = await journey.deploy({ componentId, environmentId: place.environmentId, deadline: 20 });
    expect(seen).toMatchObject({ state: "not_ready", failure: expect.stringMatching(/program\.zip has vanished/) });
    expect(await eventOf(seen.id, "InstallFailed")).toMatchObject({
      type: "alarm",
      message: expect.stringContaining("vanished"),
    });
    const { id: again } = await journey.upload(own(), "program.zip");
    const repaired = await journey.operate(seen.id, "upgradeInstance", { packageId: again, version: "1.0.1" });
    expect(repaired).toMatchObject({ state: "running", version: "1.0.1", failure: null });
    await journey.remove(seen.id);
  },
  minute,
);

/** A small file system of its own where applications are unpacked; null where mounting is not allowed. */
function smallDisk(folder: string) {
  const mount = (...args: string[]) => execFileSync(args[0]!, args.slice(1), { stdio: "pipe" });
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    mount("mount", "-t", "tmpfs", "-o", "size=1m,mode=755", "tmpfs", folder);
  } catch {
    return null;
  }
  return { grow: () => mount("mount", "-o", "remount,size=64m", folder), remove: () => mount("umount", "-l", folder) };
}

test(
  "a full disk fails the deployment with an event; with room it comes up by itself",
  async ({ skip }) => {
    const disk = smallDisk(join(stack.platform.data, "application"));
    if (!disk) return skip("needs the right to mount a file system");
    try {
      const noise = Buffer.from(Array.from({ length: 100_000 }, () => randomUUID()).join(""));
      const files = {
        "package.json": JSON.stringify({ name: "large", version: "1.0.0", scripts: { start: "node server.js" } }),
        "server.js": "require('http').createServer((q, r) => r.end('here')).listen(process.env.PORT, '127.0.0.1')",
        "noise.txt": noise,
      };
      const { id: packageId } = await journey.upload(zipOf(files), "large.zip");
      const componentId = await journey.component({ applicationId: place.applicationId, packageId });
      const seen = await journey.deploy({ componentId, environmentId: place.environmentId, deadline: 20 });
      expect(seen).toMatchObject({ state: "not_ready", failure: expect.stringContaining("disk") });
      expect(await eventOf(seen.id, "DiskFull")).toMatchObject({ type: "alarm" });
      disk.grow();
      const running = async () => ((await journey.look(seen.id)).state === "running" ? true : null);
      await until("The instance on a disk with room", running, { within: 40_000 });
      await journey.remove(seen.id);
    } finally {
      disk.remove();
    }
  },
  2 * minute,
);
