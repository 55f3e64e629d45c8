import { engineEntries, engineHosts, engineListeners, engines, listenerReports } from "@flyloft/db";
import {
  closeEnginePublicAccess,
  createEngine,
  deleteEngine,
  deleteFailedEngines,
  type Engine,
  getEngine,
  judgeEngines,
  listEngineOperations,
  listEngines,
  loadAddressesOf,
  openEnginePublicAccess,
  resizeEngine,
  retryEngine,
  setEngineAuthentication,
  updateEngine,
  upgradeEngine,
} from "@flyloft/functions/engines";
import {
  createEnvironment,
  deleteResource,
  listResources,
  registerResource,
  updateEnvironment,
} from "@flyloft/functions/environments";
import type { Ctx } from "@flyloft/functions/kernel";
import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { anEngine } from "./an-engine.ts";
import { aHost } from "./a-host.ts";
import { lastOperation, type LifeStage, lifeStage, logOf, served, serves, through, wanted } from "./life-stage.ts";

const stages: LifeStage[] = [];
const stage = async (given?: Parameters<typeof lifeStage>[0]) => {
  const made = await lifeStage(given);
  stages.push(made);
  return made;
};
// Ports are of the whole machine, and hosts of the whole installation.
afterEach(async () => {
  for (const { host, db } of stages.splice(0)) {
    await host.end();
    await db.delete(engineHosts);
    await db.delete(engines);
  }
});

const addressesOf = async (ctx: Ctx, { id }: Pick<Engine, "id">) => (await loadAddressesOf(ctx, [id]))[0]!;
const urlsOf = async (ctx: Ctx, engine: Pick<Engine, "id">) => (await addressesOf(ctx, engine)).map(({ url }) => url);
const aPublicIp = ({ owner, vpc }: LifeStage, name = "outside", address = "127.0.0.2") =>
  registerResource(owner, { kind: "public_ip", name, vpcId: vpc.id, attributes: { address } });

describe("creating", () => {
  const story = ["wish 1", "observed 1", "ask 1", "judge 1"];

  test.each([undefined, ...story])(
    "provides an engine once that answers at its address, and puts it into the inventory; killed after %s (ENG-03, ENG-04, ENG-10)",
    async (killAfter) => {
      const at = await stage();
      const { id } = await createEngine(at.owner, wanted(at));
      const { steps, operation } = await through(at, id, { killAfter });
      expect(steps.slice(0, 4)).toEqual(story);
      expect(operation).toMatchObject({ kind: "create", state: "succeeded", failure: null });
      const engine = await getEngine(at.owner, { engineId: id });
      expect(engine).toMatchObject({ state: "available", failure: null, operationId: null, version: "1.1.0" });
      expect(await urlsOf(at.owner, engine)).toEqual(at.host.urls());
      expect(at.host.urls()).toHaveLength(1);
      const { nodes } = await listResources(at.owner, { kind: "engine" });
      expect(nodes.map((one) => [one.id, one.name])).toEqual([[engine.resourceId, "orders"]]);
    },
  );

  test("for high availability gives two addresses, and with an IPv6 VPC one of each family for each (ENG-05, ENG-13, ENG-21)", async () => {
    const at = await stage({ ipv6: true });
    const engine = await served(at, { specification: "ha", zones: ["zone-1", "zone-2"] });
    expect((await addressesOf(at.owner, engine)).map(({ scope, family }) => `${scope} ${family}`)).toEqual([
      "private ipv4",
      "private ipv6",
      "private ipv4",
      "private ipv6",
    ]);
    expect(new Set(engine.ports).size).toBe(2);
  });

  test("takes another port where one is taken by something else", async () => {
    const at = await stage();
    const other = aHost(at.owner, { id: "other" });
    const first = await served(at);
    // The same port for an engine of which the installation knows nothing more.
    await at.db.delete(engines).where(eq(engines.id, first.id));
    await at.db.delete(engineHosts);
    const { id } = await createEngine(at.owner, wanted(at, { name: "second" }));
    const { operation } = await through({ ...at, host: other }, id);
    expect(operation.state).toBe("succeeded");
    expect((await logOf(at.owner, operation.id)).join("\n")).toContain(
      `Port ${first.ports[0]} is taken by something else`,
    );
    await other.end();
  });

  test("that a service refuses fails with the code and message of that service unchanged, and can be tried again (ENG-11, ERR-15)", async () => {
    const at = await stage();
    const { id } = await createEngine(at.owner, wanted(at));
    const inner = { code: "CCE_CM.0307", message: "insufficient volume quota", service: "SVCSTG.00500400" };
    at.host.settings.refuse = inner;
    const { operation } = await through(at, id);
    expect(operation).toMatchObject({ state: "failed", failure: inner });
    expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "creation_failed", failure: inner });
    expect(await urlsOf(at.owner, { id })).toEqual([]);
    at.host.settings.refuse = null;
    await retryEngine(at.owner, { engineId: id });
    expect((await through(at, id)).operation.state).toBe("succeeded");
    expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "available", failure: null });
  });

  test("does not believe a listener that does not answer", async () => {
    const at = await stage({ answer: 503 });
    const { id } = await createEngine(at.owner, wanted(at));
    const { operation } = await through(at, id);
    expect(operation).toMatchObject({ state: "failed", failure: { code: "HTTP 503", service: "engine" } });
  });

  test("fails in words when nothing serves engines", async () => {
    const at = await stage();
    const { id } = await createEngine(at.owner, wanted(at));
    const { operation } = await through(at, id, { play: async () => {} });
    expect(operation.failure).toMatchObject({ code: "ENGINE_HOST.SILENT" });
    expect(operation.failure!.message).toContain("start one");
  });

  test("refuses a name that is taken, zones that do not fit, sizes that there are not, and networks that do not belong together (ENG-04 to ENG-08, LIM-16)", async () => {
    const at = await stage();
    await served(at);
    const other = await registerResource(at.owner, { kind: "vpc", name: "other", attributes: { cidr: "10.1.0.0/16" } });
    const refused = (given: Parameters<typeof wanted>[1]) =>
      createEngine(at.owner, wanted(at, { name: "second", ...given })).catch(
        (error) => error.details.fields ?? error.code,
      );
    expect(await refused({ name: "orders" })).toEqual({ name: ["Taken"] });
    expect(await refused({ zones: ["a", "b"] })).toHaveProperty("zones");
    expect(await refused({ specification: "ha", zones: ["a", "b", "c"] })).toHaveProperty("zones");
    expect(await refused({ specification: "ha", zones: ["a", "a"] })).toHaveProperty("zones");
    expect(await refused({ instanceQuota: 200 })).toHaveProperty("instanceQuota");
    expect(await refused({ vpcId: other.id })).toHaveProperty("subnetId");
    expect(await refused({ vpcId: at.subnet.id })).toHaveProperty("vpcId");
    expect(await refused({ subnetId: at.vpc.id })).toHaveProperty("subnetId");
    expect((await listEngines(at.owner, {})).nodes).toHaveLength(1);
  });

  test("that failed is cleaned up at 18:00 UTC, and what serves is not (ENG-11, LIM-18, ERR-25)", async () => {
    const at = await stage();
    await served(at);
    const { id } = await createEngine(at.owner, wanted(at, { name: "second" }));
    at.host.settings.refuse = { code: "X", message: "no", service: "test" };
    await through(at, id);
    expect(await deleteFailedEngines(at.owner)).toBe(1);
    at.host.settings.refuse = null;
    await through(at, id);
    expect((await listEngines(at.owner, {})).nodes.map(({ name }) => name)).toEqual(["orders"]);
    expect(await lastOperation(at.owner, id)).toMatchObject({
      kind: "delete",
      state: "succeeded",
      startedBy: "system",
    });
  });
});

/** How many of an engine's addresses stay open while its host does what is wished now. */
const untouched = ({ db }: LifeStage, engineId: string) =>
  db.$count(
    db
      .select()
      .from(engineListeners)
      .innerJoin(listenerReports, eq(listenerReports.listenerId, engineListeners.id))
      .where(and(eq(engineListeners.engineId, engineId), eq(engineListeners.generation, listenerReports.generation)))
      .as("untouched"),
  );

describe("changing", () => {
  test("resizes upwards only (ENG-14)", async () => {
    const at = await stage();
    const { id } = await served(at, { instanceQuota: 500 });
    for (const instanceQuota of [100, 500])
      await expect(resizeEngine(at.owner, { engineId: id, instanceQuota })).rejects.toMatchObject({ code: "invalid" });
    expect(await resizeEngine(at.owner, { engineId: id, instanceQuota: 2000 })).toMatchObject({ state: "changing" });
    await expect(resizeEngine(at.owner, { engineId: id, instanceQuota: 2000 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await through(at, id)).operation.state).toBe("succeeded");
    expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ instanceQuota: 2000, state: "available" });
  });

  test("that fails leaves its size and who is let in as they were, and can be tried again (ENG-12, ENG-14, ENG-15)", async () => {
    const at = await stage();
    const { id } = await served(at, { instanceQuota: 100 });
    const rootPassword = "Abcdef1!";
    for (const [begin, before, after] of [
      [
        () => resizeEngine(at.owner, { engineId: id, instanceQuota: 500 }),
        { instanceQuota: 100 },
        { instanceQuota: 500 },
      ],
      [
        () => setEngineAuthentication(at.owner, { engineId: id, enabled: true, rootPassword }),
        { authentication: false },
        { authentication: true },
      ],
    ] as const) {
      at.host.settings.refuse = { code: "X", message: "no", service: "test" };
      await begin();
      expect((await through(at, id)).operation.state).toBe("failed");
      expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "change_failed", ...before });
      at.host.settings.refuse = null;
      await retryEngine(at.owner, { engineId: id });
      expect((await through(at, id)).operation.state).toBe("succeeded");
      expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "available", ...after });
    }
  });

  test("its description changes, its name does not", async () => {
    const at = await stage();
    const { id } = await served(at);
    const given = { engineId: id, description: "of orders", name: "other" } as never;
    expect(await updateEngine(at.owner, given)).toMatchObject({ description: "of orders", name: "orders" });
  });

  test.each([undefined, "wish 1", "ask 1", "judge 1", "wish 2", "judge 2", "judge 3"])(
    "an upgrade goes from place to place, so that an address always answers, and migrates what it holds; killed after %s (ENG-23, ENG-24)",
    async (killAfter) => {
      const at = await stage();
      const made = await served(at, { specification: "ha", zones: ["a", "b"] });
      await at.db.update(engines).set({ version: "1.0.0", format: 1 }).where(eq(engines.id, made.id));
      await upgradeEngine(at.owner, { engineId: made.id, version: "1.1.0" });
      const open: number[] = [];
      const { operation, steps } = await through(at, made.id, {
        killAfter,
        play: async (host) => {
          open.push(await untouched(at, made.id));
          await host.obey();
        },
      });
      expect(operation.state).toBe("succeeded");
      expect(Math.min(...open)).toBeGreaterThanOrEqual(1);
      if (!killAfter) expect(steps.filter((id) => id.startsWith("judge"))).toHaveLength(3);
      expect(await getEngine(at.owner, { engineId: made.id })).toMatchObject({ version: "1.1.0", state: "available" });
      const roles = await at.db.select().from(engineEntries).where(eq(engineEntries.engineId, made.id));
      expect(roles.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual(["role admin", "role developer"]);
      await expect(upgradeEngine(at.owner, { engineId: made.id, version: "1.1.0" })).rejects.toMatchObject({
        code: "conflict",
      });
    },
  );

  test("the public IP must be free, the warning read, and the engine one's own and available (ENG-20)", async () => {
    const at = await stage();
    const { id } = await served(at);
    const ip = await aPublicIp(at);
    const given = { engineId: id, publicIpId: ip.id };
    await expect(openEnginePublicAccess(at.owner, given)).rejects.toMatchObject({
      code: "blocked",
      message: expect.stringContaining("Not for production"),
    });
    await openEnginePublicAccess(at.owner, { ...given, acknowledged: true });
    expect((await through(at, id)).operation.state).toBe("succeeded");
    const [inside, outside] = await addressesOf(at.owner, { id });
    expect(outside).toEqual({ url: inside!.url.replace("127.0.0.1", "127.0.0.2"), scope: "public", family: "ipv4" });
    expect((await fetch(outside!.url)).status).toBe(200);
    const second = await served(at, { name: "second" });
    const taken = openEnginePublicAccess(at.owner, { engineId: second.id, publicIpId: ip.id, acknowledged: true });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    await expect(deleteResource(at.owner, { resourceId: ip.id })).rejects.toMatchObject({ code: "blocked" });
    await closeEnginePublicAccess(at.owner, { engineId: id });
    await through(at, id);
    expect(await urlsOf(at.owner, { id })).toEqual([inside!.url]);
    expect((await getEngine(at.owner, { engineId: id })).publicIpId).toBeNull();
    await deleteResource(at.owner, { resourceId: ip.id });
  });

  test("a public IP that is not this machine's fails with the system's own words; closing is the way back", async () => {
    const at = await stage();
    const { id } = await served(at);
    const ip = await aPublicIp(at, "elsewhere", "203.0.113.7");
    await openEnginePublicAccess(at.owner, { engineId: id, publicIpId: ip.id, acknowledged: true });
    const { operation } = await through(at, id);
    expect(operation.failure).toMatchObject({ code: "EADDRNOTAVAIL", message: expect.stringContaining("203.0.113.7") });
    expect((await getEngine(at.owner, { engineId: id })).state).toBe("change_failed");
    await closeEnginePublicAccess(at.owner, { engineId: id });
    await through(at, id);
    expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "available", publicIpId: null });
  });

  test("nothing of this is done to the professional engine (ENG-02)", async () => {
    const at = await stage();
    const { id } = await anEngine(at.owner, { edition: "professional", name: "Cloud Service Engine" });
    for (const attempt of [
      () => resizeEngine(at.owner, { engineId: id, instanceQuota: 2000 }),
      () => upgradeEngine(at.owner, { engineId: id, version: "1.1.0" }),
      () => deleteEngine(at.owner, { engineId: id, confirm: "DELETE" }),
      () => closeEnginePublicAccess(at.owner, { engineId: id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("deleting", () => {
  const story = ["wish 1", "observed 1", "ask 1", "judge 1"];
  test.each([undefined, ...story])(
    "leaves nothing of it and nobody listening; killed after %s (ENG-22, ENG-25)",
    async (killAfter) => {
      const at = await stage();
      const { id, resourceId } = await served(at);
      await expect(deleteEngine(at.owner, { engineId: id, confirm: "delete" })).rejects.toMatchObject({
        code: "invalid",
      });
      await deleteEngine(at.owner, { engineId: id, confirm: "DELETE" });
      const { operation } = await through(at, id, { killAfter });
      expect(operation.state).toBe("succeeded");
      expect(at.host.urls()).toEqual([]);
      await expect(getEngine(at.owner, { engineId: id })).rejects.toMatchObject({ code: "not_found" });
      const { nodes } = await listResources(at.owner, {});
      expect(nodes.map((one) => one.id)).not.toContain(resourceId);
      const { nodes: done } = await listEngineOperations(at.owner, { engineId: id });
      expect(done.map(({ kind, state, engineName }) => [kind, state, engineName])).toEqual([
        ["delete", "succeeded", "orders"],
        ["create", "succeeded", "orders"],
      ]);
    },
  );

  test("is refused while an environment has it, and its entry in the inventory goes with it only (ENG-25)", async () => {
    const at = await stage();
    const engine = await served(at);
    const cluster = await registerResource(at.owner, {
      kind: "cluster",
      name: "cluster",
      vpcId: at.vpc.id,
      attributes: { engine: "process" },
    });
    const environment = await createEnvironment(at.owner, {
      name: "test",
      vpcId: at.vpc.id,
      resourceIds: [cluster.id, engine.resourceId!],
    });
    const attempt = () => deleteEngine(at.owner, { engineId: engine.id, confirm: "DELETE" });
    await expect(attempt()).rejects.toMatchObject({ code: "blocked", details: { environments: ["test"] } });
    await updateEnvironment(at.owner, { environmentId: environment.id, removeResourceIds: [engine.resourceId!] });
    await expect(deleteResource(at.owner, { resourceId: engine.resourceId! })).rejects.toMatchObject({
      code: "blocked",
      details: { engines: ["orders"] },
    });
    await attempt();
    await through(at, engine.id);
    expect((await listEngines(at.owner, {})).nodes).toEqual([]);
  });

  test("goes through although every host is dead", async () => {
    const at = await stage();
    const { id } = await served(at);
    await at.host.end();
    await deleteEngine(at.owner, { engineId: id, confirm: "DELETE" });
    expect((await through(at, id, { play: async () => {} })).operation.state).toBe("succeeded");
  });
});

test("an engine nobody listens to is unavailable, and available again by itself (ENG-12)", async () => {
  const at = await stage();
  const { id } = await served(at);
  at.clock.offset += 120_000;
  await judgeEngines(at.owner);
  expect(await getEngine(at.owner, { engineId: id })).toMatchObject({
    state: "unavailable",
    failure: { code: "ENGINE_HOST.GONE" },
  });
  expect(await urlsOf(at.owner, { id })).toEqual([]);
  await serves(at.host, 1);
  await judgeEngines(at.owner);
  expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "available", failure: null });
});
