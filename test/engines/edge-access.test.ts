import { engines, openDatabase, projects } from "@flyloft/db";
import { type Ctx, makeNewId } from "@flyloft/functions/kernel";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { start } from "../edge/runtimes.ts";
import { anEngine } from "./an-engine.ts";
import { clientOf } from "./registry-client.ts";

describe("engines on the edge, reached by host name", { timeout: 60_000 }, () => {
  let runtime: Awaited<ReturnType<typeof start>>;
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
  const at = (engineId: string) => ({ host: `${engineId.replace("_", "-")}.engines.test`, port: runtime.port });
  const services = (engineId: string) => clientOf(at(engineId), "default").get("/microservices");

  test("an engine with authentication refuses who has no token", async () => {
    const guarded = await anEngine(ctx, { authentication: true });
    expect(await services(guarded.id)).toMatchObject({ status: 401, json: { errorCode: "401204" } });
    const open = await anEngine(ctx);
    expect(await services(open.id)).toMatchObject({ status: 200 });
  });

  test("the shared engine of a project refuses who shows no credentials of it", async () => {
    const [professional] = await ctx.db.select().from(engines).where(eq(engines.edition, "professional"));
    const shared = professional ?? (await anEngine(ctx, { edition: "professional" }));
    expect(await services(shared.id)).toMatchObject({ status: 401 });
  });
});
