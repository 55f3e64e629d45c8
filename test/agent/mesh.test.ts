import { expect, test, vi } from "vitest";
import { zipOf } from "../kit/archives.ts";
import { startEngine } from "../mesher/engine.ts";
import { until } from "./agent-process.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Answers with what it is, or with what the service it is asked for answers: by the proxy of its environment, as any client does. */
const service = `const { createServer } = require("node:http");
createServer(async (q, s) => {
  const other = new URL(q.url, "http://x").searchParams.get("call");
  if (q.url === "/crash") process.exit(3);
  if (!other) return s.end(JSON.stringify({ name: process.env.NAME, caller: q.headers["x-cse-src-microservice"], secrets: Object.keys(process.env).filter((name) => name.startsWith("MESHER_")) }));
  const answer = await fetch("http://" + other + "/");
  s.writeHead(answer.status).end(await answer.text());
}).listen(process.env.PORT, "127.0.0.1");`;

async function startMesh() {
  const engine = await startEngine();
  const world = await startWorld();
  const artifact = world.plane.artifact(zipOf({ "server.js": service }));
  const member = (id: string, name: string, generation = 1) =>
    wishFor(artifact, {
      id,
      generation,
      instanceId: `ins_${id}`,
      instanceName: name,
      accesses: [{ id: `acc_${id}`, containerPort: null, accessPort: null }],
      release: {
        environment: {
          NAME: name,
          MESHER_SERVICE: name,
          MESHER_APPLICATION: "market",
          MESHER_PASSWORD: "",
          PAAS_CSE_SC_ENDPOINT: engine.url,
        },
      },
    });
  for (const [id, name] of [
    ["w1", "shop"],
    ["w2", "orders"],
  ] as const)
    world.plane.wish(member(id, name));
  const address = addressOf(await world.settled(1, { id: "w1", ms: 30_000 }));
  await world.settled(1, { id: "w2", ms: 30_000 });
  const asked = (path = "/?call=orders") => fetch(`${address}${path}`).then(async (answer) => answer.text());
  const meets = () =>
    until(async () => (await asked()).startsWith("{") && JSON.parse(await asked()), "the mesh", 20_000);
  return { ...world, engine, member, asked, meets };
}

test("a component with a name in the mesh is registered, called through its sidecar, and finds others by their names", async () => {
  const { engine, meets, asked } = await startMesh();
  expect(await meets()).toEqual({ name: "orders", caller: "shop", secrets: [] });
  expect(JSON.parse(await asked("/"))).toEqual({ name: "shop", secrets: [] });
  expect(await engine.instances("shop")).toHaveLength(1);
  expect(await engine.instances("orders")).toHaveLength(1);
});

test("it lives on when the agent is killed, and is looked after again", async () => {
  const { agent, meets, settled, plane, member } = await startMesh();
  await meets();
  const before = agent.processes().map(({ pid }) => pid);
  await agent.kill();
  await agent.start();
  plane.wish(member("w1", "shop", 2));
  await settled(2, { id: "w1" });
  await meets();
  expect(agent.processes().map(({ pid }) => pid)).toEqual(before);
});

test("a stopped component leaves the registry before it ends, and nothing of it is left", async () => {
  const { agent, engine, meets, settled, plane, member } = await startMesh();
  await meets();
  plane.wish({ ...member("w2", "orders", 2), wish: "stopped" });
  await settled(2, { id: "w2" });
  expect(await engine.instances("orders")).toEqual([]);
  expect(new Set(agent.processes().map(({ replicaId }) => replicaId)).size).toBe(1);
});

test("a crash of the service is told as one, and both start again", async () => {
  const { asked, meets, event, state } = await startMesh();
  await meets();
  await asked("/crash").catch(() => "");
  expect((await event("Crashed")).message).toContain("exited with code 3");
  await until(() => state("w1")?.replicas[0]?.restarts === 1 && state("w1")?.replicas[0]?.ready, "the restart", 20_000);
  await meets();
});
