import type { Engine } from "../engine.ts";

const batch = 500;

/** Deletes what is older than the retention, in small pieces. True when there may be more. */
export async function retain(engine: Engine): Promise<boolean> {
  const { sql } = engine;
  const age = sql`interval '1 day' * ${engine.settings.retentionDays}`;
  // A run whose end has not been delivered, or whose parent still waits, is needed.
  const runs = await sql`
    delete from engine.runs where id in (
      select id from engine.runs r where ended_at < now() - ${age}
        and not exists (select 1 from engine.jobs j where j.run_id = r.id)
        and not exists (select 1 from engine.waits w where w.kind = 'invoke' and r.corr = w.run_id || '.' || w.step_id)
      order by ended_at limit ${batch})`;
  const events = await sql`
    delete from engine.events where iid in (
      select iid from engine.events where received_at < now() - ${age} order by received_at limit ${batch})`;
  const keys = await sql`
    delete from engine.idem where key in (
      select key from engine.idem where expires_at < now() order by expires_at limit ${batch})`;
  await sql`delete from engine.gates where tat < now() - interval '1 day'`;
  return [runs, events, keys].some(({ count }) => count === batch);
}
