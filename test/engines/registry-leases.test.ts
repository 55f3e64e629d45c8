import { type Engine, engineEntries, engineLeases, engineWatches } from "@flyloft/db";
import { and, eq, like, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { aService, anInstance, type Client, clientOf, find } from "./registry-client.ts";
import { noLimits } from "./registry-doors.ts";
import { serve } from "./serve.ts";

const setting = await world();
const { owner, db } = setting;
const limits = { professional: noLimits, exclusive: noLimits };
let engine: Engine;
let engineId: string;
let clients: Client[];
const clientAt = (url: string) => clientOf({ host: "127.0.0.1", port: Number(new URL(url).port) }, "default");

beforeAll(async () => {
  engine = await anEngine(owner);
  engineId = engine.id;
  const { urls } = await serve(setting, engine, { copies: 2, limits });
  clients = urls.map(clientAt);
});

/** As if instances had last been heard of so long ago. */
async function silentFor(seconds: number, serviceId: string) {
  const ago = sql`now() - ${seconds} * interval '1 second'`;
  const mine = like(engineEntries.key, `${serviceId}/%`);
  await db
    .update(engineEntries)
    .set({ at: ago as never })
    .where(and(eq(engineEntries.engineId, engineId), mine));
  await db
    .update(engineLeases)
    .set({ renewedAt: ago as never })
    .where(like(engineLeases.instance, `${serviceId}/%`));
}
const written = (serviceId: string) => async () =>
  (
    await db
      .select()
      .from(engineLeases)
      .where(like(engineLeases.instance, `${serviceId}/%`))
  ).length;
const names = async (client: Client, service: string) =>
  (await find(client, service)).json.instances.map((one: { hostName: string }) => one.hostName).sort();

test("a lease is written within a second or so after the registration", async () => {
  const id = await aService(clients[0]!, { serviceName: "written" });
  await anInstance(clients[0]!, id);
  await expect.poll(written(id), { timeout: 3_000 }).toBe(1);
});

test("an instance whose lease has ended is gone on every copy; one that another copy heard of stays", async () => {
  const id = await aService(clients[0]!, { serviceName: "expiring" });
  await anInstance(clients[0]!, id, { hostName: "dead" });
  const alive = await anInstance(clients[0]!, id, { hostName: "alive" });
  await expect.poll(written(id), { timeout: 3_000 }).toBe(2);
  await silentFor(119, id);
  await clients[1]!.put(`/microservices/${id}/instances/${alive}/heartbeat`);
  for (const client of clients) {
    await expect.poll(() => names(client, "expiring"), { timeout: 10_000 }).toEqual(["alive"]);
  }
});

test("when nearly all of many fall silent together they get their lease once more, and no longer", async () => {
  const others = await aService(clients[0]!, { serviceName: "together" });
  const many = Array.from({ length: 40 }, (_, index) => `host-${index}`);
  await Promise.all(many.map((hostName) => anInstance(clients[0]!, others, { hostName })));
  await expect.poll(written(others), { timeout: 3_000 }).toBe(40);
  await silentFor(130, others);
  const looks = async () => (await db.select().from(engineWatches))[0]!.watchedAt.getTime();
  const before = await looks();
  await expect.poll(async () => (await looks()) - before, { timeout: 10_000 }).toBeGreaterThan(3_500);
  expect(await names(clients[0]!, "together")).toHaveLength(40);
  await silentFor(245, others);
  await expect.poll(() => names(clients[0]!, "together"), { timeout: 10_000 }).toEqual([]);
});

test("time stands still for leases while nobody watches", async () => {
  const id = await aService(clients[0]!, { serviceName: "paused" });
  await anInstance(clients[0]!, id, { hostName: "patient" });
  await expect.poll(written(id), { timeout: 3_000 }).toBe(1);
  await db.transaction(async (tx) => {
    const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'` as never;
    await tx.update(engineWatches).set({ watchedAt: ago(3_600) });
    await tx
      .update(engineEntries)
      .set({ at: ago(3_630) })
      .where(like(engineEntries.key, `${id}/%`));
    await tx
      .update(engineLeases)
      .set({ renewedAt: ago(3_630) })
      .where(like(engineLeases.instance, `${id}/%`));
  });
  const renewed = async () =>
    (
      await db
        .select()
        .from(engineLeases)
        .where(like(engineLeases.instance, `${id}/%`))
    )[0]!.renewedAt;
  await expect.poll(async () => Date.now() - (await renewed()).getTime(), { timeout: 10_000 }).toBeLessThan(60_000);
  expect(await names(clients[0]!, "paused")).toEqual(["patient"]);
});

test("a copy knows a service and an instance that another has only just made", async () => {
  for (let round = 0; round < 20; round++) {
    const [one, other] = round % 2 ? clients : clients.toReversed();
    const id = await aService(one!, { serviceName: `fresh-${round}` });
    const instanceId = await anInstance(other!, id);
    expect((await one!.put(`/microservices/${id}/instances/${instanceId}/heartbeat`)).status).toBe(200);
    expect(await names(one!, `fresh-${round}`)).toHaveLength(1);
  }
});

test("a hundred registrations at once on two copies are all there on both", async () => {
  const id = await aService(clients[0]!, { serviceName: "crowd" });
  const hosts = Array.from({ length: 100 }, (_, index) => `h${String(index).padStart(3, "0")}`);
  await Promise.all(hosts.map((hostName, index) => anInstance(clients[index % 2]!, id, { hostName })));
  for (const client of clients) await expect.poll(() => names(client, "crowd"), { timeout: 2_000 }).toEqual(hosts);
  const revisions = await Promise.all(
    clients.map(async (one) => (await find(one, "crowd")).headers.get("X-Resource-Revision")),
  );
  expect(revisions[0]).toBe(revisions[1]);
});

test("what was made and deleted before a copy began, or heard of it, is nothing to it", async () => {
  const [one, other] = clients;
  const id = await aService(one!, { serviceName: "short" });
  const gone = () => one!.delete(`/microservices/${id}?force=true`);
  await Promise.all([anInstance(one!, id), one!.put(`/microservices/${id}/schemas/s`, { schema: "text" })]);
  await find(one!, "short", "", { "X-ConsumerId": id });
  await gone();
  const third = clientAt((await serve(setting, engine, { limits })).url);
  for (const client of [other!, third]) expect((await client.get(`/microservices/${id}`)).status).toBe(400);
  // In one step, so that others hear of both at once.
  const services = Array.from({ length: 20 }, (_, index) => ({ serviceName: `blink-${index}` }));
  const made = await Promise.all(services.map((service) => aService(one!, service)));
  await one!.delete("/microservices", { serviceIds: made, force: true });
  expect(await aService(third, { serviceName: "after" })).toHaveLength(40);
  await expect.poll(async () => (await find(other!, "after")).status, { timeout: 2_000 }).toBe(200);
});
