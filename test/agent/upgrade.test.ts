import { expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { until } from "./agent-process.ts";
import { startLoad } from "./load.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

const readiness = { check: { kind: "http" as const, path: "/ready" }, period: 1 };

test("a rolling upgrade under load loses no request", async () => {
  const { plane, agent, settled } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("serves", "1.0.0")), { replicas: 2, release: { readiness } }));
  const load = startLoad(addressOf(await settled(1)));
  await until(() => load.done() > 700, "load before");
  plane.wish(
    wishFor(plane.artifact(nodeZip("serves", "2.0.0")), {
      generation: 2,
      replicas: 2,
      release: { readiness, revision: 2, version: "2.0.0" },
    }),
  );
  await settled(2);
  const during = load.done();
  await until(() => load.done() > Math.max(during + 700, 2000), "load after");
  const { done, failed, versions } = await load.stop();
  expect(failed).toEqual([]);
  expect(done).toBeGreaterThanOrEqual(2000);
  expect([...versions].sort()).toEqual(["1.0.0", "2.0.0"]);
  expect(new Set(agent.processes().map(({ replicaId }) => replicaId)).size).toBe(2);
}, 30_000);

test("an upgrade that never gets ready leaves the former version serving every request", async () => {
  const { plane, observed, settled, state } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip("serves", "1.0.0")), { replicas: 2, release: { readiness } }));
  const load = startLoad(addressOf(await settled(1)));
  plane.wish(
    wishFor(plane.artifact(nodeZip("is never ready", "2.0.0")), {
      generation: 2,
      replicas: 2,
      release: { readiness, revision: 2 },
    }),
  );
  await observed("the new one says why", (one) =>
    one.replicas.some(({ revision, message }) => revision === 2 && /answered 503/.test(message ?? "")),
  );
  await until(() => load.done() > 1000, "load");
  expect(state()?.settled).toBe(false);
  expect(state()?.replicas.filter(({ revision, ready }) => revision === 1 && ready)).toHaveLength(2);
  plane.wish(
    wishFor(plane.artifact(nodeZip("serves", "1.0.0")), {
      generation: 3,
      replicas: 2,
      release: { readiness, revision: 1 },
    }),
  );
  const back = await settled(3);
  const { failed, versions } = await load.stop();
  expect(failed).toEqual([]);
  expect([...versions]).toEqual(["1.0.0"]);
  expect(back.replicas.map(({ restarts }) => restarts)).toEqual([0, 0]);
}, 30_000);

test("a replace upgrade ends all former instances before a new one begins", async () => {
  const { plane, settled } = await startWorld();
  const strategy = { kind: "replace" as const, maxUnavailable: { value: 0, percent: false } };
  plane.wish(wishFor(plane.artifact(nodeZip("serves", "1.0.0")), { replicas: 2, strategy }));
  await settled(1);
  plane.wish(
    wishFor(plane.artifact(nodeZip("serves", "2.0.0")), {
      generation: 2,
      replicas: 2,
      strategy,
      release: { revision: 2 },
    }),
  );
  const { replicas } = await settled(2);
  const fresh = new Set(replicas.map(({ id }) => id));
  const reasons = plane.events.filter(({ reason }) => reason === "Started" || reason === "Stopped");
  const lastStop = reasons.findLastIndex(({ reason }) => reason === "Stopped");
  const firstFresh = reasons.findIndex(({ reason, replicaId }) => reason === "Started" && fresh.has(replicaId ?? ""));
  expect(lastStop).toBeGreaterThan(-1);
  expect(firstFresh).toBeGreaterThan(lastStop);
});

test("the number of instances follows the wish up and down, and stopped, started, deleted mean what they say", async () => {
  const { plane, agent, settled, observed } = await startWorld();
  const artifact = plane.artifact(nodeZip());
  plane.wish(wishFor(artifact));
  const first = await settled(1);
  plane.wish(wishFor(artifact, { generation: 2, replicas: 3 }));
  expect((await settled(2)).replicas).toHaveLength(3);
  plane.wish(wishFor(artifact, { generation: 3, replicas: 1 }));
  const one = await settled(3);
  expect(one.replicas.map(({ id }) => id)).toEqual(first.replicas.map(({ id }) => id));
  plane.wish(wishFor(artifact, { generation: 4, wish: "stopped" }));
  await settled(4);
  expect(agent.processes()).toEqual([]);
  expect((await fetch(addressOf(one))).status).toBe(503);
  plane.wish(wishFor(artifact, { generation: 5 }));
  const again = await settled(5);
  expect(again.accesses).toEqual(first.accesses);
  plane.wish(wishFor(artifact, { generation: 6, wish: "deleted" }));
  await observed("gone", ({ gone }) => gone);
  expect(agent.processes()).toEqual([]);
  await expect(fetch(addressOf(again))).rejects.toThrow();
});

test("a restart replaces every process without losing a request", async () => {
  const { plane, settled } = await startWorld();
  const artifact = plane.artifact(nodeZip());
  plane.wish(wishFor(artifact, { replicas: 2 }));
  const before = await settled(1);
  const load = startLoad(addressOf(before));
  plane.wish(wishFor(artifact, { generation: 2, replicas: 2, release: { restart: 1 } }));
  const after = await settled(2);
  const { failed } = await load.stop();
  expect(failed).toEqual([]);
  expect(after.replicas.some(({ pid }) => before.replicas.some((one) => one.pid === pid))).toBe(false);
});
