import { type EngineFailure, engineListeners, engines, listenerReports } from "@flyloft/db";
import { and, eq, exists, inArray, isNotNull, isNull, lt, notExists, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/context.ts";
import { tellEngine } from "./feeds.ts";
import { liveHosts } from "./listeners.ts";

const silent: EngineFailure = {
  code: "ENGINE_HOST.GONE",
  message: "No process listens at its addresses",
  service: "engine host",
};
/** A host that is started again is back sooner. */
const grace = 60_000;

/** ENG-12: an exclusive engine to which nobody listens is unavailable, and available again by itself. Answers how many changed. */
export async function judgeEngines({ db, now }: Pick<Ctx, "db" | "now">): Promise<number> {
  const hosts = (await liveHosts(db, now())).map(({ id }) => id);
  const listening = db
    .select({ one: sql`1` })
    .from(engineListeners)
    .innerJoin(listenerReports, eq(listenerReports.listenerId, engineListeners.id))
    .where(
      and(
        eq(engineListeners.engineId, engines.id),
        inArray(listenerReports.hostId, ["", ...hosts]),
        isNotNull(listenerReports.url),
      ),
    );
  const idle = and(eq(engines.edition, "exclusive"), isNull(engines.operationId));
  return db.transaction(async (tx) => {
    const lost = await tx
      .update(engines)
      .set({ state: "unavailable", failure: silent, updatedAt: now() })
      .where(
        and(
          idle,
          eq(engines.state, "available"),
          lt(engines.updatedAt, new Date(now().getTime() - grace)),
          notExists(listening),
        ),
      )
      .returning();
    const found = await tx
      .update(engines)
      .set({ state: "available", failure: null, updatedAt: now() })
      .where(
        and(
          idle,
          eq(engines.state, "unavailable"),
          sql`${engines.failure} ->> 'code' = ${silent.code}`,
          exists(listening),
        ),
      )
      .returning();
    for (const engine of [...lost, ...found]) await tellEngine(tx, engine);
    return lost.length + found.length;
  });
}
