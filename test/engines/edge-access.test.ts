import { createHmac } from "node:crypto";
import { accessKeys, engineEntries, engineLeases, engines, engineWatches, openDatabase, projects } from "@flyloft/db";
import { type Ctx, makeNewId } from "@flyloft/functions/kernel";
import { freePort } from "@flyloft/infra/local/ports";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Runtime, start, startCopy } from "../edge/runtimes.ts";
import { aServer } from "./a-server.ts";
import { anEngine, aWish } from "./an-engine.ts";
import { aService, anInstance, clientOf, find, refused } from "./registry-client.ts";

describe("engines on the edge, reached by host name", { timeout: 60_000 }, () => {
  let runtime: Runtime;
  let database: ReturnType<typeof openDatabase>;
  let ctx: Ctx;
  beforeAll(async () => {
    runtime = await start("edge");
    database = openDatabase(runtime.databaseUrl);
    const { db } = database;
    const [project] = await db.select().from(projects);
    ctx = {
      db,
      newId: makeNewId(() => new Date()),
      actor: { projectId: project!.id, name: "owner" },
    } as unknown as Ctx;
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await runtime?.stop();
  });
  const at = (engineId: string, { port } = runtime) =>
    clientOf({ host: `${engineId.replace("_", "-")}.engines.test`, port }, "default");
  const services = (engineId: string, headers = {}) => at(engineId).get("/microservices", { headers });
  const served = async (given: Parameters<typeof anEngine>[1] = {}) => {
    const engine = await anEngine(ctx, given);
    await aWish(ctx, engine);
    return engine;
  };

  test("an engine with authentication refuses who has no token", async () => {
    const guarded = await served({ authentication: true });
    expect(await services(guarded.id)).toMatchObject({ status: 401, json: { errorCode: "401204" } });
    const open = await served();
    expect(await services(open.id)).toMatchObject({ status: 200 });
  });

  test("the shared engine lets in who shows credentials of its project, and nobody else; a key that is gone counts no more", async () => {
    const [professional] = await ctx.db.select().from(engines).where(eq(engines.edition, "professional"));
    const shared = professional ?? (await anEngine(ctx, { edition: "professional" }));
    const [project] = await ctx.db.select().from(projects).where(eq(projects.id, shared.projectId));
    expect(await services(shared.id)).toMatchObject({ status: 401 });
    const { keyId: id, secret } = runtime.agentKey;
    const signature = createHmac("sha256", secret).update(id).digest("hex");
    const headers = { "X-Service-AK": id, "X-Service-ShaAKSK": signature, "X-Service-Project": project!.name };
    expect(await services(shared.id, headers)).toMatchObject({ status: 200 });
    expect(await services(shared.id, { ...headers, "X-Service-ShaAKSK": "00" })).toMatchObject({ status: 401 });
    await ctx.db.delete(accessKeys).where(eq(accessKeys.id, id));
    const status = async () => (await services(shared.id, headers)).status;
    await expect.poll(status, { timeout: 10_000, interval: 200 }).toBe(401);
  });

  test.each([
    ["available", "open", 200],
    ["unavailable", "open", 200],
    ["change_failed", "open", 200],
    ["upgrading", "open", 200],
    ["creating", "open", 200],
    ["creation_failed", "closed", 503],
    ["available", "closed", 503],
    ["deleting", "closed", 404],
    ["deleting", "open", 404],
  ] as const)(
    "an engine that is %s, its address wished %s, is answered %i; a process on Node serves the same",
    async (state, wish, status) => {
      const engine = await anEngine(ctx, { state });
      const port = await freePort();
      await aWish(ctx, engine, { wish, port });
      expect((await services(engine.id)).status).toBe(status);
      if (status === 404) return;
      const server = await aServer({ databaseUrl: runtime.databaseUrl, secretKeys: runtime.env.SECRET_KEYS });
      const onNode = () =>
        clientOf({ host: "127.0.0.1", port }, "default")
          .get("/microservices")
          .then(
            (answer) => answer.status,
            () => "nobody listens",
          );
      const heard = async () =>
        (
          await ctx.db
            .execute(sql`select 1 from engine_listener_reports r join engine_listeners l on l.id = r.listener_id
        where l.engine_id = ${engine.id}`)
        ).length;
      await expect.poll(heard, { timeout: 10_000 }).toBe(1);
      expect(await onNode()).toBe(status === 200 ? 200 : "nobody listens");
      await server.stop();
    },
  );

  test("who polls the older configuration protocol is never told what it would not survive", async () => {
    const engine = await anEngine(ctx);
    const polled = (engineId: string) =>
      at(engineId).ask("GET", "/v3/default/configuration/items?dimensionsInfo=a%40b&revision=null");
    expect((await polled(engine.id)).status).toBe(304);
    expect(await at(engine.id).get("/version")).toMatchObject(refused("503001"));
    expect(await at("eng_none").get("/version")).toMatchObject(refused("404000"));
    await aWish(ctx, engine);
    expect((await polled(engine.id)).status).toBe(200);
  });

  describe("whose instances nobody watches while nobody asks", () => {
    /** As if this was so many seconds ago, and nobody had asked since. */
    async function later(engineId: string, seconds: number) {
      const shift = (column: unknown) => sql`${column} - ${seconds} * interval '1 second'` as never;
      const { db } = ctx;
      await db
        .update(engineEntries)
        .set({ at: shift(engineEntries.at) })
        .where(eq(engineEntries.engineId, engineId));
      await db
        .update(engineLeases)
        .set({ renewedAt: shift(engineLeases.renewedAt) })
        .where(eq(engineLeases.engineId, engineId));
      await db
        .update(engineWatches)
        .set({ watchedAt: shift(engineWatches.watchedAt) })
        .where(eq(engineWatches.engineId, engineId));
    }
    const names = ({ json }: { json: any }) => (json.instances ?? []).map((one: { hostName: string }) => one.hostName);
    /** A lease of twenty seconds. */
    const short = { healthCheck: { mode: "push", interval: 5, times: 3 } };
    let fresh: Runtime;
    beforeAll(async () => void (fresh = await startCopy("edge", runtime)), 60_000);
    afterAll(() => fresh?.stop());

    test("whoever asks first is not told of those whose lease has ended, and is of the others", async () => {
      const engine = await served();
      const id = await aService(at(engine.id), { serviceName: "cart" });
      await anInstance(at(engine.id), id, { hostName: "short", ...short });
      await anInstance(at(engine.id), id, { hostName: "long" });
      await later(engine.id, 19);
      expect(names(await find(at(engine.id, fresh), "cart")).sort()).toEqual(["long", "short"]);
      await later(engine.id, 5);
      expect(names(await find(at(engine.id), "cart"))).toContain("long");
      await expect.poll(async () => names(await find(at(engine.id), "cart")), { timeout: 5_000 }).toEqual(["long"]);
    });

    test("one who asks twice a minute learns of it as soon as one who asks all the time", async () => {
      const engine = await served();
      const id = await aService(at(engine.id), { serviceName: "cart" });
      await anInstance(at(engine.id), id, { hostName: "dead" });
      for (const seconds of [30, 30, 30, 26]) {
        await later(engine.id, seconds);
        await expect.poll(async () => await looked(engine.id), { timeout: 5_000 }).toBeLessThan(5);
      }
      await later(engine.id, 8);
      await expect.poll(async () => names(await find(at(engine.id), "cart")), { timeout: 5_000 }).toEqual([]);
    });
    /** Seconds since somebody has looked after its leases, after asking. */
    async function looked(engineId: string): Promise<number> {
      await find(at(engineId), "cart");
      const [row] = await ctx.db.execute<{ ago: number }>(
        sql`select extract(epoch from now() - watched_at)::float8 as ago from engine_watches where engine_id = ${engineId}`,
      );
      return row!.ago;
    }

    test("after an outage, in which nobody could be heard, instances have the rest of their lease", async () => {
      const engine = await served();
      const id = await aService(at(engine.id), { serviceName: "cart" });
      await anInstance(at(engine.id), id, { hostName: "patient", ...short });
      await later(engine.id, 3_600);
      expect(names(await find(at(engine.id, fresh), "cart"))).toEqual(["patient"]);
    });
  });
});
