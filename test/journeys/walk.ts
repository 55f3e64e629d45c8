import { until } from "@flyloft/infra/local/wait";
import { expect } from "vitest";
import { journeyOn } from "../kit/journey.ts";
import type { Stack } from "../kit/stack.ts";

export type Release = { version: string; bytes: Uint8Array; fileName: string };
export type Software = {
  runtime: string;
  kind: "zip" | "jar";
  former: Release;
  latest: Release;
  /** Settings of its deployment: arguments, checks. */
  settings: object;
  /** Where it answers with JSON that tells its `version`. */
  about: string;
  /** What its log says once it has started. */
  says: string;
};

/** The guide's walk from a package to a deleted instance, as its user sees it; answers how long each step took, in ms. */
export async function walk(stack: Stack, { runtime, kind, former, latest, settings, about, says }: Software) {
  const journey = journeyOn(stack);
  const took: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    took[name] = Math.round(performance.now() - began);
    return result;
  };
  const versionAt = async (address: string) => {
    const response = await fetch(`${address}${about}`);
    if (!response.ok) throw new Error(`It answers ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { version: string }).version;
  };
  const running = (version: string, replicas: number) => ({
    state: "running",
    version,
    replicas,
    ready: replicas,
    failure: null,
  });

  const packages = await step("upload", async () => {
    const ids: string[] = [];
    for (const { bytes, fileName } of [former, latest]) {
      const uploaded = await journey.upload(bytes, fileName);
      expect(uploaded).toMatchObject({ state: "ready", format: kind, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      ids.push(uploaded.id);
    }
    return ids;
  });
  const environmentId = await journey.environment();
  const applicationId = await journey.application();
  const componentId = await journey.component({ applicationId, packageId: packages[0]!, runtime, kind });

  const deployed = await step("deploy 2", () =>
    journey.deploy(
      { componentId, environmentId, replicas: 2, version: former.version, scaleInWindow: 10, ...settings },
      120_000,
    ),
  );
  expect(deployed).toMatchObject(running(former.version, 2));
  const { id } = deployed;
  const address = await step("reach", () => journey.address(id));
  expect(await versionAt(address)).toBe(former.version);

  const speakers = async () => {
    const lines = await journey.log(id, says);
    return new Set(lines.map(({ replicaId }) => replicaId)).size === 2 || null;
  };
  await step("read its log", () => until("A line of each of the two", speakers, { within: 15_000 }));

  expect(await step("scale to 3", () => journey.operate(id, "scaleInstance", { replicas: 3 }, 120_000))).toMatchObject(
    running(former.version, 3),
  );
  expect(await step("scale to 1", () => journey.operate(id, "scaleInstance", { replicas: 1 }, 120_000))).toMatchObject(
    running(former.version, 1),
  );

  const input = { packageId: packages[1], version: latest.version };
  expect(await step("upgrade", () => journey.operate(id, "upgradeInstance", input, 120_000))).toMatchObject(
    running(latest.version, 1),
  );
  expect(await versionAt(address)).toBe(latest.version);

  expect(
    await step("roll back", () => journey.operate(id, "rollbackInstance", { revision: 1 }, 120_000)),
  ).toMatchObject({ ...running(former.version, 1), revision: 3 });
  expect(await versionAt(address)).toBe(former.version);

  expect(await step("stop", () => journey.operate(id, "stopInstance", {}, 60_000))).toMatchObject({
    state: "stopped",
    ready: 0,
    replicaList: [],
  });
  expect(stack.workloads()).toEqual([]);
  await expect(versionAt(address)).rejects.toThrow();
  expect(await step("start", () => journey.operate(id, "startInstance", {}, 120_000))).toMatchObject(
    running(former.version, 1),
  );
  expect(await versionAt(address)).toBe(former.version);

  await step("delete", () => journey.remove(id, 60_000));
  expect(stack.workloads()).toEqual([]);
  await expect(versionAt(address)).rejects.toThrow();
  const bad = await stack.sql`select kind, state, failure from tasks where state <> 'succeeded'`;
  expect(bad).toEqual([]);
  return took;
}
