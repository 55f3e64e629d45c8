import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { packDirectory } from "@flyloft/infra/local/pack";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { journeyOn } from "../kit/journey.ts";
import { startTraffic } from "../kit/load.ts";
import { startStack, type Stack } from "../kit/stack.ts";

const minute = 60_000;

/** The sample service under another version number, as its owner would pack it. */
async function sample(version: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "sample-"));
  await cp(join(root, "infra/local/sample"), folder, { recursive: true });
  const file = join(folder, "package.json");
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), version }));
  return packDirectory(folder).finally(() => rm(folder, { recursive: true }));
}

describe.each(["edge", "node"] as const)("with the control plane on %s", (runtime) => {
  /** What does not depend on where the control plane runs is tried once. */
  const onEdge = (name: string, work: () => Promise<void>, timeout: number) => {
    if (runtime === "edge") test(name, work, timeout);
  };
  let stack: Stack;
  let journey: ReturnType<typeof journeyOn>;
  let id: string;
  let address: string;
  beforeAll(async () => {
    stack = await startStack({ runtime });
    journey = journeyOn(stack);
    const { id: packageId } = await journey.upload(await sample("1.0.0"), "sample.zip");
    const [environmentId, applicationId] = [await journey.environment(), await journey.application()];
    const componentId = await journey.component({ applicationId, packageId });
    const readiness = { check: { kind: "http", path: "/ready" }, period: 1 };
    const deployed = await journey.deploy({
      componentId,
      environmentId,
      replicas: 2,
      readiness,
      deadline: 20,
      scaleInWindow: 10,
    });
    expect(deployed).toMatchObject({ state: "running", ready: 2, version: "1.0.0" });
    id = deployed.id;
    address = `${await journey.address(id)}/version`;
  }, minute);
  afterAll(() => stack?.remove(), minute);

  /** Load before, during and after: at least `least` requests, 8 at a time. */
  async function underLoad(least: number, work: () => Promise<void>) {
    const load = startTraffic(address);
    const began = performance.now();
    const reached = (count: number) =>
      until("The traffic", async () => (load.traffic.answered + load.traffic.failed.length >= count ? true : null), {
        within: 30_000,
      });
    await reached(500);
    await work();
    await reached(Math.max(least, load.traffic.answered + 500));
    const traffic = await load.stop();
    const seconds = (performance.now() - began) / 1000;
    console.log(`${traffic.answered} requests answered and ${traffic.failed.length} failed in ${seconds.toFixed(1)} s`);
    return traffic;
  }

  test(
    "a rolling upgrade loses no request of 2,000 that come 8 at a time",
    async () => {
      const { id: packageId } = await journey.upload(await sample("1.1.0"), "sample.zip");
      const traffic = await underLoad(2_000, async () => {
        const upgraded = await journey.operate(id, "upgradeInstance", { packageId, version: "1.1.0" });
        expect(upgraded).toMatchObject({ state: "running", version: "1.1.0", ready: 2, task: null });
      });
      expect(traffic.failed).toEqual([]);
      expect(traffic.answered).toBeGreaterThanOrEqual(2_000);
      expect([...traffic.answers.keys()].sort()).toEqual(['{"version":"1.0.0"}', '{"version":"1.1.0"}']);
    },
    minute,
  );

  test(
    "a rolling upgrade in which control plane and job engine die loses none either",
    async () => {
      const { id: packageId } = await journey.upload(await sample("1.2.0"), "sample.zip");
      const traffic = await underLoad(2_000, async () => {
        await stack.command("upgradeInstance", { instanceId: id, packageId, version: "1.2.0" });
        const newcomer = async () => (stack.workloads().length === 3 ? true : null);
        await until("The first new process", newcomer, { within: 10_000, every: 5 });
        expect([stack.kill("control plane"), stack.kill("job engine")]).toEqual([true, true]);
        expect(await journey.over(id)).toMatchObject({ state: "running", version: "1.2.0", ready: 2 });
      });
      expect(traffic.failed).toEqual([]);
    },
    minute,
  );

  onEdge(
    "a version that never becomes ready is taken back without a lost request, and an event says why",
    async () => {
      const { id: packageId } = await journey.upload(nodeZip("is never ready", "2.0.0"), "program.zip");
      const former = stack
        .workloads()
        .map(({ replicaId }) => replicaId)
        .sort();
      const traffic = await underLoad(2_000, async () => {
        const back = await journey.operate(id, "upgradeInstance", { packageId, version: "2.0.0", deadline: 5 });
        expect(back).toMatchObject({ state: "running", version: "1.2.0", ready: 2 });
      });
      expect(traffic.failed).toEqual([]);
      expect([...traffic.answers.keys()]).toEqual(['{"version":"1.2.0"}']);
      // The very processes that served before: they were never touched.
      expect(
        stack
          .workloads()
          .map(({ replicaId }) => replicaId)
          .sort(),
      ).toEqual(former);
      const told = (await journey.events(id)).find(({ reason }) => reason === "UpgradeTakenBack");
      expect(told).toMatchObject({ type: "alarm" });
      expect(told!.message).toMatch(/1\.2\.0.*503/s);
      const { tasks } = await stack.gql<{ tasks: { nodes: { state: string; failure: string }[] } }>(
        "query ($id: ID) { tasks(instanceId: $id, first: 1) { nodes { state failure } } }",
        { id },
      );
      expect(tasks.nodes[0]).toMatchObject({ state: "failed", failure: expect.stringContaining("503") });
    },
    minute,
  );

  onEdge(
    "a version that ends at every start is taken back as soon as that is clear, without a lost request",
    async () => {
      const { id: packageId } = await journey.upload(nodeZip("crashes at start", "3.0.0"), "program.zip");
      const traffic = await underLoad(2_000, async () => {
        const began = Date.now();
        const back = await journey.operate(id, "upgradeInstance", { packageId, version: "3.0.0", deadline: 60 });
        expect(back).toMatchObject({ state: "running", version: "1.2.0", ready: 2 });
        expect(Date.now() - began).toBeLessThan(20_000);
      });
      expect(traffic.failed).toEqual([]);
      expect((await journey.events(id)).find(({ reason }) => reason === "UpgradeTakenBack")!.message).toContain(
        "no database",
      );
    },
    minute,
  );

  onEdge(
    "a replace upgrade has never two versions at once, and ends with the new one",
    async () => {
      const { id: packageId } = await journey.upload(await sample("4.0.0"), "sample.zip");
      await journey.operate(id, "upgradeInstance", { strategy: "replace", version: "3.9.0" });
      const versions = new Set<string>();
      let watching = true;
      const watch = (async () => {
        while (watching) {
          const { replicaList } = await journey.look(id);
          versions.add([...new Set(replicaList.map(({ revision }) => revision))].sort().join(" and "));
        }
      })();
      const replaced = await journey.operate(id, "upgradeInstance", { packageId, version: "4.0.0" });
      watching = false;
      await watch;
      expect(replaced).toMatchObject({ state: "running", version: "4.0.0", ready: 2 });
      expect([...versions].filter((one) => one.includes("and"))).toEqual([]);
      expect(await (await fetch(address)).json()).toEqual({ version: "4.0.0" });
    },
    minute,
  );
});
