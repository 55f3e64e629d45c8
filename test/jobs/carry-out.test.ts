import { instanceEvents, type Instance, revisions, taskLog, workloads } from "@flyloft/db";
import { getInstance, rollbackInstance, upgradeInstance } from "@flyloft/functions/deployments";
import {
  deleteInstance,
  restartInstance,
  scaleInstance,
  startInstance,
  stopInstance,
} from "@flyloft/functions/operations";
import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  balksOnce,
  carried,
  deployComponentOf,
  early,
  latestTask,
  running,
  type Stage,
  stage,
} from "../deployments/stage.ts";
import { failing, fulfilled } from "../kit/fake-agent.ts";

type Made = { at: Stage; id: string; name: string };
const ready = async (release = {}): Promise<Made> => {
  const at = await stage();
  const { id, name } = await running(at, { replicas: 2, ...release });
  return { at, id, name };
};
const logOf = async ({ at }: Made, taskId: string) =>
  (await at.owner.db.select().from(taskLog).where(eq(taskLog.taskId, taskId)).orderBy(asc(taskLog.seq))).map(
    ({ message }) => message,
  );
const placeOf = async ({ at, id }: Made) =>
  (await at.owner.db.select().from(workloads).where(eq(workloads.instanceId, id)))[0]!;
const seenOf = ({ at, id }: Made): Promise<Instance> => getInstance(at.owner, { instanceId: id }) as Promise<Instance>;
const alarmsOf = async ({ at, id }: Made) =>
  (await at.owner.db.select().from(instanceEvents).where(eq(instanceEvents.instanceId, id))).map(
    ({ type, reason }) => `${type} ${reason}`,
  );

/** Each operation on a running instance of version 1.0.0, and what must have become of it. */
const operations: Record<string, { begin: (made: Made) => Promise<unknown>; state: object; wish: object }> = {
  upgrade: {
    begin: ({ at, id }) => upgradeInstance(at.owner, { instanceId: id, version: "1.1.0", replicas: 3 }),
    state: { state: "running", version: "1.1.0", revision: 2, replicas: 3 },
    wish: { wish: "running", revision: 2, replicas: 3 },
  },
  rollback: {
    async begin({ at, id }) {
      await upgradeInstance(at.owner, { instanceId: id, version: "1.1.0" });
      await carried(at, id);
      await rollbackInstance(at.owner, { instanceId: id, revision: 1 });
    },
    state: { state: "running", version: "1.0.0", revision: 3 },
    wish: { wish: "running", revision: 3, replicas: 2 },
  },
  scale: {
    begin: ({ at, id }) => scaleInstance(at.owner, { instanceId: id, replicas: 5 }),
    state: { state: "running", replicas: 5 },
    wish: { wish: "running", revision: 1, replicas: 5 },
  },
  stop: {
    begin: ({ at, id }) => stopInstance(at.owner, { instanceId: id }),
    state: { state: "stopped" },
    wish: { wish: "stopped", revision: 1 },
  },
  start: {
    async begin({ at, id }) {
      await stopInstance(at.owner, { instanceId: id });
      await carried(at, id);
      await startInstance(at.owner, { instanceId: id });
    },
    state: { state: "running" },
    wish: { wish: "running", revision: 1, replicas: 2 },
  },
  restart: {
    begin: ({ at, id }) => restartInstance(at.owner, { instanceId: id }),
    state: { state: "running" },
    wish: { wish: "running", restart: 1 },
  },
};
const story = ["wish 1", "settled 1", "judge 1"];
const lives = [undefined, ...story];

describe.each(Object.entries(operations))("%s", (_, { begin, state, wish }) => {
  test.each(lives)("is carried out once, killed after %s", async (killAfter) => {
    const made = await ready();
    await begin(made);
    const before = await placeOf(made);
    const { task, steps } = await carried(made.at, made.id, { killAfter });
    expect(steps.slice(0, 3)).toEqual(story);
    expect(task).toMatchObject({ state: "succeeded", failure: null });
    expect(await seenOf(made)).toMatchObject({ ...state, taskId: null, failure: null });
    expect(await placeOf(made)).toMatchObject({ ...wish, generation: before.generation + 1, settled: true });
    const log = await logOf(made, task.id);
    expect(log.filter((line) => line === "The wish is handed to the agents")).toHaveLength(1);
    expect(log.filter((line) => line.startsWith("Done"))).toHaveLength(1);
  });
});

test.each(lives)("a deployment is carried out once, killed after %s", async (killAfter) => {
  const at = await stage();
  const { id } = await deployComponentOf(at, { replicas: 3 });
  const { task } = await carried(at, id, { killAfter });
  expect(task.state).toBe("succeeded");
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({ state: "running", taskId: null });
  expect(await placeOf({ at, id, name: "" })).toMatchObject({ generation: 2, replicas: 3 });
});

test.each(lives)("a deletion leaves no row of the instance, killed after %s", async (killAfter) => {
  const made = await ready();
  await deleteInstance(made.at.owner, { instanceId: made.id, confirm: made.name });
  const { task } = await carried(made.at, made.id, { killAfter });
  expect(task.state).toBe("succeeded");
  await expect(seenOf(made)).rejects.toMatchObject({ code: "not_found" });
  expect(await placeOf(made)).toBeUndefined();
});

const reversal = ["wish 1", "settled 1", "judge 1", "wish 2", "settled 2", "judge 2"];
test.each([undefined, ...reversal])(
  "an upgrade that fails returns to the former version, killed after %s",
  async (killAfter) => {
    const made = await ready({
      scaleInWindow: 7,
      maxUnavailable: { value: 1 },
      variables: [{ name: "COLOUR", value: "blue" }],
    });
    await upgradeInstance(made.at.owner, {
      instanceId: made.id,
      version: "2.0.0",
      replicas: 4,
      scaleInWindow: 99,
      maxUnavailable: { value: 50, percent: true },
      variables: [{ name: "COLOUR", value: "red" }],
    });
    const { task, steps } = await carried(made.at, made.id, { killAfter, play: balksOnce });
    if (!killAfter) expect(steps).toEqual(reversal);
    expect(task).toMatchObject({ state: "failed", failure: "It ended with exit code 1" });
    expect(await seenOf(made)).toMatchObject({
      state: "running",
      version: "1.0.0",
      revision: 1,
      replicas: 2,
      scaleInWindow: 7,
      maxUnavailable: { value: 1, percent: false },
      failure: null,
    });
    expect(made.at.agent.wishFor(made.id)).toMatchObject({
      replicas: 2,
      scaleInWindow: 7,
      strategy: { maxUnavailable: { value: 1, percent: false } },
      release: { revision: 1, version: "1.0.0", environment: { COLOUR: "blue" } },
    });
    expect(await alarmsOf(made)).toEqual(["alarm UpgradeTakenBack"]);
    const log = await logOf(made, task.id);
    expect(log.filter((line) => line === "Returning to version 1.0.0")).toHaveLength(1);
  },
);

test("a wake-up about the failed version, told twice, does not count against the version that is being restored", async () => {
  const made = await ready();
  await upgradeInstance(made.at.owner, { instanceId: made.id, version: "2.0.0" });
  const { task } = await carried(made.at, made.id, {
    play: async (agent, round) => {
      if (round === 1) return balksOnce(agent, 1);
      return round < 4 ? early : agent.obey();
    },
  });
  expect(task.state).toBe("failed");
  expect(await seenOf(made)).toMatchObject({ state: "running", version: "1.0.0" });
});

test("a wake-up that comes before the outcome ends nothing", async () => {
  const made = await ready();
  await upgradeInstance(made.at.owner, { instanceId: made.id, version: "2.0.0" });
  const { task, steps } = await carried(made.at, made.id, {
    play: async (agent, round) => (round < 3 ? early : agent.obey()),
  });
  expect(task.state).toBe("succeeded");
  expect(steps).toHaveLength(9);
});

test("an outcome whose announcement is lost is found when the time is up", async () => {
  const made = await ready();
  await upgradeInstance(made.at.owner, { instanceId: made.id, version: "2.0.0" });
  const { task } = await carried(made.at, made.id, { loses: true });
  expect(task.state).toBe("succeeded");
  expect(await seenOf(made)).toMatchObject({ state: "running", version: "2.0.0" });
});

test("an agent that does not answer in time fails a deployment, and mends it by coming back; then there is a version to return to", async () => {
  const at = await stage();
  const { id } = await deployComponentOf(at);
  const made = { at, id, name: "" };
  const { task } = await carried(at, id, { play: async () => {} });
  expect(task).toMatchObject({ state: "failed", failure: expect.stringContaining("has not answered within 150 s") });
  expect(await seenOf(made)).toMatchObject({ state: "not_ready", failure: task.failure, taskId: null });
  expect(await alarmsOf(made)).toEqual(["alarm NotReady"]);
  await at.agent.obey();
  expect(await seenOf(made)).toMatchObject({ state: "running", failure: null });
  const [first] = await at.owner.db.select().from(revisions).where(eq(revisions.instanceId, id));
  expect(first!.proven).toBe(true);
});

test("what becomes ready too slowly says how far it came", async () => {
  const at = await stage();
  const { id } = await deployComponentOf(at, { replicas: 3, deadline: 20, scaleInWindow: 0 });
  const { task } = await carried(at, id, {
    play: async (agent, round) => {
      if (round > 1) return;
      const [wish] = await agent.pull();
      const replicas = fulfilled(wish!).replicas.map((one, i) =>
        i === 0 ? one : { ...one, ready: false, message: "The readiness check fails: refused" },
      );
      await agent.report([fulfilled(wish!, { settled: false, replicas })]);
    },
  });
  expect(task).toMatchObject({
    state: "failed",
    failure: "1 of 3 became ready within 20 s: The readiness check fails: refused",
  });
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({ state: "abnormal" });
});

test("without another version number there is no way back: what failed is left standing for its owner to see (OPS-03)", async () => {
  const made = await ready();
  await upgradeInstance(made.at.owner, { instanceId: made.id, variables: [{ name: "A", value: "b" }] });
  const { task } = await carried(made.at, made.id, { play: balksOnce });
  expect(task.state).toBe("failed");
  expect(await seenOf(made)).toMatchObject({ state: "not_ready", revision: 2, failure: "It ended with exit code 1" });
});

test("a version that never served is not returned to", async () => {
  const at = await stage();
  const { id } = await deployComponentOf(at);
  await carried(at, id, { play: balksOnce });
  await upgradeInstance(at.owner, { instanceId: id, version: "1.0.1" });
  const { task } = await carried(at, id, { play: balksOnce });
  expect(task).toMatchObject({ state: "failed", reverting: null });
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({ state: "not_ready", version: "1.0.1" });
});

test("when the former version does not become ready either, the task ends and says why the new one failed", async () => {
  const made = await ready();
  await upgradeInstance(made.at.owner, { instanceId: made.id, version: "2.0.0" });
  const { task } = await carried(made.at, made.id, {
    play: async (agent, round) => agent.report((await agent.pull()).map((one) => failing(one, `failure ${round}`))),
  });
  expect(task).toMatchObject({ state: "failed", failure: "failure 1" });
  expect(await seenOf(made)).toMatchObject({ state: "not_ready", version: "1.0.0", failure: "failure 2" });
});

test("a deletion supersedes the upgrade that is under way, whose workflow ends without touching anything", async () => {
  const made = await ready();
  await upgradeInstance(made.at.owner, { instanceId: made.id, version: "2.0.0" });
  const upgrade = await carried(made.at, made.id, {
    play: async (agent) => {
      await deleteInstance(made.at.owner, { instanceId: made.id, confirm: made.name });
      await agent.obey();
    },
  });
  expect(upgrade.task).toMatchObject({ state: "superseded" });
  expect(await seenOf(made)).toMatchObject({ state: "deleting" });
  const { task } = await carried(made.at, made.id);
  expect(task).toMatchObject({ kind: "delete", state: "succeeded" });
  await expect(seenOf(made)).rejects.toMatchObject({ code: "not_found" });
});

test("a deletion is over only when nothing is left, however well the agent speaks of it before", async () => {
  const made = await ready();
  const { agent, owner } = made.at;
  await deleteInstance(owner, { instanceId: made.id, confirm: made.name });
  // Settled in its former wish: the agent has not heard of the deletion yet.
  await agent.report([fulfilled(agent.wishFor(made.id))]);
  expect(await seenOf(made)).toMatchObject({ state: "deleting" });
  const { task } = await carried(made.at, made.id, {
    play: async () => {
      const [wish] = await agent.pull();
      if (wish) await agent.report([fulfilled(wish, { gone: false })]);
    },
  });
  expect(task).toMatchObject({ kind: "delete", state: "running" });
  expect(await seenOf(made)).toMatchObject({ state: "deleting" });
  // Nobody waits any more; the report itself ends it.
  await agent.report([fulfilled(agent.wishFor(made.id))]);
  await expect(seenOf(made)).rejects.toMatchObject({ code: "not_found" });
  expect(await latestTask(owner, made.id)).toMatchObject({ state: "succeeded" });
});

test("a stop that the agent does not confirm leaves the instance abnormal", async () => {
  const made = await ready();
  await stopInstance(made.at.owner, { instanceId: made.id });
  const { task } = await carried(made.at, made.id, { play: async () => {} });
  expect(task.state).toBe("failed");
  expect(await seenOf(made)).toMatchObject({ state: "abnormal", taskId: null });
});
