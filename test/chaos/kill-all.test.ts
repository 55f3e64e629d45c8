import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { journeyOn } from "../kit/journey.ts";
import { startStack, type Stack } from "../kit/stack.ts";

const minute = 60_000;

describe("kill -9 of the whole stack, PostgreSQL too", () => {
  let stack: Stack;
  let journey: ReturnType<typeof journeyOn>;
  let id: string;
  let address: string;
  const packages: string[] = [];
  beforeAll(async () => {
    stack = await startStack();
    journey = journeyOn(stack);
    for (const version of ["1.0.0", "2.0.0"])
      packages.push((await journey.upload(nodeZip("serves", version), "program.zip")).id);
    const [environmentId, applicationId] = [await journey.environment(), await journey.application()];
    const componentId = await journey.component({ applicationId, packageId: packages[0]! });
    id = (await journey.deploy({ componentId, environmentId, replicas: 2, scaleInWindow: 5 })).id;
    address = await journey.address(id);
  }, minute);
  afterAll(() => stack?.remove(), minute);

  const pids = () =>
    stack
      .workloads()
      .flatMap((one) => one.processes.map(({ pid }) => pid))
      .sort();
  const answer = async () => ((await (await fetch(address)).json()) as { version: string }).version;

  /** Running as wished, and exactly the processes that the platform knows. */
  async function expectConverged(version: string) {
    const asWished = async () => {
      const seen = await journey.look(id);
      const known = seen.replicaList.map((one) => one.id).sort();
      const alive = stack.workloads().map((one) => one.replicaId);
      const ready = seen.state === "running" && seen.task === null && seen.ready === 2 && seen.version === version;
      // Until the agent has reported again, the platform tells what it knew before.
      return ready && JSON.stringify(alive.sort()) === JSON.stringify(known) ? seen : null;
    };
    await until("Two ready instances, the ones that the platform knows", asWished, { within: 30_000 });
    for (const { groups } of stack.workloads()) expect(groups).toHaveLength(1);
    const answered = () =>
      answer().then(
        (said) => said === version || null,
        () => null,
      );
    await until(`An answer of ${version}`, answered, { within: 10_000 });
  }

  test("with the components: they are started again, each once", { timeout: minute }, async () => {
    const former = pids();
    await stack.killAll();
    expect(stack.processes()).toEqual([]);
    await stack.start();
    await expectConverged("1.0.0");
    expect(pids().filter((pid) => former.includes(pid))).toEqual([]);
  });

  test("without the components: they go on serving and are taken up again", { timeout: minute }, async () => {
    const former = pids();
    await stack.killAll({ workloads: false });
    expect(pids()).toEqual(former);
    await stack.start();
    await expectConverged("1.0.0");
    expect(pids()).toEqual(former);
  });

  test("in the middle of an upgrade: it is completed", { timeout: minute }, async () => {
    const { task } = await journey.look(id);
    expect(task).toBeNull();
    await stack.command("upgradeInstance", { instanceId: id, packageId: packages[1], version: "2.0.0" });
    await stack.killAll();
    await stack.start();
    await expectConverged("2.0.0");
    const { tasks } = await stack.gql<{ tasks: { nodes: { state: string }[] } }>(
      "query ($id: ID) { tasks(instanceId: $id, first: 1) { nodes { state } } }",
      { id },
    );
    expect(tasks.nodes).toEqual([{ state: "succeeded" }]);
  });

  test("in the middle of a deletion: nothing is left of it", { timeout: minute }, async () => {
    const { name } = await journey.look(id);
    await stack.command("deleteInstance", { instanceId: id, confirm: name });
    await stack.killAll({ workloads: false });
    await stack.start();
    await journey.gone(id);
    expect(stack.workloads()).toEqual([]);
  });
});
