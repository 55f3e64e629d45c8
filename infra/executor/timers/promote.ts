import type { Engine } from "../engine.ts";

export type Promoted = {
  /** Calls wait to be claimed. */
  ready: boolean;
  /** Timers of runs are due. */
  timers: boolean;
  /** A cron, a debounced event or a batch is due. */
  starts: boolean;
  /** Milliseconds until the next thing comes due; null when nothing is planned. */
  next_ms: number | null;
};

const batch = 500;

/** Makes due calls ready, takes back expired leases, and looks at what else is due; one round trip. */
export async function promote(engine: Engine): Promise<Promoted> {
  // A lease that ends later than one taken now was given before the clock was set back; its holder may be dead.
  const beyondMs = engine.settings.leaseMs * 3;
  const [found] = await engine.sql<Promoted[]>`
    with due as (
      select id from engine.jobs where state = 'later' and kind = 'call' and run_at <= clock_timestamp()
      order by run_at limit ${batch} for update skip locked
    ), expired as (
      select id from engine.jobs where state = 'leased'
        and (locked_until <= clock_timestamp() or locked_until > clock_timestamp() + ${beyondMs} * interval '1 ms')
      order by locked_until limit ${batch} for update skip locked
    ), promoted as (
      update engine.jobs j set state = 'ready' from due where j.id = due.id returning 1
    ), lost as (
      update engine.jobs j set state = 'ready', lost = lost + 1, locked_by = null, locked_until = null
      from expired where j.id = expired.id returning j.id
    ), freed as (
      delete from engine.slots s using lost where s.job_id = lost.id returning 1
    )
    select exists(select 1 from promoted) or exists(select 1 from lost)
             or exists(select 1 from engine.jobs where state = 'ready') as ready,
           exists(select 1 from engine.jobs where kind <> 'call' and run_at <= clock_timestamp()) as timers,
           exists(select 1 from engine.crons where next_at <= clock_timestamp())
             or exists(select 1 from engine.buffers where due_at <= clock_timestamp())
             or exists(select 1 from engine.batches where due_at <= clock_timestamp()) as starts,
           (extract(epoch from least(
             (select min(run_at) from engine.jobs where state = 'later' and kind = 'call' and run_at > clock_timestamp()),
             (select min(run_at) from engine.jobs where kind <> 'call' and run_at > clock_timestamp()),
             (select min(next_at) from engine.crons where next_at > clock_timestamp()),
             (select min(due_at) from engine.buffers where due_at > clock_timestamp()),
             (select min(due_at) from engine.batches where due_at > clock_timestamp()),
             (select min(locked_until) from engine.jobs where state = 'leased')
           ) - clock_timestamp()) * 1000)::float8 as next_ms`;
  return found ?? { ready: false, timers: false, starts: false, next_ms: null };
}

/** The first call behind each key is looked at again: its limit may have been raised, which frees no slot. */
export async function unblock(engine: Engine): Promise<void> {
  await engine.sql`
    update engine.jobs set state = 'ready', blocked_on = null
    where id in (
      select (select id from engine.jobs j where j.state = 'blocked' and j.blocked_on = k.key order by ord, id limit 1)
      from (select distinct blocked_on as key from engine.jobs where state = 'blocked' limit 100) k)
    and state = 'blocked'`;
}
