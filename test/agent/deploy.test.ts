import { expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { until } from "./agent-process.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

test("a wished component runs, answers at its address and is told of as ready", async () => {
  const { plane, agent, settled } = await startWorld();
  plane.wish(wishFor(plane.artifact(nodeZip()), { replicas: 2 }));
  const observation = await settled();
  expect(observation.replicas).toHaveLength(2);
  expect(observation.replicas.every(({ state, ready }) => ready && state === "running")).toBe(true);
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => (await fetch(addressOf(observation))).json()),
  );
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
  expect(agent.processes().map(({ replicaId }) => replicaId)).toEqual(
    expect.arrayContaining(observation.replicas.map(({ id }) => id)),
  );
  expect(plane.registrations[0]).toMatchObject({
    name: "test",
    capabilities: ["process"],
    runtimes: expect.arrayContaining([expect.objectContaining({ family: "node" })]),
  });
  expect(plane.broken).toEqual([]);
});

const megabyte = 1024 ** 2;

test("an agent with nothing to do takes little: less than 75 MB with no flags, next to no processor time", async () => {
  const { plane, agent } = await startWorld();
  await until(() => plane.registrations.length > 0, "registered");
  expect(agent.residentBytes()).toBeLessThan(75 * megabyte);
  const before = agent.processorSeconds();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(agent.processorSeconds() - before).toBeLessThan(0.2);
});
