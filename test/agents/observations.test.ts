import { instanceEvents, replicas, workloads } from "@flyloft/db";
import { getInstance, upgradeInstance } from "@flyloft/functions/deployments";
import { createEnvironment, listResources } from "@flyloft/functions/environments";
import { addAccess, listAccesses, listInstanceEvents, readRunLog } from "@flyloft/functions/operations";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { carried, deployComponentOf, linesOf, running, stage, type Stage } from "../deployments/stage.ts";
import { failing, type FakeAgent, fakeAgent, fulfilled, replicasOf } from "../kit/fake-agent.ts";

const at0 = "2026-01-01T00:00:00.000Z";
const event = (id: string, workloadId: string, message = "It ended with exit code 1") => ({
  id,
  workloadId,
  replicaId: "rep",
  type: "alarm" as const,
  reason: "Crashed",
  message,
  at: at0,
});
const chunk = (workloadId: string, offset: number, texts: string[], replicaId = "rep") => ({
  workloadId,
  replicaId,
  file: "start_app.log",
  offset,
  lines: texts.map((text) => ({ at: at0, text })),
});
const seen = ({ owner }: Stage, instanceId: string) =>
  owner.db.select().from(replicas).where(eq(replicas.instanceId, instanceId)).orderBy(asc(replicas.id));
const stateOf = async ({ owner }: Stage, instanceId: string) => (await getInstance(owner, { instanceId })).state;
const placeOf = async ({ owner }: Stage, instanceId: string) =>
  (await owner.db.select().from(workloads).where(eq(workloads.instanceId, instanceId)))[0]!;

test("what was seen of an earlier wish changes nothing, however late it comes", async () => {
  const at = await stage();
  const { id } = await running(at, { replicas: 2 });
  const old = at.agent.wishFor(id);
  await upgradeInstance(at.owner, { instanceId: id, version: "2.0.0" });
  await carried(at, id);
  const [place, before] = [await placeOf(at, id), await seen(at, id)];
  for (const late of [fulfilled(old), failing(old), fulfilled(old, { gone: true, replicas: [] })])
    await at.agent.report([late]);
  expect(await placeOf(at, id)).toEqual(place);
  expect(await seen(at, id)).toEqual(before);
  expect(await stateOf(at, id)).toBe("running");
});

test("an observation from the future is no observation", async () => {
  const at = await stage();
  const { id } = await running(at);
  const wish = at.agent.wishFor(id);
  await at.agent.report([failing({ ...wish, generation: wish.generation + 5 })]);
  expect(await placeOf(at, id)).toMatchObject({ observedGeneration: wish.generation, settled: true, failure: null });
});

test("a running instance follows its processes: not ready, abnormal, running again, with the reason", async () => {
  const at = await stage();
  const { id } = await running(at, { replicas: 2 });
  const wish = at.agent.wishFor(id);
  const sick = replicasOf(wish, 2, { ready: false, state: "not_ready", message: "The readiness check fails" });
  await at.agent.report([fulfilled(wish, { settled: false, replicas: sick })]);
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({
    state: "not_ready",
    failure: "The readiness check fails",
  });
  await at.agent.report([fulfilled(wish, { settled: false, replicas: [replicasOf(wish, 1)[0]!, sick[1]!] })]);
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({ state: "abnormal" });
  await at.agent.report([fulfilled(wish)]);
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({ state: "running", failure: null });
});

test("events and log lines that are sent twice are kept once (BEY-14)", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { agent, owner } = at;
  const place = agent.wishFor(id).id;
  for (let i = 0; i < 2; i++) {
    await agent.report([], [event("e1", place), event("e2", place)]);
    await agent.ship([chunk(place, 0, ["one", "two"]), chunk(place, 8, ["three"])]);
  }
  // Also at the same time, and with a part of it again.
  await Promise.all([1, 2, 3].map(() => agent.report([], [event("e3", place)])));
  await Promise.all([1, 2, 3].map(() => agent.ship([chunk(place, 8, ["three"]), chunk(place, 14, ["four"])])));
  expect((await linesOf(owner, id, 4)).map(({ text }) => text)).toEqual(["one", "two", "three", "four"]);
  expect(
    (await listInstanceEvents(owner, { instanceId: id })).filter(({ reason }) => reason === "Crashed"),
  ).toHaveLength(3);
});

test("a report that names one process twice, or holds a NUL, is taken all the same", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { agent, owner } = at;
  const wish = agent.wishFor(id);
  const [one] = replicasOf(wish, 1);
  await agent.report(
    [fulfilled(wish, { settled: false, replicas: [one!, { ...one!, ready: false, message: "bro\0ken" }] })],
    [event("e1", wish.id, "a\0b")],
  );
  expect(await seen(at, id)).toMatchObject([{ id: one!.id, ready: false, message: "bro\ufffdken" }]);
  await agent.ship([chunk(wish.id, 0, ["a\0b"])]);
  expect((await linesOf(owner, id, 1))[0]!.text).toBe("a\ufffdb");
});

test("the address of an access reaches those who ask, and those who watch", async () => {
  const at = await stage();
  const { id } = await running(at);
  const access = await addAccess(at.owner, { instanceId: id });
  expect(await at.agent.obey()).toMatchObject([
    { accesses: [{ id: access.id, containerPort: null, accessPort: null }] },
  ]);
  expect(await listAccesses(at.owner, { instanceId: id })).toMatchObject([
    { addresses: { [at.agent.wishFor(id).id]: "127.0.0.1:9000" } },
  ]);
});

/** A second machine in the same project, with an instance of its own. */
async function neighbour(at: Stage): Promise<{ agent: FakeAgent; id: string }> {
  const agent = await fakeAgent(at.as({ kind: "key", id: at.owner.newId("key") }), { name: "neighbour" });
  const { nodes } = await listResources(at.owner, {});
  const cluster = nodes.find((one) => one.kind === "cluster" && one.agentId === agent.id)!;
  const environment = await createEnvironment(at.owner, {
    name: "next-door",
    vpcId: cluster.vpcId!,
    resourceIds: [cluster.id],
  });
  const { id } = await deployComponentOf({ ...at, environment });
  await carried({ ...at, agent }, id);
  return { agent, id };
}

test("an agent speaks for its own workloads only: of another's nothing changes", async () => {
  const at = await stage();
  const { id } = await running(at);
  const wish = at.agent.wishFor(id);
  const before = [await placeOf(at, id), await seen(at, id)];
  const other = (await neighbour(at)).agent;
  await other.report([failing(wish)], [event("e1", wish.id)]);
  await other.ship([chunk(wish.id, 0, ["forged"])]);
  expect([await placeOf(at, id), await seen(at, id)]).toEqual(before);
  expect(await readRunLog(at.owner, { instanceId: id })).toEqual([]);
  expect(await at.owner.db.select().from(instanceEvents).where(eq(instanceEvents.instanceId, id))).toEqual([]);
});

test("the name of a process stays with whoever had it first", async () => {
  const at = await stage();
  const { id } = await running(at);
  const before = await seen(at, id);
  const { agent: other, id: theirs } = await neighbour(at);
  const wish = other.wishFor(theirs);
  await other.report([fulfilled(wish, { replicas: replicasOf(wish, 1, { id: before[0]!.id, port: 666 }) })]);
  expect(await seen(at, id)).toEqual(before);
});

test("two places of one instance cannot write each other's logs", async () => {
  const at = await stage();
  const { id } = await running(at);
  const { agent: other } = await neighbour(at);
  // The neighbour holds a second workload of the same instance.
  const mine = await placeOf(at, id);
  const { nodes } = await listResources(at.owner, {});
  const place = nodes.find((one) => one.kind === "cluster" && one.agentId === other.id)!;
  const workloadId = at.owner.newId("workload");
  await at.owner.db
    .insert(workloads)
    .values({ ...mine, id: workloadId, agentId: other.id, resourceId: place.id, changeSeq: 99 });
  const [process] = await seen(at, id);
  await at.agent.ship([chunk(mine.id, 0, ["one"], process!.id)]);
  await other.ship([chunk(workloadId, 500, ["forged"], process!.id)]);
  await at.agent.ship([chunk(mine.id, 4, ["two"], process!.id)]);
  expect((await linesOf(at.owner, id, 2)).map(({ text }) => text)).toEqual(["one", "two"]);
});

test("an agent of another key, project or tenant does not exist", async () => {
  const at = await stage();
  const { id } = await running(at);
  const stranger = await stage();
  const otherKey = at.as({ kind: "key", id: at.owner.newId("key") });
  for (const ctx of [otherKey, stranger.agent.ctx, at.owner]) {
    const { pull, report, ship, artifact } = Object.assign(Object.create(at.agent), { ctx }) as FakeAgent;
    const them = { ctx, id: at.agent.id, cursor: 0, workloads: new Map() } as unknown as FakeAgent;
    for (const work of [
      () => pull.call(them),
      () => report.call(them, []),
      () => ship.call(them, []),
      () => artifact.call(them, at.packageId),
    ])
      await expect(work()).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await stateOf(at, id)).toBe("running");
});

test("an agent fetches the packages of its own workloads, in every version, and no others", async () => {
  const at = await stage();
  await running(at);
  const blobs = { presignGet: async (key: string) => `https://objects.test/${key}` };
  const agent = Object.assign(Object.create(Object.getPrototypeOf(at.agent)), at.agent, {
    ctx: { ...at.agent.ctx, ports: { ...at.agent.ctx.ports, blobs } },
  }) as FakeAgent;
  expect(await agent.artifact(at.packageId)).toEqual({ url: expect.stringContaining(at.packageId) });
  const { packageId } = await stage();
  await expect(agent.artifact(packageId)).rejects.toMatchObject({ code: "not_found" });
});

test("an agent keeps its id and its wishes when it presents itself again; its machine is entered once", async () => {
  const at = await stage();
  const { id } = await running(at);
  const again = await fakeAgent(at.agent.ctx);
  expect(again.id).toBe(at.agent.id);
  expect((await again.pull()).map(({ instanceId }) => instanceId)).toEqual([id]);
  const { nodes } = await listResources(at.owner, {});
  expect(nodes.map(({ kind }) => kind).sort()).toEqual(["cluster", "host", "vpc"]);
});
