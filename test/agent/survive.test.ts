import { expect, test } from "vitest";
import { nodeZip, zipOf } from "../kit/archives.ts";
import { isAlive, until } from "./agent-process.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

test("a killed agent finds its processes again and does not start others", async () => {
  const { plane, agent, settled, event } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip()), { replicas: 2 }));
  const before = await settled();
  await agent.kill();
  expect(before.replicas.every(({ pid }) => isAlive(pid ?? 0))).toBe(true);
  plane.observations.clear();
  await agent.start();
  const after = await settled();
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(after.replicas.toSorted(byId)).toEqual(before.replicas.toSorted(byId));
  expect(after.accesses).toEqual(before.accesses);
  expect((await fetch(addressOf(after))).status).toBe(200);
  expect(plane.events.filter(({ reason }) => reason === "Started")).toHaveLength(2);

  process.kill(-(after.replicas[0]?.pid ?? 0), "SIGKILL");
  expect(await event("Crashed")).toMatchObject({
    replicaId: after.replicas[0]?.id,
    message: expect.stringMatching(/^The process was killed\nThe whole log: .*start_app.log on /),
  });
});

test("a process that ended while no agent was there is told of with its exit code and started again", async () => {
  const { plane, agent, observed, settled, event } = await startWorld();
  const server = `require("node:http").createServer((q, s) => (q.url === "/end" ? process.exit(7) : s.end("{}"))).listen(process.env.PORT)`;
  plane.wish(wishFor(plane.artifact(zipOf({ "server.js": server }))));
  const { replicas } = await settled();
  await agent.kill();
  await fetch(`http://127.0.0.1:${replicas[0]?.port}/end`).catch(() => null);
  await until(() => !isAlive(replicas[0]?.pid ?? 0), "it ends");
  await agent.start();
  expect((await event("Crashed")).message).toContain("exited with code 7");
  const again = await observed("runs again", (one) => one.settled && one.replicas[0]?.restarts === 1);
  expect(again.replicas[0]).toMatchObject({ id: replicas[0]?.id, port: replicas[0]?.port });
});

test("the agent runs on without a control plane and tells afterwards what happened", async () => {
  const { plane, agent, settled, event, observed } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip())));
  const { replicas } = await settled();
  await plane.stop();
  await agent.kill();
  await agent.start();
  process.kill(-(replicas[0]?.pid ?? 0), "SIGKILL");
  await until(
    () => agent.processes().some(({ pid, group }) => pid === group && pid !== replicas[0]?.pid),
    "started again",
  );
  await plane.start();
  await event("Crashed");
  await observed("ready again", (one) => one.settled && one.replicas[0]?.restarts === 1);
});

test("SIGTERM leaves the workloads running, or stops them when so set", async () => {
  const { plane, agent, settled } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip())));
  const { replicas } = await settled();
  expect(await agent.kill("SIGTERM")).toBe(0);
  expect(isAlive(replicas[0]?.pid ?? 0)).toBe(true);
  agent.environment.FLYLOFT_AGENT_STOP_WORKLOADS = "1";
  plane.observations.clear();
  await agent.start();
  await settled();
  expect(await agent.kill("SIGTERM")).toBe(0);
  expect(agent.processes()).toEqual([]);
  plane.observations.clear();
  await agent.start();
  const again = await settled();
  expect(again.replicas[0]).toMatchObject({ id: replicas[0]?.id, restarts: 0 });
  expect(plane.events.filter(({ reason }) => reason === "Crashed")).toEqual([]);
});

test("killed at any moment of a deployment, an upgrade and a scaling, the agent ends where it was wished", async () => {
  const { plane, agent, settled } = await startWorld();
  const [one, two] = [plane.artifact(nodeZip("serves", "1.0.0")), plane.artifact(nodeZip("serves", "2.0.0"))];
  const wishes = [
    { artifact: one, replicas: 1, revision: 1 },
    { artifact: two, replicas: 1, revision: 2 },
    { artifact: two, replicas: 3, revision: 2 },
    { artifact: one, replicas: 2, revision: 3 },
  ];
  let generation = 0;
  for (const delay of [0, 60, 120, 200, 300, 450]) {
    const { artifact, replicas, revision } = wishes[generation % wishes.length] as (typeof wishes)[number];
    generation++;
    plane.wish(wishFor(artifact, { generation, replicas, release: { revision: revision + 10 * generation } }));
    await new Promise((resolve) => setTimeout(resolve, delay));
    await agent.kill();
    await agent.start();
    const done = await settled(generation);
    expect(done.replicas).toHaveLength(replicas);
    const groups = new Set(agent.processes().map(({ group }) => group));
    expect([...groups].sort()).toEqual(done.replicas.map(({ pid }) => pid).sort());
  }
  expect(plane.broken).toEqual([]);
}, 40_000);

test("an access key that is not accepted is named, and a control plane that comes back is found", async () => {
  const { plane, agent, settled } = await startWorld();
  plane.outage = 403;
  await agent.kill();
  await agent.start();
  await until(() => agent.output.includes("does not accept the access key"), "a clear message");
  plane.outage = null;
  plane.wish(wishFor(plane.artifact(nodeZip())));
  await settled();
});

test("another control plane takes over: what it does not wish ends", async () => {
  const { plane, agent, settled } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip())));
  await settled();
  await agent.kill();
  plane.forgetAll("agent-2");
  await agent.start();
  await until(() => agent.processes().length === 0, "the former workload ends");
});
