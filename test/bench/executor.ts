import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { claimCalls } from "@flyloft/infra/executor/calls/claim";
import { openDatabase } from "@flyloft/infra/executor/database";
import { defaults, type Engine } from "@flyloft/infra/executor/engine";
import { migrate } from "@flyloft/infra/executor/migrate";
import { until } from "@flyloft/infra/local/wait";
import { Inngest } from "inngest";
import postgres from "postgres";
import { eventKey, signingKey } from "../executor/app.ts";
import { dismiss, freePort, member } from "../executor/crew.ts";
import { ownServer } from "../executor/own-server.ts";

const stepsOfEach = 10;
const sequentialRuns = 20;
/** The SDK enters a function from its start at each call: what a step costs grows with the steps before it. */
const stepsOfLongRun = 100;
/** Rounds of so many parallel runs: what is sustained, not what a cold process does first. */
const parallelRuns = 100;
const rounds = 8;
const dueJobs = 100_000;
const claims = 100;

export type Figures = {
  sequentialRate: number;
  parallelRate: number;
  addedP50: number;
  addedP99: number;
  /** In a run of 100 steps. */
  longAddedP50: number;
  restMegabytes: number;
  peakMegabytes: number;
  /** Milliseconds of processor time per step of the parallel runs, by process: what a busy machine does not blur. */
  processor: { executor: number; app: number; database: number };
};

/** Steps per second, milliseconds added per step and memory of the executor's process, by the real SDK in another process. */
export async function executorWork({ checkpointing }: { checkpointing: boolean }): Promise<Figures> {
  const server = await ownServer();
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  const [appPort, port] = [await freePort(), await freePort()];
  const executorUrl = `http://127.0.0.1:${port}`;
  const app = member("measured-app", { PORT: String(appPort), EXECUTOR_URL: executorUrl });
  const executor = member("executor", {
    DATABASE_URL: server.url("postgres"),
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${appPort}/api/inngest`,
    CHECKPOINTING: checkpointing ? "1" : "0",
    LEASE_MS: "30000",
  });
  try {
    await Promise.all([app.start(), executor.start()]);
    await until("The sync", async () => (await fetch(`${executorUrl}/fn/sync`, { method: "POST" })).ok || null, {
      within: 10_000,
      every: 50,
    });
    const client = new Inngest({ id: "sender", baseUrl: executorUrl, eventKey, signingKey, isDev: false });
    const run = (count: number, steps: number) => finished(client, sql, count, steps);
    await run(5, 10);
    const restMegabytes = memoryOf(executor.child.pid!, "VmRSS");
    await run(parallelRuns, stepsOfEach);
    const sequential: Awaited<ReturnType<typeof finished>>[] = [];
    for (let n = 0; n < sequentialRuns; n++) sequential.push(await run(1, stepsOfEach));
    const long = await run(1, stepsOfLongRun);
    const pids = { executor: executor.child.pid!, app: app.child.pid!, database: server.pid() };
    const before = processorOf(pids);
    const parallel = await run(rounds * parallelRuns, stepsOfEach);
    const after = processorOf(pids);
    const steps = rounds * parallelRuns * stepsOfEach;
    const perStep = (who: keyof typeof pids) => (after[who] - before[who]) / steps;
    const added = sorted(sequential.flatMap(({ gaps }) => gaps));
    return {
      sequentialRate: at(sorted(sequential.map(({ rate }) => rate)), 0.5),
      parallelRate: parallel.rate,
      addedP50: at(added, 0.5),
      addedP99: at(added, 0.99),
      longAddedP50: at(sorted(long.gaps), 0.5),
      restMegabytes,
      peakMegabytes: memoryOf(executor.child.pid!, "VmHWM"),
      processor: { executor: perStep("executor"), app: perStep("app"), database: perStep("database") },
    };
  } finally {
    await dismiss(app, executor);
    await sql.end({ timeout: 1 });
    await server.remove();
  }
}

/** Runs so many chains, at most 100 at once; steps per second from the first event to the last end, and what was added between steps. */
async function finished(client: Inngest, sql: postgres.Sql, count: number, steps: number) {
  const began = performance.now();
  const gaps: number[] = [];
  const open = new Set<string>();
  let sent = 0;
  await until(
    "The runs",
    async () => {
      const ended = await sql<{ id: string; output: number[] }[]>`
        select event_iid as id, output from engine.runs where event_iid = any(${[...open]}) and status = 'completed'`;
      for (const { id, output } of ended) if (open.delete(id)) gaps.push(...output);
      if (sent === count && open.size === 0) return true;
      const missing = Math.min(count - sent, parallelRuns - open.size);
      sent += missing;
      const events = Array.from({ length: missing }, () => ({ name: "b/chain", data: { steps } }));
      if (missing > 0) for (const id of (await client.send(events)).ids) open.add(id);
      return null;
    },
    { within: 60_000, every: 20 },
  );
  return { rate: (count * steps * 1000) / (performance.now() - began), gaps };
}

/** Milliseconds of one claim, of one call and of as many as fit, while 100,000 calls are due. */
export async function claimTimes() {
  const server = await ownServer();
  const database = openDatabase({ url: server.url("postgres"), name: "bench", channel: "bench", onNotify: () => {} });
  try {
    await migrate(database);
    await fill(database.sql);
    const engine = { ...database, name: "bench", settings: defaults } as unknown as Engine;
    const one = await timesOf(() => claimCalls(engine, 1));
    const full = await timesOf(() => claimCalls(engine, defaults.maxCalls));
    return { oneP50: at(one, 0.5), oneP99: at(one, 0.99), fullP50: at(full, 0.5), fullP99: at(full, 0.99) };
  } finally {
    await database.close();
    await server.remove();
  }
}

async function fill(sql: Engine["sql"]): Promise<void> {
  await sql`insert into engine.apps(id, url, checksum) values ('bench', 'http://127.0.0.1:1', '')`;
  await sql`insert into engine.fns(id, app_id, cfg) values ('bench-f', 'bench', '{}')`;
  await sql`
    insert into engine.runs(id, fn_id, fn_version, event, event_iid, max_attempts, ord)
    select 'run' || n, 'bench-f', 1, '{}', 'event' || n, 1, n from generate_series(1, ${dueJobs}::int) n`;
  await sql`
    insert into engine.jobs(run_id, kind, dedupe, state, ord)
    select id, 'call', id || ':start', 'ready', ord from engine.runs`;
  await sql`analyze engine.runs, engine.jobs`;
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < claims; i++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return sorted(times);
}

const sorted = (values: number[]) => values.sort((a, b) => a - b);
const at = (values: number[], part: number) => values[Math.min(Math.floor(values.length * part), values.length - 1)]!;

function memoryOf(pid: number, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
}

const tickMs = 10;

/** Milliseconds of processor time used so far; the database's with that of its sessions. */
function processorOf({ executor, app, database }: { executor: number; app: number; database: number }) {
  const used = (pid: number) => {
    const [, fields = ""] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const [user = 0, system = 0, ofGone = 0, systemOfGone = 0] = fields.split(" ").slice(11, 15).map(Number);
    return (user + system + ofGone + systemOfGone) * tickMs;
  };
  const sessions = readFileSync(`/proc/${database}/task/${database}/children`, "utf8").trim().split(" ").map(Number);
  const ofDatabase = [database, ...sessions].reduce((sum, pid) => sum + used(pid), 0);
  return { executor: used(executor), app: used(app), database: ofDatabase };
}

/** All figures of the executor against their targets, as lines. */
export async function executorFigures(): Promise<string[]> {
  const lines = [`Load of the machine before: ${loadavg()[0]!.toFixed(1)}`];
  for (const checkpointing of [true, false]) {
    const { sequentialRate, parallelRate, addedP50, addedP99, longAddedP50, restMegabytes, peakMegabytes, processor } =
      await executorWork({ checkpointing });
    const each = (value: number) => value.toFixed(1);
    lines.push(
      checkpointing ? "Steps stored while the call goes on:" : "A call for each step:",
      `  ${sequentialRate.toFixed(0)} steps/s in one run, ${parallelRate.toFixed(0)} sustained over ${rounds * parallelRuns} runs, ${defaults.maxCalls} calls at a time (target 400)`,
      `  added per sequential step: ${each(addedP50)} ms p50, ${each(addedP99)} ms p99 (target 15 ms p50); in a run of ${stepsOfLongRun} steps ${each(longAddedP50)} ms p50`,
      `  processor time per step: executor ${each(processor.executor)} ms, app ${each(processor.app)} ms, database ${each(processor.database)} ms`,
      `  memory of the executor: ${restMegabytes.toFixed(0)} MB at rest, ${peakMegabytes.toFixed(0)} MB at most`,
    );
  }
  const { oneP50, oneP99, fullP50, fullP99 } = await claimTimes();
  const ms = (value: number) => value.toFixed(2);
  return [
    ...lines,
    `A claim with ${dueJobs} due calls: ${ms(oneP50)} ms p50, ${ms(oneP99)} ms p99 (target 2 ms); of ${defaults.maxCalls} at once: ${ms(fullP50)} and ${ms(fullP99)} ms`,
  ];
}
