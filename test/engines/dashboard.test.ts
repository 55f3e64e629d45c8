import { engineSamples } from "@flyloft/db";
import { followDashboard, getDashboard, getDashboardService, listDashboardFigures } from "@flyloft/functions/engines";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { allowing, world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { rawRequest } from "./raw-request.ts";
import { serve } from "./serve.ts";

const setting = await world();
const { owner, db } = setting;

let engineId: string;
let urls: string[];
beforeEach(async () => {
  const engine = await anEngine(owner, { instanceQuota: 1 });
  engineId = engine.id;
  urls = (await serve(setting, engine, { copies: 2 })).urls;
});

const tell = (body: unknown, { path = "/v2/default/csemonitor/metric?service=cart", copy = 0 } = {}) =>
  rawRequest(`${urls[copy]}${path}`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
const operation = (name: string, given: object = {}) => ({
  name,
  desc: name,
  qps: 10,
  latency: 20,
  l995: 0,
  l99: 0,
  l90: 0,
  l75: 0,
  l50: 0,
  l25: 0,
  l5: 0,
  rate: 1,
  failureRate: 0,
  total: 100,
  circuitBreakerOpen: false,
  failure: 0,
  shortCircuited: 0,
  semaphoreRejected: 0,
  threadPoolRejected: 0,
  countTimeout: 0,
  ...given,
});
const java = (instanceId: string, interfaces: object[], given: object = {}) => ({
  appId: "shop",
  version: "1.0.0",
  name: "cart",
  environment: "production",
  instance: "host-1",
  serviceId: "s",
  instanceId,
  threadCount: 40,
  cpu: 0.25,
  loadAverage: 1.5,
  uptime: 60_000,
  memory: {
    heapInit: 1,
    headMax: 4096,
    heapCommit: 2048,
    heapUsed: 1024,
    nonHeapInit: 1,
    nonHeapCommit: 2,
    nonHeapUsed: 3,
  },
  customs: {},
  interfaces,
  ...given,
});
const go = (instanceId: string, one: object) => ({
  appId: "shop",
  version: "2.0.0",
  name: "gate",
  environment: "",
  instance: "host-2",
  instanceId,
  thread: 12,
  cpu: 0.5,
  memory: { heapAlloc: 10, heapSys: 20, heapIdle: 5, heapInUse: 15, heapReleased: 1, heapObjects: 99 },
  interfaces: [one],
});
const silence = (seconds: number) =>
  db
    .update(engineSamples)
    .set({ at: sql`now() - ${seconds} * interval '1 second'` })
    .where(eq(engineSamples.engineId, engineId));
const look = (given: object = {}) => getDashboard(owner, { engineId, ...given });

describe("a sample", () => {
  test("is taken with an empty 200 at both addresses, and seen by everybody within a second", async () => {
    const reply = await tell(java("i1", [operation("Provider.cart.s.add")]));
    expect([reply.status, reply.text, reply.headers["Content-Type"]]).toEqual([200, "", "text/plain; charset=UTF-8"]);
    const began = performance.now();
    expect((await look()).services).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(1000);
    expect((await tell({ data: java("i2", []) }, { path: "/csemonitor/v1/metric?service=cart" })).status).toBe(200);
    expect((await look()).services[0]).toMatchObject({ service: "cart", instances: 2, throughput: 10 });
  });

  test("of nobody is 400001; numbers that are none count as nothing, and more than all calls cannot have failed", async () => {
    for (const body of [{}, [], "[]", { name: "cart" }])
      expect((await tell(body, { path: "/v2/default/csemonitor/metric" })).json.errorCode).toBe("400001");
    const odd = {
      qps: "5",
      latency: null,
      total: 10,
      failureRate: 1.8,
      failure: 18,
      l99: -1,
      circuitBreakerOpen: "yes",
    };
    await tell(java("i1", [operation("Provider.a.b.c", odd), null!, operation("")], { memory: null, cpu: "NaN" }));
    expect((await look()).services[0]).toMatchObject({
      throughput: 5,
      latencyMs: 0,
      calls: 10,
      failedCalls: 10,
      errorRate: 1,
      successRate: 0,
      p99Ms: null,
      breakerOpen: false,
    });
  });

  test("takes the place of the one before; another engine, domain or project keeps its own", async () => {
    await tell(java("i1", [operation("Provider.a.b.c"), operation("Provider.a.b.d")]));
    await tell(java("i1", [operation("Provider.a.b.c", { qps: 3 })]), { copy: 1 });
    await tell(java("i2", [operation("Provider.a.b.c")]), { path: "/v2/other/csemonitor/metric" });
    const { operations } = await getDashboardService(owner, {
      engineId,
      application: "shop",
      service: "cart",
      environment: "production",
    });
    expect(operations.map(({ name, throughput }) => [name, throughput])).toEqual([["a.b.c", 3]]);
    const another = await anEngine(owner);
    expect(await getDashboard(owner, { engineId: another.id })).toEqual({ applications: [], services: [] });
  });

  test("is not taken from more instances than an engine could ever have, and goes on being taken from those known", async () => {
    const filled = Array.from({ length: 25 }, (_, i) => java(`i${i}`, []));
    for (const one of filled) expect((await tell(one)).status).toBe(200);
    const kept = await db.$count(engineSamples, eq(engineSamples.engineId, engineId));
    expect(kept).toBeLessThan(25);
    expect((await tell(java("i0", [operation("Provider.a.b.c", { qps: 7 })]))).status).toBe(200);
    expect((await look()).services[0]).toMatchObject({ throughput: 7 });
  });
});

describe("a card", () => {
  test("adds throughput, weighs latency by it and failures by calls, and knows of any open breaker (DSH-02)", async () => {
    await tell(java("i1", [operation("Provider.a.b.c", { qps: 30, latency: 10, total: 300, failureRate: 0.1 })]));
    const broken = operation("Consumer.other.b.c", { qps: 1000, circuitBreakerOpen: true });
    await tell(
      java("i2", [operation("Provider.a.b.c", { qps: 10, latency: 50, total: 100, failureRate: 0.5 }), broken]),
    );
    expect((await look()).services).toEqual([
      {
        application: "shop",
        service: "cart",
        environment: "production",
        versions: ["1.0.0"],
        instances: 2,
        silentInstances: 0,
        lastAt: expect.any(Date),
        throughput: 40,
        latencyMs: 20,
        p50Ms: null,
        p90Ms: null,
        p99Ms: null,
        calls: 400,
        failedCalls: 80,
        errorRate: 0.2,
        successRate: 0.8,
        breakerOpen: true,
      },
    ]);
  });

  test("has percentiles where they are measured, weighed by the calls of those that measure", async () => {
    await tell(java("i1", [operation("Provider.a.b.c", { qps: 30, l50: 10, l90: 20, l99: 30 })]));
    await tell(java("i2", [operation("Provider.a.b.c", { qps: 10, l50: 50, l90: 60, l99: 70 })]));
    await tell(java("i3", [operation("Provider.a.b.c", { qps: 1000 })]));
    expect((await look()).services[0]).toMatchObject({ p50Ms: 20, p90Ms: 30, p99Ms: 40 });
  });

  test("of a service that serves nothing tells what it calls; the reports of one Go instance are one (protocol §5)", async () => {
    await tell(go("g1", operation("Consumer.cart.s.add", { qps: 1 })));
    await tell(go("g1", operation("Consumer.cart.s.drop", { qps: 2 })), { copy: 1 });
    await tell(go("g1", operation("Consumer.cart.s.add", { qps: 5 })));
    expect((await look()).services).toMatchObject([
      { service: "gate", instances: 1, throughput: 7, versions: ["2.0.0"] },
    ]);
    const view = { engineId, application: "shop", service: "gate" };
    const { instances, operations } = await getDashboardService(owner, view);
    expect(instances).toMatchObject([{ instanceId: "g1", threads: 12, cpu: 0.5, throughput: 7 }]);
    expect(Object.fromEntries(instances[0]!.memory.map(({ name, bytes }) => [name, bytes]))).toMatchObject({
      heapAlloc: 10,
      heapObjects: 99,
    });
    expect(operations.map(({ name, direction, throughput }) => [name, direction, throughput])).toEqual([
      ["cart.s.add", "called", 5],
      ["cart.s.drop", "called", 2],
    ]);
  });

  test("counts an instance as silent after three missed intervals, and no longer adds what it said", async () => {
    await tell(java("i1", [operation("Provider.a.b.c")]));
    await silence(29);
    expect((await look()).services[0]).toMatchObject({ instances: 1, silentInstances: 0 });
    await silence(31);
    expect((await look()).services[0]).toMatchObject({
      instances: 0,
      silentInstances: 1,
      throughput: 0,
      latencyMs: null,
      successRate: null,
    });
    // One that tells of itself every five seconds is silent sooner.
    await silence(5);
    await tell(java("i1", [operation("Provider.a.b.c")]));
    await silence(16);
    expect((await look()).services[0]).toMatchObject({ silentInstances: 1 });
  });

  test("is chosen by application, environment and a part of its name (DSH-01), and sorted as wanted (DSH-03)", async () => {
    const named = (name: string, given: object, more: object = {}) =>
      tell(java(`${name}-1`, [operation("Provider.a.b.c", given)], { name, ...more }));
    await named("cart", { qps: 1, latency: 90, failureRate: 0.1 });
    await named("basket", { qps: 3, latency: 10, failureRate: 0.5 });
    await named("Order", { qps: 2, latency: 50 });
    await named("mail", {}, { appId: "office", environment: "" });
    const names = async (given: object) => (await look(given)).services.map(({ service }) => service);
    expect((await look()).applications).toEqual(["office", "shop"]);
    expect(await names({ application: "shop" })).toEqual(["basket", "cart", "Order"]);
    expect(await names({ environment: "" })).toEqual(["mail"]);
    expect(await names({ search: "AR" })).toEqual(["cart"]);
    expect(await names({ application: "shop", sort: "throughput" })).toEqual(["basket", "Order", "cart"]);
    expect(await names({ application: "shop", sort: "latency" })).toEqual(["cart", "Order", "basket"]);
    expect(await names({ application: "shop", sort: "error_rate" })).toEqual(["basket", "cart", "Order"]);
    expect(await names({ sort: "throughput", first: 1 })).toEqual(["mail"]);
  });
});

test("an instance in detail tells of its process in the words of its runtime; Java's misspelt maximum is mended", async () => {
  await tell(java("i1", [operation("Provider.a.b.c", { countTimeout: 2, shortCircuited: 1, semaphoreRejected: 3 })]));
  const view = { engineId, application: "shop", service: "cart", environment: "production" };
  const { instances, operations } = await getDashboardService(owner, view);
  expect(instances).toMatchObject([
    {
      instanceId: "i1",
      host: "host-1",
      version: "1.0.0",
      silent: false,
      cpu: 0.25,
      threads: 40,
      uptimeMs: 60_000,
      loadAverage: 1.5,
    },
  ]);
  expect(instances[0]!.memory).toEqual(
    expect.arrayContaining([
      { name: "heapMax", bytes: 4096 },
      { name: "heapUsed", bytes: 1024 },
    ]),
  );
  expect(operations).toMatchObject([{ name: "a.b.c", direction: "served", timeouts: 2, rejected: 4 }]);
});

test("who may look at the registry may look at the dashboard; who may neither may not (IAM-19)", async () => {
  const may = (...actions: string[]) => setting.as({ statements: [allowing(actions, `account/${setting.accountId}`)] });
  const registry = ["cse:engine:list", "cse:engine:get", "cse:registry:get"];
  expect(await getDashboard(may(...registry), { engineId })).toBeDefined();
  await expect(getDashboard(may("cse:engine:list", "cse:engine:get"), { engineId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("it costs the same statements however many tell of themselves, and every figure is explained", async () => {
  const query = `query ($engineId: ID!) {
    dashboard(engineId: $engineId) { services { service throughput successRate } }
    dashboardService(engineId: $engineId, application: "shop", service: "cart", environment: "production") {
      operations { name latencyMs } instances { instanceId memory { name bytes } }
    }
  }`;
  const cost = async () => {
    setting.statements.length = 0;
    expect((await ask(owner, query, { engineId })).errors).toBeUndefined();
    return setting.statements.length;
  };
  await tell(java("i1", [operation("Provider.a.b.c")]));
  const forOne = await cost();
  for (const one of ["i2", "i3", "i4"]) await tell(java(one, [operation("Provider.a.b.c")], { name: one }));
  expect(await cost()).toBe(forOne);
  const explained = (await listDashboardFigures(owner, {})).map(({ figure }) => figure);
  const [card] = (await look()).services;
  const named = Object.keys(card!).filter(
    (key) => typeof (card as any)[key] === "number" || (card as any)[key] === null,
  );
  expect(named.filter((figure) => !explained.includes(figure) && !["calls", "failedCalls"].includes(figure))).toEqual(
    [],
  );
});

test("a subscription shows it at once, then as it changes, and ends at once when nobody listens", async () => {
  const seen = await followDashboard(owner, { engineId, sort: "name", first: 10 });
  expect((await seen.next()).value).toEqual({ applications: [], services: [] });
  const next = seen.next();
  const began = performance.now();
  await tell(java("i1", [operation("Provider.a.b.c")]));
  expect((await next).value.services).toMatchObject([{ service: "cart" }]);
  expect(performance.now() - began).toBeLessThan(2000);
  const pending = seen.next();
  await seen.return!();
  expect(await pending).toMatchObject({ done: true });
  await expect(followDashboard(setting.nobody, { engineId, sort: "name", first: 10 })).rejects.toMatchObject({
    code: "forbidden",
  });
});
