import {
  deleteMicroservice,
  listMicroserviceInstances,
  listMicroservices,
  openProfessionalEngines,
} from "@flyloft/functions/engines";
import { engines } from "@flyloft/db";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import { until } from "@flyloft/infra/local/wait";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { restOf } from "../kit/rest.ts";
import { type World, world } from "../kit/world.ts";
import { tally } from "./client.ts";
import { engineProcess } from "./engine-process.ts";
import { byStatus, byWho, fresh, item, list, old } from "./market.ts";
import { rulesOf } from "./rules-of.ts";
import { startFleet } from "./world.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

/** Sidecars ask again after ten seconds at the latest when the engine was away. */
const soon = { within: 30_000, every: 50 };
type Fleet = Awaited<ReturnType<typeof startFleet>>;
type Member = Awaited<ReturnType<Fleet["launch"]>>;
let at: World;
let engine: Awaited<ReturnType<typeof engineProcess>>;
let engineId: string;
let fleet: Fleet;
let rules: ReturnType<typeof rulesOf>;
let shop: Member;
let first: Member;
const settings = { MESHER_HEARTBEAT_SECONDS: "1" };

beforeAll(async () => {
  at = await world();
  await openProfessionalEngines(at.owner);
  const [row] = await at.db
    .select()
    .from(engines)
    .where(and(eq(engines.projectId, at.projectId), eq(engines.edition, "professional")));
  engineId = row!.id;
  rules = rulesOf(await restOf(at), engineId);
  engine = await engineProcess(at, { anonymous: true });
  fleet = await startFleet(engine.url);
  const contract = { ...settings, MESHER_CONTRACTS: fleet.contract };
  [shop, first] = (await Promise.all([
    fleet.join("shop", "1.0.0", settings),
    fleet.join("orders", "1.0.0", contract),
    fleet.join("orders", "1.1.0", contract),
  ])) as [Member, Member, Member];
  await until("Both", async () => Object.keys(byWho(await calls(10))).length === 2 || null, soon);
});
afterAll(async () => {
  await fleet?.close();
  await engine?.kill();
});

const calls = (count = 1000, url = list) => shop.egress.calls(count, url);
const becomes = (what: string, holds: () => Promise<boolean>) => until(what, async () => (await holds()) || null, soon);
const catalogue = async () => (await listMicroservices(at.owner, { engineId, application: "shop" })).nodes;
const online = async () =>
  (await catalogue()).map(({ name, version, online: up }) => `${name} ${version}: ${up}`).sort();

test("killed engines change nothing for those who know each other: rules stay, who dies is passed over, who comes waits", async () => {
  const weights = (share: number) => ({
    by: "weight",
    weights: [
      { version: "1.1.0", weight: share },
      { version: "1.0.0", weight: 100 - share },
    ],
  });
  const release = await rules.release("orders", "gray", weights(30));
  await becomes("The release", async () => byWho(await calls(10))[fresh] === 3);
  const outside = createServer((_request, answer) => answer.end("outside"));
  onTestFinished(() => void outside.close());
  await new Promise<void>((resolve) => outside.listen(0, resolve));
  const elsewhere = `http://${hostname()}:${(outside.address() as AddressInfo).port}/`;
  expect(byStatus(await calls(10, elsewhere))).toEqual({ 200: 10 });
  const identities = await Promise.all([shop, first].map(async (one) => (await one.status()).registered));

  await engine.kill();
  expect(byWho(await calls())).toEqual({ [old]: 700, [fresh]: 300 });
  // A name that nobody has called yet cannot be found: it is told at once, and no call hangs.
  expect(byStatus(await calls(10, "http://stock/"))).toEqual({ 503: 10 });
  const late = await fleet.launch("late", "1.0.0", settings);
  await becomes("What it says", async () => late.said.join("").includes("The registry is not reached"));

  // What was no service before is none now, long after it was last asked about.
  expect(byStatus(await calls(10, elsewhere))).toEqual({ 200: 10 });

  await engine.start();
  await late.registered();
  await becomes(
    "All of them",
    async () => (await online()).join() === "late 1.0.0: 1,orders 1.0.0: 1,orders 1.1.0: 1,shop 1.0.0: 1",
  );
  // The engine has kept what it knew: nobody had to register anew.
  expect(await Promise.all([shop, first].map(async (one) => (await one.status()).registered))).toEqual(identities);
  await becomes("A call to who came", async () => (await shop.egress.call("http://late/")).status === 200);
  await release.change(weights(100));
  await becomes("The changed release", async () => byWho(await calls(10))[fresh] === 10);
  await release.end();
  await becomes("The end of the release", async () => byWho(await calls(10))[old] === 5);
});

test("killed again and again while calls are made, none of them is lost, and changes arrive whenever it is there", async () => {
  const calling = { on: true };
  const answers: { status: number }[] = [];
  const lane = async () => {
    while (calling.on) answers.push(await shop.egress.call(item));
  };
  const lanes = [lane(), lane(), lane()];
  const made = await rules.create("load_balancing", "shop", { microservice: "orders", algorithm: "random" });
  for (const algorithm of ["round_robin", "random", "round_robin"]) {
    await engine.kill();
    await made.change({ microservice: "orders", algorithm });
    await engine.start();
  }
  await becomes("A rule of now", async () => byWho(await calls(20))[old] === 10);
  calling.on = false;
  await Promise.all(lanes);
  expect(answers.length).toBeGreaterThan(1000);
  expect(tally(answers, ({ status }) => status)).toEqual({ 200: answers.length });
});

test("what the engine has lost registers again: instances that were taken away, and services with all that is theirs", async () => {
  const before = (await first.status()).registered;
  const { serviceId, instanceId } = before;
  const gone = await fetch(`${engine.url}/v4/default/registry/microservices/${serviceId}/instances/${instanceId}`, {
    method: "DELETE",
  });
  expect(gone.status).toBe(200);
  await becomes("Another instance", async () => (await first.status()).registered.instanceId !== instanceId);
  // At once, although the engine was away a moment ago.
  expect(first.said.join("")).not.toContain("The registry is not reached: The engine answered 400");
  await becomes("It in the catalogue", async () => (await online()).includes("orders 1.0.0: 1"));
  expect((await first.status()).registered.serviceId).toBe(serviceId);

  // As an operator does who cleans up too much while the engine is away from its clients.
  await engine.kill();
  await deleteMicroservice(at.owner, { engineId, serviceId });
  expect(byStatus(await calls())).toEqual({ 200: 1000 });
  await engine.start();
  await becomes("The service again", async () => (await online()).includes("orders 1.0.0: 1"));
  const [again] = (await catalogue()).filter(({ version }) => version === "1.0.0");
  expect(again).toMatchObject({ registeredBy: "SIDECAR" });
  const orders = (await catalogue()).find(({ name, version }) => name === "orders" && version === "1.0.0")!;
  expect(orders.contracts).toEqual(["orders"]);
  const { nodes } = await listMicroserviceInstances(at.owner, { engineId, serviceId: orders.id });
  expect(nodes.map(({ endpoints }) => endpoints)).toEqual([[`rest://127.0.0.1:${first.ports.ingress}`]]);
  await becomes("Calls to both", async () => byWho(await calls(20))[old] === 10);
  expect(byStatus(await calls())).toEqual({ 200: 1000 });
});
