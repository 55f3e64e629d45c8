import { engineEntries, engineLeases, engineWatches, type Db } from "@flyloft/db";
import { inArray, sql } from "drizzle-orm";

/** How often somebody looks for leases that have ended, in seconds. */
export const watchSeconds = 2;
/** Nobody has watched for so much longer than usual: heartbeats may have been lost meanwhile. For those who watch all the time. */
const usualOutage = 2 * watchSeconds;
/** Heartbeats that are heard are written a little later. */
const writingSeconds = sql.raw("2");
/** Lost together, they are believed lost only after twice their lease, at most this much later. */
const preservedSeconds = sql.raw("600");
const preservedFrom = { instances: sql.raw("5"), share: sql.raw("0.8") };

/** From now on this engine is watched. */
export const beginWatch = (db: Db, engineId: string) =>
  db.insert(engineWatches).values({ engineId }).onConflictDoNothing();

/** Those that somebody has ever watched. */
export const readWatched = async (db: Db): Promise<string[]> =>
  (await db.select({ id: engineWatches.engineId }).from(engineWatches)).map(({ id }) => id);

/**
 * Takes on the watch over those of these engines that nobody has looked after for a while, and answers which: of all copies one
 * looks at a time. Time stands still for leases while nobody watched for longer than an outage begins, for then nobody heard
 * heartbeats either.
 */
export async function takeWatch(db: Db, engineIds: readonly string[], outageSeconds = usualOutage): Promise<string[]> {
  if (engineIds.length === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`
    with due as (
      select engine_id as id, extract(epoch from now() - watched_at)::float8 - ${sql.raw(String(watchSeconds))} as lost
      from ${engineWatches}
      where ${inArray(engineWatches.engineId, [...engineIds])} and watched_at < now() - ${watchSeconds - 0.2} * interval '1 second'
      for update skip locked
    ), prolonged as (
      insert into ${engineLeases} (engine_id, instance, seconds, renewed_at)
      select engine_id, key, ${ttl}, least(now(), at + lost * interval '1 second')
      from ${engineEntries} join due on id = engine_id and lost > ${outageSeconds}
      where kind = 'instance' and value is not null
      order by engine_id, key
      on conflict (engine_id, instance)
      do update set renewed_at = least(now(), ${engineLeases}.renewed_at + (select lost from due where id = excluded.engine_id) * interval '1 second')
    )
    update ${engineWatches} as watch set watched_at = now()
    from due where watch.engine_id = due.id
    returning due.id`);
  return rows.map(({ id }) => id);
}

/** Interval × (times + 1), as the instance has declared. */
const ttl = sql`(value #>> '{healthCheck,interval}')::int * ((value #>> '{healthCheck,times}')::int + 1)`;

/**
 * Instances whose lease has ended, by engine. When most of many fall silent together it is their network rather than they: then
 * each is given its lease once more.
 */
export async function readOverdue(db: Db, engineIds: readonly string[]): Promise<Map<string, string[]>> {
  if (engineIds.length === 0) return new Map();
  const rows = await db.execute<{ engine: string; key: string }>(sql`
    with held as (
      select e.engine_id as engine, e.key, ${ttl} as lease,
        extract(epoch from now() - greatest(e.at, l.renewed_at))::float8 as silent
      from ${engineEntries} e
      left join ${engineLeases} l on l.engine_id = e.engine_id and l.instance = e.key
      where ${inArray(sql`e.engine_id`, [...engineIds])} and e.kind = 'instance' and e.value is not null
    ), engines as (
      select engine, count(*) > ${preservedFrom.instances} and count(*) filter (where silent > lease / 2) >= ${preservedFrom.share} * count(*) as preserved
      from held group by engine
    )
    select engine, key from held join engines using (engine)
    where silent > lease + ${writingSeconds}
      and not (preserved and silent < lease + ${writingSeconds} + least(lease, ${preservedSeconds}))`);
  const overdue = new Map<string, string[]>();
  for (const { engine, key } of rows) overdue.set(engine, [...(overdue.get(engine) ?? []), key]);
  return overdue;
}
