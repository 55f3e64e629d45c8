import type { Engine } from "../engine.ts";
import type { Ask, Reply, Route } from "./server.ts";

/** `GET /v1/stats`: what waits and for how long, in all and, with `project`, for that one. */
export const statsRoutes = (engine: Engine): Route[] => [
  { method: "GET", path: "/v1/stats", handle: (ask) => stats(engine, ask) },
];

async function stats({ sql }: Engine, { query }: Ask): Promise<Reply> {
  const project = query.get("project")?.replaceAll("\u0000", "") ?? null;
  const mine = project === null ? sql`true` : sql`r.project = ${project}`;
  const [[queue], [runs], apps] = await Promise.all([
    sql`
      select count(*) filter (where state = 'ready')::int as due,
             count(*) filter (where state = 'leased')::int as executing,
             count(*) filter (where state = 'blocked')::int as behind_keys,
             count(*) filter (where state = 'later' and kind = 'call')::int as retrying,
             count(*) filter (where state = 'later' and kind in ('sleep', 'timeout'))::int as timers,
             coalesce(greatest(extract(epoch from max(clock_timestamp() - run_at)
               filter (where state = 'ready' or (state = 'later' and run_at < clock_timestamp()))) * 1000, 0), 0)::int as lag_ms
      from engine.jobs`,
    sql`
      select count(*) filter (where r.status = 'queued')::int as queued,
             count(*) filter (where r.status = 'running')::int as running,
             count(*) filter (where r.status = 'failed' and r.ended_at > now() - interval '1 day')::int as failed_in_a_day,
             count(*) filter (where r.status = 'completed' and r.ended_at > now() - interval '1 day')::int as completed_in_a_day
      from engine.runs r where ${mine} and (r.ended_at is null or r.ended_at > now() - interval '1 day')`,
    sql<{ unreachable_since: Date }[]>`
      select unreachable_since from engine.apps where unreachable_since is not null order by unreachable_since limit 1`,
  ]);
  const since = apps[0]?.unreachable_since ?? null;
  return { status: 200, body: { data: { queue, runs, app_unreachable_since: since } } };
}
