import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { nodeZip, zipOf } from "../kit/archives.ts";
import { isAlive, until } from "./agent-process.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

test("a program that crashes at start is tried again and again, and the deployment is told why it cannot come up", async () => {
  const { plane, observed, event } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("crashes at start"))));
  const crashed = await event("Crashed");
  expect(crashed).toMatchObject({ type: "alarm", message: expect.stringMatching(/exited with code 1[^]*no database/) });
  const { replicas, failure } = await observed("failure", (one) => one.failure !== null);
  expect(failure).toMatch(/ended 3 times[^]*no database/);
  expect(replicas[0]).toMatchObject({ state: "start_failed", ready: false });
});

test("a program that exits with code 0 counts as crashed: a component must keep running", async () => {
  const { plane, event } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("exits 0"))));
  expect((await event("Crashed")).message).toContain("exited with code 0; a component must keep running");
});

test("a program that never listens is not ready, and it is said on which port it should", async () => {
  const { plane, observed } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("never listens"))));
  const { replicas } = await observed("message", (one) => /no port at all/.test(one.replicas[0]?.message ?? ""));
  expect(replicas[0]).toMatchObject({ state: "starting", ready: false });
  expect(replicas[0]?.message).toMatch(new RegExp(`has not opened port ${replicas[0]?.port} yet`));
});

test("a program that listens on another port is told which one it must use", async () => {
  const { plane, observed } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("listens on port 18080"))));
  await observed("message", (one) =>
    /listens on 18080 instead: it must use the port in the variable PORT/.test(one.replicas[0]?.message ?? ""),
  );
});

test("a program that listens late becomes ready when it does", async () => {
  const { plane, settled } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("listens late"))));
  expect((await settled()).replicas[0]).toMatchObject({ state: "running", restarts: 0 });
});

test("a program that ignores SIGTERM is killed after the scale-in window", async () => {
  const { plane, agent, settled, event, observed } = await startWorld();
  const artifact = plane.artifact(nodeZip("ignores SIGTERM"));
  plane.wish(wishFor(artifact, { scaleInWindow: 1 }));
  await settled();
  plane.wish(wishFor(artifact, { generation: 2, scaleInWindow: 1, wish: "deleted" }));
  expect(await event("Killed")).toMatchObject({ type: "alarm" });
  await observed("gone", ({ gone }) => gone);
  expect(agent.processes()).toEqual([]);
});

test("a request on its way is finished before its instance stops", async () => {
  const { plane, settled } = await startWorld();
  const server = `require("node:http").createServer((q, s) => { console.log("begun"); setTimeout(() => s.end("done"), 1500); }).listen(process.env.PORT)`;
  const artifact = plane.artifact(zipOf({ "server.js": server }));
  plane.wish(wishFor(artifact));
  const running = await settled();
  const slow = fetch(addressOf(running));
  await until(() => plane.linesOf(running.replicas[0]?.id ?? "").includes("begun"), "the request has begun");
  plane.wish(wishFor(artifact, { generation: 2, wish: "stopped" }));
  expect(await (await slow).text()).toBe("done");
});

test("what a program started dies with it", async () => {
  const { plane, agent, settled } = await startWorld();
  const server = `const { spawn } = require("node:child_process");
    spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { detached: true, stdio: "ignore" }).unref();
    require("node:http").createServer((q, s) => s.end()).listen(process.env.PORT)`;
  const artifact = plane.artifact(zipOf({ "server.js": server }));
  plane.wish(wishFor(artifact));
  await settled();
  await until(() => new Set(agent.processes().map(({ group }) => group)).size === 2, "the child runs on its own");
  plane.wish(wishFor(artifact, { generation: 2, wish: "stopped" }));
  await settled(2);
  expect(agent.processes()).toEqual([]);
});

test("a failing liveness check restarts the process, a failing readiness check keeps requests away", async () => {
  const { plane, settled, event, observed } = await startWorld();
  const server = `let sick = "";
    require("node:http").createServer((q, s) => {
      if (q.url.startsWith("/sick")) sick = q.url.slice(5);
      s.statusCode = q.url === "/" + sick ? 500 : 200;
      s.end();
    }).listen(process.env.PORT)`;
  const probe = (path: string) => ({ check: { kind: "http" as const, path }, period: 1, failureThreshold: 1 });
  plane.wish(
    wishFor(plane.artifact(zipOf({ "server.js": server })), {
      release: { liveness: probe("/live"), readiness: probe("/ready") },
    }),
  );
  const first = await settled();
  await fetch(`${addressOf(first)}/sickready`);
  await observed("not ready", ({ replicas }) => replicas[0]?.state === "not_ready");
  expect((await fetch(addressOf(first))).status).toBe(503);
  await fetch(`http://127.0.0.1:${first.replicas[0]?.port}/sicklive`);
  expect((await event("Unhealthy")).message).toMatch(/check fails/);
  const again = await observed("restarted", ({ settled: done, replicas }) => done && replicas[0]?.restarts === 1);
  expect(again.replicas[0]?.id).toBe(first.replicas[0]?.id);
  expect(isAlive(first.replicas[0]?.pid ?? 0)).toBe(false);
});

test("an access port that is taken is named, and used once it is free", async () => {
  const { plane, observed, event, settled } = await startWorld();
  const thief = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void thief.close());
  await until(() => thief.listening, "listening");
  const { port } = thief.address() as { port: number };
  plane.wish(wishFor(plane.artifact(nodeZip()), { accesses: [{ id: "a", containerPort: 8080, accessPort: port }] }));
  expect((await event("PortBusy")).message).toContain(String(port));
  await observed("failure", ({ failure }) => failure?.includes(String(port)) ?? false);
  thief.close();
  const done = await settled();
  expect(done.accesses).toEqual([{ id: "a", address: `127.0.0.1:${port}` }]);
  expect(done.failure).toBeNull();
});

test("a runtime that the host does not have is refused with words that help", async () => {
  const { plane, observed, event } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip()), { release: { runtime: { family: "node", major: 4, exact: true } } }));
  const { failure, replicas } = await observed("failure", (one) => one.failure !== null);
  expect(failure).toMatch(/needs node 4, and this host has only \d+/);
  expect(replicas[0]?.state).toBe("install_failed");
  expect((await event("RuntimeMissing")).type).toBe("alarm");
});

test("checks that change without a new revision take effect on the running process", async () => {
  const { plane, settled, observed } = await startWorld();
  const artifact = plane.artifact(nodeZip("is never ready"));
  plane.wish(wishFor(artifact));
  const { replicas } = await settled();
  const readiness = { check: { kind: "http" as const, path: "/ready" }, period: 1, failureThreshold: 1 };
  plane.wish(wishFor(artifact, { generation: 2, release: { readiness } }));
  const sick = await observed("not ready", (one) => one.generation === 2 && one.replicas[0]?.state === "not_ready");
  expect(sick.replicas[0]?.pid).toBe(replicas[0]?.pid);
});

test("a busy replica port is passed over", async () => {
  const { plane, agent, settled } = await startWorld();
  const first = Number(agent.environment.FLYLOFT_AGENT_PORTS?.split("-")[0]);
  const thief = createServer().listen(first, "127.0.0.1");
  onTestFinished(() => void thief.close());
  await until(() => thief.listening, "listening");
  plane.wish(wishFor(plane.artifact(nodeZip())));
  expect((await settled()).replicas[0]?.port).toBe(first + 1);
});

test("a program that answers on the port of another does not count as ready", async () => {
  const { plane, agent, observed } = await startWorld();
  const first = Number(agent.environment.FLYLOFT_AGENT_PORTS?.split("-")[0]);
  plane.wish(wishFor(plane.artifact(nodeZip("never listens"))));
  await observed("started", ({ replicas }) => replicas[0]?.port === first);
  const thief = createServer((socket) => socket.end()).listen(first, "127.0.0.1");
  onTestFinished(() => void thief.close());
  await observed("told apart", ({ replicas }) => /in use by another program/.test(replicas[0]?.message ?? ""));
});
