import type { Engine } from "../engine.ts";

/** Keeps the leases of open calls alive; those another executor took over stay with it. */
export async function renewLeases(engine: Engine, jobIds: string[]): Promise<void> {
  if (jobIds.length === 0) return;
  await engine.sql`
    update engine.jobs set locked_until = clock_timestamp() + ${engine.settings.leaseMs} * interval '1 ms'
    where id = any(${jobIds}) and state = 'leased' and locked_by = ${engine.name}`;
}

/** Gives leases back at a stop: the calls are made again by whoever comes next, and no attempt is counted. */
export async function handBack(engine: Engine): Promise<void> {
  await release(engine, engine.name, 0);
}

/** Takes over the leases of an executor that had this address: it must be dead, for the address is ours now. */
export async function takeOver(engine: Engine, address: string): Promise<number> {
  return release(engine, address, 1);
}

async function release(engine: Engine, holder: string, lost: number): Promise<number> {
  const [found] = await engine.sql<{ n: number }[]>`
    with back as (
      update engine.jobs set state = 'ready', locked_by = null, locked_until = null, lost = lost + ${lost}::int
      where state = 'leased' and starts_with(locked_by, ${holder}) returning id
    ), freed as (delete from engine.slots s using back where s.job_id = back.id returning 1)
    select count(*)::int as n from back`;
  return found?.n ?? 0;
}
