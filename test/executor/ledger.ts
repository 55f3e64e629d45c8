import { Inngest } from "inngest";
import type postgres from "postgres";
import { expect } from "vitest";
import { eventKey, signingKey } from "./app.ts";
import { expected, memosOf } from "./workload.ts";
import { until } from "./world.ts";

/** Events sent and what they must come to. */
export function openLedger(sql: postgres.Sql, executorUrl: string) {
  const client = new Inngest({ id: "sender", baseUrl: executorUrl, eventKey, signingKey, isDev: false });
  const sent: { id: string; name: string; n: number }[] = [];

  /** Sends one event of each shape; a producer goes on trying while the executor is down. */
  async function send(n: number): Promise<void> {
    for (const name of Object.keys(expected)) {
      const id = `${name}-${n}`;
      await until(
        () =>
          client.send({ id, name, data: { n } }).then(
            () => true,
            () => false,
          ),
        30_000,
      );
      sent.push({ id, name, n });
    }
  }

  const openWork = () => sql`
    select r.fn_id, r.status, j.kind, j.state, j.attempt, j.lost, j.refused, engine.why(r.id) as why
    from engine.runs r left join engine.jobs j on j.run_id = r.id where r.ended_at is null or j.id is not null`;

  const allEnded = () =>
    until(async () => (await openWork()).length === 0, 90_000).catch(async (error: unknown) => {
      throw new Error(`still open: ${JSON.stringify(await openWork(), null, 1)}`, { cause: error });
    });

  /** Nothing lost, nothing doubled, nothing wrong, nothing left. */
  async function check(): Promise<void> {
    await allEnded();
    for (const { id, name, n } of sent) {
      const runs = await sql`
        select r.status, r.output from engine.runs r join engine.events e on e.iid = r.event_iid
        where e.ext_id = ${id} and r.status <> 'skipped'`;
      expect([id, ...runs]).toEqual([id, { status: "completed", output: expected[name]?.(n) }]);
    }
    const wrong = await sql<{ fn_id: string; memos: number }[]>`
      select r.fn_id, count(s.memo)::int as memos, count(*)::int as steps from engine.runs r join engine.steps s on s.run_id = r.id
      group by r.id, r.fn_id`;
    for (const run of wrong) expect(run).toMatchObject({ memos: memosOf[run.fn_id], steps: memosOf[run.fn_id] });
    const [left] = await sql`
      select (select count(*) from engine.jobs)::int as jobs, (select count(*) from engine.waits)::int as waits,
             (select count(*) from engine.slots)::int as slots`;
    expect(left).toEqual({ jobs: 0, waits: 0, slots: 0 });
    const unseen = await sql`
      select s.run_id, s.name from engine.steps s where s.op = 'StepRun' and s.name <> 'ask'
        and not exists (select 1 from effects e where e.run_id = s.run_id and e.step = s.name)`;
    expect(unseen).toHaveLength(0);
  }
  return { send, check, sent };
}
