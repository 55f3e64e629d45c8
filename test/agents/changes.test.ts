import { agents, instances, workloads } from "@flyloft/db";
import { applyTask, deployComponent, lockInstance, wishFor } from "@flyloft/functions/deployments";
import { deleteInstance, restartInstance, scaleInstance } from "@flyloft/functions/operations";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { aComponent, carried, running, type Stage, stage } from "../deployments/stage.ts";
import { failing, fulfilled } from "../kit/fake-agent.ts";

/** Several running instances on one machine. */
async function many(count: number) {
  const at = await stage();
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const component = await aComponent(at.owner, {
      applicationId: at.applicationId,
      name: `c${i}`,
      packageId: at.packageId,
    });
    ids.push((await running({ ...at, component })).id);
  }
  return { ...at, ids };
}
const wished = ({ owner: { db, actor } }: Stage, instanceId: string) =>
  db.transaction(async (tx) => {
    await lockInstance({ tx, actor }, instanceId);
    await wishFor(tx, instanceId, {});
  });

test("an agent that reads while wishes are written misses none, and its cursor never goes back", async () => {
  const at = await many(4);
  const { agent } = at;
  let writing = true;
  const written = Promise.all(
    at.ids.map(async (id) => {
      for (let i = 0; i < 15; i++) await wished(at, id);
    }),
  ).finally(() => (writing = false));
  const heard = new Map<string, number>();
  let cursor = agent.cursor;
  do {
    for (const one of await agent.pull()) heard.set(one.instanceId, one.generation);
    expect(agent.cursor).toBeGreaterThanOrEqual(cursor);
    cursor = agent.cursor;
  } while (writing);
  await written;
  for (const one of await agent.pull()) heard.set(one.instanceId, one.generation);
  const rows = await at.owner.db.select().from(workloads).where(eq(workloads.agentId, agent.id));
  expect(Object.fromEntries(heard)).toEqual(
    Object.fromEntries(rows.map(({ instanceId, generation }) => [instanceId, generation])),
  );
});

test("a waiting agent hears of a wish when its transaction ends, not a poll later", async () => {
  const at = await many(1);
  const waiting = at.agent.pull(10);
  await wished(at, at.ids[0]!);
  const written = performance.now();
  expect(await waiting).toHaveLength(1);
  expect(performance.now() - written).toBeLessThan(900);
});

test("fifty at once, from all sides: nobody waits for somebody who waits for him", async () => {
  const at = await many(4);
  const { agent, owner } = at;
  await agent.pull();
  const wishes = [...agent.workloads.values()];
  const swallow = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: { code?: string }) => error.code ?? String(error),
    );
  const work = Array.from({ length: 50 }, (_, i) => {
    const instanceId = at.ids[i % at.ids.length]!;
    if (i % 5 === 0) return swallow(scaleInstance(owner, { instanceId, replicas: 1 + (i % 4) }));
    if (i % 5 === 1) return swallow(restartInstance(owner, { instanceId }));
    // All of them in one report, in another order each time.
    if (i % 5 === 2)
      return swallow(
        agent.report([...wishes].sort(() => (i % 2) - 0.5).map((one) => (i % 3 ? fulfilled(one) : failing(one)))),
      );
    if (i % 5 === 3) return swallow(agent.pull());
    return swallow(wished(at, instanceId));
  });
  expect(new Set(await Promise.all(work))).toEqual(new Set(["done", "conflict"]));
});

test("a wish is written once, also when its step runs several times at once", async () => {
  const at = await many(1);
  const [instanceId] = at.ids;
  const { taskId } = await scaleInstance(at.owner, { instanceId: instanceId!, replicas: 2 });
  const results = await Promise.all([1, 2, 3, 4].map(() => applyTask(at.owner, { taskId: taskId! })));
  expect(results.filter(({ wished: done }) => done)).toHaveLength(1);
});

test("an instance that is deleted before its first wish is told to the agent as deleted", async () => {
  const at = await stage();
  const { id, name } = await deployComponent(at.owner, {
    componentId: at.component.id,
    environmentId: at.environment.id,
  });
  await deleteInstance(at.owner, { instanceId: id, confirm: name });
  await carried(at, id);
  expect(at.agent.wishFor(id)).toMatchObject({ wish: "deleted" });
  expect(await at.owner.db.select().from(instances).where(eq(instances.id, id))).toEqual([]);
});

test("asking for changes counts as a sign of life", async () => {
  const at = await stage();
  await at.owner.db
    .update(agents)
    .set({ lastSeenAt: new Date(0) })
    .where(eq(agents.id, at.agent.id));
  await at.agent.pull();
  const [row] = await at.owner.db.select().from(agents).where(eq(agents.id, at.agent.id));
  expect(Date.now() - row!.lastSeenAt.getTime()).toBeLessThan(60_000);
});
