import { openDatabase, projects } from "@flyloft/db";
import { type Ctx, makeNewId } from "@flyloft/functions/kernel";
import { start } from "../edge/runtimes.ts";
import { world } from "../kit/world.ts";
import { anEngine, aWish } from "./an-engine.ts";
import { clientOf } from "./registry-client.ts";
import { serve } from "./serve.ts";

let tenants = 0;
const nextTenant = () => `tenant-${++tenants}`;

/** Limits that no test reaches that is not about them. */
export const noLimits = {
  heartbeatSeconds: 0.001,
  heartbeatsPerSecond: 1e6,
  discoverySeconds: 0.001,
  registrationsPerSecond: 1e6,
};

/** An engine behind the door of Node: a client of a tenant of its own for each test. */
async function node() {
  const setting = await world();
  const engine = await anEngine(setting.owner, { instanceQuota: 2_000 });
  const limits = { professional: noLimits, exclusive: noLimits };
  const { urls, stop } = await serve(setting, engine, { limits });
  const { host, port } = new URL(urls[0]!);
  return { client: () => clientOf({ host, port: Number(port) }, nextTenant()), at: { host, port: Number(port) }, stop };
}

/** The same engine in workerd, reached by its host name. */
async function edge() {
  const runtime = await start("edge");
  const { db, close } = openDatabase(runtime.databaseUrl);
  const [project] = await db.select().from(projects);
  const newId = makeNewId(() => new Date());
  const actor = { projectId: project!.id, name: "owner" };
  const ctx = { db, newId, actor } as unknown as Ctx;
  const engine = await anEngine(ctx, { instanceQuota: 2_000 });
  await aWish(ctx, engine);
  await close();
  const at = { host: `${engine.id.replace("_", "-")}.engines.test`, port: runtime.port };
  return { client: () => clientOf(at, nextTenant()), at, stop: async () => void (await runtime.stop()) };
}

export const doors = [
  { door: "Node", open: node },
  { door: "workerd", open: edge },
] as const;
export type Door = Awaited<ReturnType<typeof node>>;
