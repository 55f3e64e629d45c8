import { expect, test } from "vitest";
import { defaultEngineLimits, limitsOf, Throttle, Turns } from "@flyloft/functions/engines";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { aService, anInstance, clientOf, find, refused } from "./registry-client.ts";
import { noLimits } from "./registry-doors.ts";
import { serve } from "./serve.ts";

const limits = { professional: noLimits, exclusive: noLimits };

async function engineOf(edition: "professional" | "exclusive", instanceQuota: number, options = {}) {
  const setting = await world();
  const engine = await anEngine(setting.owner, { edition, instanceQuota });
  const { url } = await serve(setting, engine, options);
  return clientOf({ host: "127.0.0.1", port: Number(new URL(url).port) }, "default");
}

test("an engine takes in as many instances as its size, of all tenants together, and its own count for nothing (ENG-08, ENG-09, LIM-14, LIM-15)", async () => {
  const tolerated = { more: 0 };
  const client = await engineOf("exclusive", 3, { limits, tolerated: () => tolerated.more });
  const id = await aService(client, { serviceName: "cart" });
  const [first] = await Promise.all([anInstance(client, id), anInstance(client, id)]);
  const elsewhere = { headers: { "X-Domain-Name": "other" } };
  const other = await client.post(
    "/microservices",
    { service: { serviceName: "cart" }, instances: [{ hostName: "h" }] },
    elsewhere,
  );
  expect(other.status).toBe(200);
  const path = `/microservices/${id}/instances`;
  expect(await client.post(path, { instance: { hostName: "h" } })).toMatchObject(refused("400100"));
  const back = await client.post(path, { instance: { hostName: "h", instanceId: first } });
  expect(back.status).toBe(200);
  tolerated.more = 1;
  expect((await client.post(path, { instance: { hostName: "h" } })).status).toBe(200);
  expect(await client.post(path, { instance: { hostName: "h" } })).toMatchObject(refused("400100"));
  await client.delete(`${path}/${first}`);
  expect((await client.post(path, { instance: { hostName: "h" } })).status).toBe(200);
});

test("who sends heartbeats or looks without pause is told 429 and when to come back (SVC-09)", async () => {
  const client = await engineOf("professional", 1_000);
  const id = await aService(client, { serviceName: "cart" });
  const path = `/microservices/${id}/instances/${await anInstance(client, id)}/heartbeat`;
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await client.put(path)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await client.put(path)).headers.get("Retry-After")).toBe("1");
  expect(await client.put(path)).toMatchObject(refused("429001"));
  const looks = [];
  for (let i = 0; i < 7; i++) looks.push((await find(client, "cart", "", { "X-ConsumerId": id })).status);
  expect(looks).toEqual([200, 200, 200, 200, 200, 200, 429]);
});

test("who looks without pause and says what it knows keeps that, and hears of changes when its turn comes (SVC-09)", async () => {
  const discoverySeconds = 2;
  const client = await engineOf("exclusive", 10, {
    limits: { ...limits, exclusive: { ...noLimits, discoverySeconds } },
  });
  const id = await aService(client, { serviceName: "cart" });
  const look = (rev: string) => find(client, "cart", `&rev=${rev}`, { "X-ConsumerId": id });
  const known = (await look("")).headers.get("X-Resource-Revision")!;
  for (let i = 0; i < 5; i++) await look(known);
  await anInstance(client, id);
  const early = await look(known);
  expect([early.status, early.headers.get("X-Resource-Revision")]).toEqual([304, known]);
  await expect.poll(async () => (await look(known)).status, { timeout: 15_000 }).toBe(200);
});

test("the professional engine registers ten instances a second, twice as many at once (LIM-09)", async () => {
  let now = 0;
  const throttle = new Throttle(defaultEngineLimits.professional, () => now);
  throttle.registrations(20);
  expect(() => throttle.registrations(1)).toThrow("Too many requests");
  now += 1_000;
  throttle.registrations(10);
  expect(() => throttle.registrations(1)).toThrow("Too many requests");

  const client = await engineOf("professional", 1_000);
  const body = { service: { serviceName: "cart" }, instances: Array.from({ length: 20 }, () => ({ hostName: "h" })) };
  expect((await client.post("/microservices", body)).status).toBe(200);
  expect(await client.post("/microservices", body)).toMatchObject(refused("429001"));
});

test.each([
  ["Java Chassis 2", 30, 30],
  ["Java Chassis 3 and Spring Cloud Huawei", 15, 15],
  ["Spring Cloud Huawei at its quickest in samples", 10, 11],
])("%s is never held up by the strictest limits", (_, heartbeatEvery, lookEvery) => {
  let now = 0;
  const throttle = new Throttle(defaultEngineLimits.professional, () => now);
  const [heartbeats, looks] = [new Turns(), new Turns()];
  for (; now < 3_600_000; now += 1_000) {
    if (now % (heartbeatEvery * 1_000) === 0) throttle.heartbeat(heartbeats, heartbeatEvery);
    if (now % (lookEvery * 1_000) === 0) for (let instance = 0; instance < 5; instance++) throttle.discovery(looks, 5);
  }
});

test("the limits are those of the edition and the size (LIM-07 to LIM-13)", () => {
  const of = (edition: "professional" | "exclusive", instanceQuota: number) =>
    limitsOf({ edition, instanceQuota }, defaultEngineLimits);
  expect(of("professional", 1_000)).toMatchObject({
    heartbeatSeconds: 30,
    discoverySeconds: 30,
    registrationsPerSecond: 10,
  });
  expect(of("exclusive", 2_000)).toEqual({
    heartbeatSeconds: 20,
    heartbeatsPerSecond: 2_000,
    discoverySeconds: 20,
    registrationsPerSecond: 1_000,
  });
  expect([of("exclusive", 500), of("exclusive", 100)].map((one) => one.registrationsPerSecond)).toEqual([250, 50]);
});
