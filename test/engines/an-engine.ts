import {
  engineBackupPolicies,
  engineHosts,
  engineListeners,
  engineRevisions,
  engines,
  type Engine,
  listenerReports,
  operations,
} from "@flyloft/db";
import type { Ctx } from "@flyloft/functions/kernel";

/** An available engine in the project of the actor, whatever made it. */
export async function anEngine(ctx: Ctx, given: Partial<typeof engines.$inferInsert> = {}): Promise<Engine> {
  const id = ctx.newId("engine");
  const [row] = await ctx.db
    .insert(engines)
    .values({
      id,
      projectId: ctx.actor.projectId,
      name: `engine-${id.slice(-6)}`,
      edition: "exclusive",
      specification: "non_ha",
      instanceQuota: 500,
      zones: ["zone-1"],
      version: "1.0.0",
      state: "available",
      createdBy: ctx.actor.name,
      ...given,
    })
    .returning();
  await ctx.db.insert(engineRevisions).values({ engineId: id });
  return row!;
}

/** An operation on it that has ended; answers its id. */
export async function anOperation({ db, newId, actor }: Ctx, { id: engineId, name: engineName, projectId }: Engine) {
  const id = newId("operation");
  const ended = { state: "succeeded" as const, endedAt: new Date() };
  await db
    .insert(operations)
    .values({ id, projectId, engineId, engineName, kind: "create", wish: {}, startedBy: actor.name, ...ended });
  return id;
}

/** That it is backed up by itself on Mondays. */
export const aPolicy = ({ db }: Ctx, { id: engineId, projectId }: Engine) =>
  db.insert(engineBackupPolicies).values({ engineId, projectId, weekdays: [1], hour: 3 });

type Wish = { wish?: "open" | "closed"; port?: number };

/** That it is to be reached, or not any more; answers the id of the wish. */
export async function aWish(
  { db, newId }: Pick<Ctx, "db" | "newId">,
  { id: engineId, projectId, version }: Engine,
  { wish = "open", port = 30_200 }: Wish = {},
): Promise<string> {
  const id = newId("listener");
  const place = { place: 1, scope: "private" as const, family: "ipv4" as const };
  await db.insert(engineListeners).values({ id, projectId, engineId, version, ...place, port, wish, answered: 1 });
  return id;
}

/** An address at which a host says that it listens for it. */
export async function anAddress(ctx: Ctx, engine: Engine, port = 30_200) {
  const { db, newId, now } = ctx;
  const hostId = newId("task");
  await db
    .insert(engineHosts)
    .values({ id: hostId, url: "http://127.0.0.1:30100", heardAt: new Date(now().getTime() + 3_600_000) });
  const listenerId = await aWish(ctx, engine, { port });
  await db
    .insert(listenerReports)
    .values({ listenerId, hostId, generation: 1, url: `http://127.0.0.1:${port}`, failure: null });
}
