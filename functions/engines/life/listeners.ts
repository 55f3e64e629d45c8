import {
  type Db,
  type Engine,
  type EngineFailure,
  engineHosts,
  type EngineListener,
  engineListeners,
  type ListenerReport,
  listenerReports,
  type Tx,
} from "@flyloft/db";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { channels, wake } from "./feeds.ts";

/** A host that has been silent for so long is taken for dead, in milliseconds. */
const patience = 15_000;

export const livesSince = (now: Date) => new Date(now.getTime() - patience);

export const liveHosts = (db: Db | Tx, now: Date) =>
  db
    .select()
    .from(engineHosts)
    .where(gt(engineHosts.heardAt, livesSince(now)))
    .orderBy(asc(engineHosts.id));

export type Seen = { listener: EngineListener; reports: ListenerReport[] };

/** The addresses of an engine, and what the hosts that are alive say of each. */
export async function seenOf(db: Db | Tx, engineId: string, now: Date): Promise<{ seen: Seen[]; hosts: string[] }> {
  const hosts = (await liveHosts(db, now)).map(({ id }) => id);
  const rows = await db
    .select({ listener: engineListeners, report: listenerReports })
    .from(engineListeners)
    .leftJoin(
      listenerReports,
      and(eq(listenerReports.listenerId, engineListeners.id), inArray(listenerReports.hostId, ["", ...hosts])),
    )
    .where(eq(engineListeners.engineId, engineId))
    .orderBy(asc(engineListeners.place), asc(engineListeners.id), asc(listenerReports.hostId));
  const seen = new Map<string, Seen>();
  for (const { listener, report } of rows) {
    const one = seen.get(listener.id) ?? { listener, reports: [] };
    if (report) one.reports.push(report);
    seen.set(listener.id, one);
  }
  return { seen: [...seen.values()], hosts };
}

const upToDate = ({ listener, reports }: Seen) =>
  reports.filter(({ generation }) => generation === listener.generation);
const heardOfAll = (seen: Seen, hosts: readonly string[]) => upToDate(seen).length >= hosts.length;

/** Where somebody listens as wished now. */
export const openUrl = (seen: Seen): string | null => upToDate(seen).find(({ url }) => url !== null)?.url ?? null;

/** Whether a wish came true: every live host has heard it, and requests are answered; or nobody listens any more. */
export function cameTrue(seen: Seen, hosts: readonly string[]): boolean {
  if (!heardOfAll(seen, hosts)) return false;
  const { wish, answered, generation } = seen.listener;
  return wish === "closed" ? openUrl(seen) === null : openUrl(seen) !== null && answered === generation;
}

/** What another port may mend. */
export const portTaken = "EADDRINUSE";

/** Why no host at all could do as wished, first what can be mended; null while one can, or has not said. */
export function failureOf(seen: Seen, hosts: readonly string[]): EngineFailure | null {
  if (hosts.length === 0 || !heardOfAll(seen, hosts) || openUrl(seen) !== null) return null;
  const failures = upToDate(seen).flatMap(({ failure }) => failure ?? []);
  return failures.find(({ code }) => code === portTaken) ?? failures[0] ?? null;
}

type Wanted = Pick<EngineListener, "place" | "scope" | "port" | "ip"> & { family: EngineListener["family"] };

/** Adds the wish for an address. */
export async function addListener(
  { tx, newId }: { tx: Tx; newId: (kind: "listener") => string },
  { id: engineId, projectId, version }: Engine,
  wanted: Wanted,
) {
  await tx
    .insert(engineListeners)
    .values({ id: newId("listener"), engineId, projectId, version, wish: "open", ...wanted });
}

/** Changes the wish for addresses of an engine; what was reported before says nothing of it. */
export async function wishListeners(
  tx: Tx,
  engineId: string,
  change: Partial<Pick<EngineListener, "wish" | "version" | "port">>,
  which: Partial<Pick<EngineListener, "place" | "scope">> = {},
) {
  const { place, scope } = which;
  await tx
    .update(engineListeners)
    .set({ ...change, generation: sql`${engineListeners.generation} + 1` })
    .where(
      and(
        eq(engineListeners.engineId, engineId),
        place === undefined ? undefined : eq(engineListeners.place, place),
        scope === undefined ? undefined : eq(engineListeners.scope, scope),
      ),
    );
}

export const wakeHosts = (tx: Tx) => wake(tx, channels.hosts);
