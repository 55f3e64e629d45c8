import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import type { SlotKey } from "../runs/slot-keys.ts";

export type Claimed = { id: string; run_id: string; gen: number };
type Candidate = { id: string; slot_keys: string | null };

/** Leases up to `wanted` ready calls, oldest run first, and takes their concurrency slots; `more`: ask again at once. */
export async function claimCalls(engine: Engine, wanted: number): Promise<{ claimed: Claimed[]; more: boolean }> {
  return engine.transact(async (tx) => {
    const candidates = await tx<Candidate[]>`
      select j.id, r.slot_keys from engine.jobs j join engine.runs r on r.id = j.run_id
      where j.state = 'ready' order by j.ord, j.id limit ${wanted} for update of j skip locked`;
    const chosen = await takeSlots(tx, candidates);
    const more = candidates.length === wanted || chosen.length < candidates.length;
    if (chosen.length === 0) return { claimed: [], more };
    const claimed = await tx<Claimed[]>`
      update engine.jobs set state = 'leased', gen = gen + 1, locked_by = ${engine.name},
             locked_until = clock_timestamp() + ${engine.settings.leaseMs} * interval '1 ms'
      where id = any(${chosen}) returning id, run_id, gen`;
    return { claimed: [...claimed], more };
    // Undone by a crash of the database, the calls are claimed again.
  }, "soon");
}

/** Calls whose keys are full are set aside until a slot of that key is freed, so they never fill the window. */
async function takeSlots(tx: Tx, candidates: readonly Candidate[]): Promise<string[]> {
  const keyed = candidates.map(({ id, slot_keys }) => ({
    id,
    keys: slot_keys ? (JSON.parse(slot_keys) as SlotKey[]) : [],
  }));
  const names = [...new Set(keyed.flatMap(({ keys }) => keys.map(({ key }) => key)))].sort();
  if (names.length === 0) return keyed.map(({ id }) => id);
  // Two executors count the slots of a key one after the other.
  for (const name of names) await tx`select pg_advisory_xact_lock(4831208, hashtext(${name}))`;
  const counted = await tx<{ key: string; n: number }[]>`
    select scope_key as key, count(*)::int as n from engine.slots where scope_key = any(${names}) group by scope_key`;
  const used = new Map(counted.map(({ key, n }) => [key, n]));
  const chosen: string[] = [];
  for (const { id, keys } of keyed) {
    const full = keys.find(({ key, limit }) => (used.get(key) ?? 0) >= limit);
    if (full) {
      await tx`update engine.jobs set state = 'blocked', blocked_on = ${full.key} where id = ${id}`;
      continue;
    }
    chosen.push(id);
    for (const { key } of keys) used.set(key, (used.get(key) ?? 0) + 1);
    const rows = keys.map(({ key }) => ({ scope_key: key, job_id: id }));
    if (rows.length > 0) await tx`insert into engine.slots ${tx(rows)} on conflict do nothing`;
  }
  return chosen;
}
