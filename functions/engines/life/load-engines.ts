import { engineHosts, type EngineListener, engineListeners, engines, listenerReports, operations } from "@flyloft/db";
import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { permitted } from "../../kernel/authorize.ts";
import { grouped, inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";
import { visibleRows } from "../../kernel/visible.ts";
import { liveHosts, livesSince } from "./listeners.ts";

const reading = "cse:engine:get";

export async function loadEngines(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(engines.projectId, ctx.actor.projectId), inArray(engines.id, [...ids]));
  const rows = inOrder("engine", ids, await ctx.db.select().from(engines).where(mine));
  return permitted(ctx.actor, reading, "engine", rows);
}

export async function loadOperations(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(operations.projectId, ctx.actor.projectId), inArray(operations.id, [...ids]));
  const rows = inOrder("operation", ids, await ctx.db.select().from(operations).where(mine));
  return permitted(ctx.actor, reading, "operation", rows);
}

/** The engine behind each entry of the inventory, where it may be seen; null where it is of another kind. */
export async function loadEnginesOfResources(ctx: Ctx, resourceIds: readonly string[]) {
  const mine = and(eq(engines.projectId, ctx.actor.projectId), inArray(engines.resourceId, [...resourceIds]));
  const visible = visibleRows(ctx.actor, reading, "engine");
  const rows = await ctx.db.select().from(engines).where(and(mine, visible));
  return resourceIds.map((id) => rows.find(({ resourceId }) => resourceId === id) ?? null);
}

export type EngineAddress = { url: string } & Pick<EngineListener, "scope" | "family">;

/** ENG-21: where each engine is reached, as long as somebody listens there; private addresses first. */
export async function loadAddressesOf(ctx: Ctx, engineIds: readonly string[]): Promise<EngineAddress[][]> {
  const { db, actor } = ctx;
  const own = await db
    .select({
      engineId: engineListeners.engineId,
      url: listenerReports.url,
      scope: engineListeners.scope,
      family: engineListeners.family,
    })
    .from(engineListeners)
    .innerJoin(listenerReports, eq(listenerReports.listenerId, engineListeners.id))
    .innerJoin(engineHosts, eq(engineHosts.id, listenerReports.hostId))
    .where(
      and(
        eq(engineListeners.projectId, actor.projectId),
        inArray(engineListeners.engineId, [...engineIds]),
        isNotNull(listenerReports.url),
        gt(engineHosts.heardAt, livesSince(ctx.now())),
      ),
    )
    .orderBy(asc(engineListeners.scope), asc(engineListeners.place), asc(engineListeners.family));
  const shared = await db
    .select({ id: engines.id })
    .from(engines)
    .where(
      and(
        eq(engines.projectId, actor.projectId),
        eq(engines.edition, "professional"),
        inArray(engines.id, [...engineIds]),
      ),
    );
  const [host] = shared.length > 0 ? await liveHosts(db, ctx.now()) : [];
  const common = host ? shared.map(({ id }) => ({ engineId: id, ...addressOf(host.url) })) : [];
  const rows = [...own.map((row) => ({ ...row, url: row.url! })), ...common];
  return grouped(engineIds, rows, ({ engineId }) => engineId).map(different);
}

const addressOf = (url: string): EngineAddress => ({
  url,
  scope: "private",
  family: new URL(url).hostname.startsWith("[") ? "ipv6" : "ipv4",
});

/** Several hosts may listen behind one address. */
const different = (rows: ({ engineId: string } & EngineAddress)[]) => [
  ...new Map(rows.map(({ url, scope, family }) => [url, { url, scope, family }])).values(),
];
