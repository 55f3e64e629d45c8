import { expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

test("a wished component runs, answers at its address and is told of as ready", async () => {
  const { plane, agent, settled } = await startWorld();
  const begun = Date.now();
  plane.wish(wishFor(plane.artifact(nodeZip()), { replicas: 2 }));
  const observation = await settled();
  console.log("deployed after", Date.now() - begun);
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
  console.log("rss", agent.residentBytes() / 1e6);
});
