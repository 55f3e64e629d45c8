import {
  type Db,
  type Engine,
  engineHosts,
  type EngineListener,
  engineListeners,
  engines,
  listenerReports,
  projects,
} from "@flyloft/db";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { emitInto } from "../../kernel/event.ts";
import { engineObserved } from "./events.ts";
import { channels, wake } from "./feeds.ts";

/** Woken when hosts are to serve something else. */
export const hostsChannel = channels.hosts;

/** An address that a host is to open, or to close, and the engine behind it. */
export type WishedListener = { listener: EngineListener; engine: Engine };

/** All that hosts are to serve, beside the engines of the professional edition. */
export const readListeners = (db: Db): Promise<WishedListener[]> =>
  db
    .select({ listener: engineListeners, engine: engines })
    .from(engineListeners)
    .innerJoin(engines, eq(engines.id, engineListeners.engineId))
    .orderBy(asc(engineListeners.id));

/** Says that a host is alive, and where it serves the engines of the professional edition. */
export async function hearHost(db: Db, host: { id: string; url: string }, now: Date): Promise<void> {
  await db
    .insert(engineHosts)
    .values({ ...host, heardAt: now })
    .onConflictDoUpdate({ target: engineHosts.id, set: { url: host.url, heardAt: now } });
}

/** A host that ends says so: nobody waits for what it would have said, and its addresses are no longer shown. */
export async function forgetHost(db: Db, hostId: string): Promise<void> {
  await db.delete(listenerReports).where(eq(listenerReports.hostId, hostId));
  await db.delete(engineHosts).where(eq(engineHosts.id, hostId));
}

export type Report = Pick<typeof listenerReports.$inferInsert, "listenerId" | "generation"> & {
  url: string | null;
  failure: (typeof listenerReports.$inferInsert)["failure"];
};

/** What a host has to say of its wishes; whoever waits for it is woken. Of addresses that are gone nothing is kept. */
export async function reportListeners(db: Db, hostId: string, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  const ids = reports.map(({ listenerId }) => listenerId);
  await db.transaction(async (tx) => {
    const known = await tx
      .select({
        id: engineListeners.id,
        engineId: engines.id,
        projectId: engines.projectId,
        accountId: projects.accountId,
        waiting: sql<boolean>`${engines.operationId} is not null`,
      })
      .from(engineListeners)
      .innerJoin(engines, eq(engines.id, engineListeners.engineId))
      .innerJoin(projects, eq(projects.id, engines.projectId))
      .where(inArray(engineListeners.id, ids))
      .orderBy(asc(engineListeners.id))
      .for("key share", { of: engineListeners });
    const rows = reports.filter(({ listenerId }) => known.some(({ id }) => id === listenerId));
    for (const report of rows)
      await tx
        .insert(listenerReports)
        .values({ hostId, ...report })
        .onConflictDoUpdate({ target: [listenerReports.listenerId, listenerReports.hostId], set: report });
    const waiting = new Map(known.filter((one) => one.waiting).map((one) => [one.engineId, one]));
    for (const { engineId, ...project } of waiting.values()) await emitInto(tx, project)(engineObserved, { engineId });
    await wake(tx, channels.engines);
  });
}
