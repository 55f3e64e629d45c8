import type { Engine } from "../engine.ts";

type Health = { transaction_s: number | null; ready_s: number | null };
const longTransactionS = 600;
const longReadyS = 60;

/** Warns of what slows or stops all jobs: a transaction open for ten minutes, calls that nobody makes. */
export async function raiseAlarms(engine: Engine): Promise<void> {
  const [found] = await engine.sql<Health[]>`
    select (select extract(epoch from max(clock_timestamp() - xact_start))::float8 from pg_stat_activity
             where datname = current_database()) as transaction_s,
           (select extract(epoch from max(clock_timestamp() - run_at))::float8 from engine.jobs
             where state = 'ready') as ready_s`;
  if ((found?.transaction_s ?? 0) > longTransactionS) {
    const message = "a transaction has been open for ten minutes: finished jobs cannot be cleared away meanwhile";
    engine.log({ level: "warn", message, seconds: found?.transaction_s });
  }
  if ((found?.ready_s ?? 0) > longReadyS) {
    engine.log({ level: "warn", message: "calls have been due for more than a minute", seconds: found?.ready_s });
  }
}
