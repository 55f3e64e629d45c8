import type { Tx } from "../database.ts";
import type { Engine } from "../engine.ts";
import type { RunRow } from "../runs/lock.ts";
import type { Call } from "./prepare.ts";

/**
 * Enters the function again in the transaction that stores its last step: the next call is leased to this executor as it
 * is made, and needs neither to be claimed nor to be prepared. Undefined when a
 * step is under way, an older run goes first, or a key decides.
 */
export async function goOn(
  engine: Engine,
  tx: Tx,
  run: RunRow,
  { call, dedupe }: { call: Call; dedupe: string },
): Promise<Call | undefined> {
  const [[next], memos] = await Promise.all([
    tx<{ id: string }[]>`
      with next as (
        insert into engine.jobs(run_id, kind, dedupe, state, ord, max_attempts, gen, locked_by, locked_until)
        select r.id, 'call', ${dedupe}, 'leased', r.ord, r.max_attempts, 1, ${engine.name},
               clock_timestamp() + ${engine.settings.leaseMs} * interval '1 ms'
        from engine.runs r
        where r.id = ${run.id} and r.slot_keys is null
          and not exists (select 1 from engine.steps s where s.run_id = r.id and s.memo is null)
          and not exists (select 1 from engine.jobs d where d.run_id = r.id and d.kind = 'call' and d.step_id is null)
          and not exists (select 1 from engine.jobs o where o.state = 'ready' and o.ord < r.ord)
        on conflict (dedupe) do nothing returning id
      ), attempt as (
        insert into engine.attempts(run_id, job_id, gen, attempt) select ${run.id}, id, 1, 0 from next
      )
      select id from next`,
    tx<{ id: string; memo: string }[]>`
      select step_id as id, memo from engine.steps
      where run_id = ${run.id} and memo is not null
        and exists (select 1 from engine.jobs where dedupe = ${dedupe} and state = 'leased')
      order by seq`,
  ]);
  if (!next) return undefined;
  const reqVersion = run.req_version;
  return { ...call, jobId: next.id, gen: 1, stepId: null, attempt: 0, reqVersion, memos: [...memos], planOnly: false };
}
