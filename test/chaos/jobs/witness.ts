import type postgres from "postgres";

/** Looks at the stored results all the time; tells which of them were changed or lost. */
export function watchMemos(sql: postgres.Sql) {
  const seen = new Map<string, string>();
  const broken = new Set<string>();
  let stopped = false;

  async function look(): Promise<void> {
    const rows = await sql<{ step: string; memo: string }[]>`
      select run_id || ' ' || step_id as step, md5(memo::text) as memo from engine.steps where memo is not null`;
    const now = new Map(rows.map(({ step, memo }) => [step, memo]));
    for (const [step, memo] of seen) if (now.get(step) !== memo) broken.add(step);
    for (const [step, memo] of now) seen.set(step, memo);
  }
  const running = (async () => {
    while (!stopped) {
      // While the database is down there is nothing to be seen.
      await look().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    /** Looks a last time. */
    async stop() {
      stopped = true;
      await running;
      await look();
      return { kept: seen.size - broken.size, broken: [...broken] };
    },
  };
}
