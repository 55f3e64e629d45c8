import type { Tx } from "../database.ts";

export type StepRef = { id: string; name?: string; op: string; race?: boolean };

/** Stores the outcome of a step once. False when it had one already: the first stays. `memo` is canonical JSON. */
export async function memoise(tx: Tx, runId: string, step: StepRef, memo: string): Promise<boolean> {
  const [stored] = await tx`
    with stored as (
      insert into engine.steps as s (run_id, step_id, name, op, race, memo, seq, done_at)
      values (${runId}, ${step.id}, ${step.name ?? null}, ${step.op}, ${step.race ?? false}, ${memo},
              nextval('engine.step_seq'), clock_timestamp())
      on conflict (run_id, step_id) do update
        set memo = excluded.memo, seq = excluded.seq, done_at = excluded.done_at
        where s.memo is null
      returning 1)
    update engine.runs set state_bytes = state_bytes + ${Buffer.byteLength(memo)}
    where id = ${runId} and exists (select 1 from stored) returning 1`;
  return stored !== undefined;
}

/** Records that a step is under way. False when it was known: reported again, it must change nothing. */
export async function plan(tx: Tx, runId: string, step: StepRef): Promise<boolean> {
  const [stored] = await tx`
    insert into engine.steps(run_id, step_id, name, op, race)
    values (${runId}, ${step.id}, ${step.name ?? null}, ${step.op}, ${step.race ?? false})
    on conflict (run_id, step_id) do nothing returning 1`;
  return stored !== undefined;
}

/** After a step ended: the function is entered again once no step is under way, or after each one in a race. */
export async function resume(tx: Tx, runId: string, stepId: string): Promise<void> {
  const [open] = await tx<{ steps: number; race: boolean }[]>`
    select count(*) filter (where memo is null)::int as steps,
           coalesce(bool_or(race) filter (where memo is null or step_id = ${stepId}), false) as race
    from engine.steps where run_id = ${runId}`;
  if (open && (open.steps === 0 || open.race)) await discover(tx, runId, `${runId}:${stepId}:disc`);
}

/**
 * Ensures that a discovery call follows. One that has not been sent yet will see everything stored here; one in
 * flight does not, so the next is held until its answer is in: two at once could run a step twice.
 */
export async function discover(tx: Tx, runId: string, dedupe: string, idle = 0): Promise<void> {
  await tx`
    insert into engine.jobs(run_id, kind, dedupe, state, ord, max_attempts, idle)
    select r.id, 'call', ${dedupe},
           case when exists (select 1 from engine.jobs d where d.run_id = r.id and d.kind = 'call'
                              and d.step_id is null and d.state = 'leased') then 'held' else 'ready' end,
           r.ord, r.max_attempts, ${idle}::int
    from engine.runs r
    where r.id = ${runId} and r.ended_at is null
      and not exists (select 1 from engine.jobs d where d.run_id = r.id and d.kind = 'call'
                       and d.step_id is null and d.state <> 'leased')
    on conflict (dedupe) do nothing`;
}
