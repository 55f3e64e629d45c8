import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bearerOf } from "@flyloft/infra/executor/protocol/signature";
import { Inngest } from "inngest";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { eventKey, signingKey } from "../../executor/app.ts";
import { crash, dismiss, freePort, member, type Member } from "../../executor/crew.ts";
import { ownServer } from "../../executor/own-server.ts";
import { until } from "../../executor/world.ts";
import { readEffects } from "./effects.ts";
import { planRounds, type Round, type Victim } from "./plan.ts";
import { watchMemos } from "./witness.ts";
import { endOf, type Shape } from "./workload.ts";

/** JOBS_CHAOS_RUNS=100 JOBS_CHAOS_KILLS=36 for the whole of it, JOBS_CHAOS_SEED to repeat some. */
const runs = Number(process.env.JOBS_CHAOS_RUNS ?? 24);
const kills = Number(process.env.JOBS_CHAOS_KILLS ?? 8);
const seed = Number(process.env.JOBS_CHAOS_SEED ?? Math.floor(Math.random() * 1e9));
const settleMs = 120_000;

type Installation = Awaited<ReturnType<typeof install>>;

/** Two executors, an app and a PostgreSQL of their own. */
async function install() {
  const server = await ownServer();
  const folder = await mkdtemp(join(tmpdir(), "flyloft-effects-"));
  const effects = join(folder, "effects");
  await writeFile(effects, "");
  const url = server.url("postgres");
  const [appPort, ...ports] = (await Promise.all([freePort(), freePort(), freePort()])) as [number, number, number];
  const executorUrl = `http://127.0.0.1:${ports[0]}`;
  const app = member("mixed-app", { PORT: String(appPort), EXECUTOR_URL: executorUrl, EFFECTS: effects });
  const shared = { DATABASE_URL: url, APP_URL: `http://127.0.0.1:${appPort}/api/inngest`, CHECKPOINTING: "1" };
  const [first, second] = ports.map((port) => member("executor", { ...shared, PORT: String(port) })) as [
    Member,
    Member,
  ];
  const sql = postgres(url, { max: 2, fetch_types: false, onnotice: () => {} });
  onTestFinished(async () => {
    await dismiss(app, first, second);
    await sql.end({ timeout: 1 });
    await server.remove();
    await rm(folder, { recursive: true });
  });
  await Promise.all([app, first, second].map((one) => one.start()));
  const client = new Inngest({ id: "sender", baseUrl: executorUrl, eventKey, signingKey, isDev: false });
  return { server, sql, effects, app, first, second, client, executorUrl };
}

/** Goes on asking while a process or the database is away. */
const stubbornly = <T>(ask: () => Promise<T | undefined | false>) =>
  until(() => ask().catch(() => undefined), settleMs);

const send = ({ client }: Installation, name: string, n: number) =>
  stubbornly(() => client.send({ id: `${name} ${n}`, name, data: { n } }).then(() => true));

async function kill({ server, app, first, second }: Installation, victim: Victim): Promise<void> {
  if (victim === "PostgreSQL") return server.crash();
  if (victim === "both executors") return void (await Promise.all([crash(first), crash(second)]));
  await crash({ app, "first executor": first, "second executor": second }[victim]);
}

/** Answers who waits and cancels who sleeps, as soon as the database says that they do. */
async function attend(here: Installation, n: number, shape: Shape): Promise<void> {
  const { sql, executorUrl } = here;
  const reached = (what: ReturnType<typeof sql>) =>
    stubbornly(async () => {
      const [run] = await sql<{ id: string }[]>`
        select r.id from engine.runs r join engine.events e on e.iid = r.event_iid
        where e.ext_id = ${`m/${shape} ${n}`} and ${what}`;
      return run?.id;
    });
  if (shape === "wait") {
    await reached(sql`exists (select 1 from engine.waits w where w.run_id = r.id and w.kind = 'event')`);
    await send(here, "m/answer", n);
  }
  if (shape === "cancel") {
    const id = await reached(sql`exists (select 1 from engine.jobs j where j.run_id = r.id and j.kind = 'sleep')`);
    if (n % 2 === 0) return void (await send(here, "m/stop", n));
    const headers = { authorization: `Bearer ${bearerOf(signingKey)}` };
    await stubbornly(async () => (await fetch(`${executorUrl}/v1/runs/${id}`, { method: "DELETE", headers })).ok);
  }
}

type Ended = { id: string; fn_id: string; status: string; output: unknown; ext_id: string | null };

const ended = ({ sql }: Installation) => sql<Ended[]>`
  select r.id, r.fn_id, r.status, r.output, e.ext_id from engine.runs r left join engine.events e on e.iid = r.event_iid`;

async function settle({ sql }: Installation): Promise<void> {
  const open = () => sql`
    select r.fn_id, r.status, j.kind, j.state, engine.why(r.id) as why from engine.runs r
    left join engine.jobs j on j.run_id = r.id where r.ended_at is null or j.id is not null`;
  await stubbornly(async () => (await open()).length === 0).catch(async (cause: unknown) => {
    throw new Error(`still open: ${JSON.stringify(await open(), null, 1)}`, { cause });
  });
}

/** Every event that was accepted has started its run once, and every run has ended as its shape does. */
function checkRuns(all: Ended[], rounds: Round[]): void {
  for (const { n, shape } of rounds.flatMap(({ send: sent }) => sent)) {
    const own = all.filter(({ ext_id }) => ext_id === `m/${shape} ${n}`);
    expect([shape, n, ...own.map(({ fn_id, status }) => [fn_id, status])]).toEqual([
      shape,
      n,
      [`probe-${shape}`, endOf[shape]],
    ]);
  }
  const count = (fn: string) => all.filter(({ fn_id }) => fn_id === `probe-${fn}`).length;
  const sent = (shape: Shape) => rounds.flatMap((round) => round.send).filter((one) => one.shape === shape).length;
  expect(count("sequence")).toBe(sent("sequence") + sent("invoke"));
  expect(count("broken")).toBe(sent("broken") + sent("invoke"));
  expect(count("broken-failure")).toBe(count("broken"));
}

/** Each result is that of one execution of its step; what was returned is what was stored. */
async function checkResults(here: Installation, all: Ended[]) {
  const effects = readEffects(here.effects);
  const known = new Map(effects.map(({ token, runId, step }) => [token, `${runId} ${step}`]));
  const memos = await here.sql<{ run_id: string; name: string; token: string }[]>`
    select run_id, name, memo->>'data' as token from engine.steps where op in ('StepRun', 'StepPlanned') and memo->'data' is not null`;
  for (const { run_id, name, token } of memos) expect([token, known.get(token)]).toEqual([token, `${run_id} ${name}`]);
  const stored = new Set(memos.map(({ token }) => token));
  const lost = all
    .flatMap(({ output }) => (Array.isArray(output) ? (output as unknown[]) : []))
    .filter((one) => typeof one === "string" && known.has(one) && !stored.has(one));
  expect(lost).toEqual([]);
  expect(effects.filter(({ step }) => step === "never")).toEqual([]);
  return effects;
}

/** Every full minute since the schedules were known has fired once. */
async function checkCrons({ sql }: Installation, sinceMs: number): Promise<number> {
  await until(async () => (await sql`select 1 from engine.crons where next_at <= now()`).length === 0, settleMs);
  const fires = await sql<{ fn_id: string; at: string }[]>`
    select r.fn_id, r.event->'data'->>'scheduledAt' as at from engine.runs r where r.fn_id like 'probe-cron-%'`;
  const minutes: string[] = [];
  for (let at = Math.ceil(sinceMs / 60_000) * 60_000; at <= Date.now(); at += 60_000)
    minutes.push(new Date(at).toISOString());
  for (const fn of ["probe-cron-1", "probe-cron-2"]) {
    expect(
      fires
        .filter(({ fn_id }) => fn_id === fn)
        .map(({ at }) => at)
        .sort(),
    ).toEqual(minutes);
  }
  return fires.length;
}

test(`${runs} mixed runs end right while ${kills} times something is killed under them (seed ${seed})`, async () => {
  const began = Date.now();
  const here = await install();
  await stubbornly(async () => (await here.sql`select 1 from engine.crons`).length === 2);
  const since = Date.now();
  const memos = watchMemos(here.sql);
  const rounds = planRounds(seed, runs, kills);
  const attended: Promise<void>[] = [];
  const died = new Map<Victim, number>();
  for (const { send: events, afterMs, victim } of rounds) {
    const sending = events.map(({ n, shape }) => send(here, `m/${shape}`, n).then(() => attend(here, n, shape)));
    attended.push(...sending);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await kill(here, victim);
    died.set(victim, (died.get(victim) ?? 0) + 1);
  }
  await Promise.all(attended);
  const fires = await checkCrons(here, since);
  await settle(here);
  const { kept, broken } = await memos.stop();
  expect(broken).toEqual([]);
  const all = await ended(here);
  checkRuns(all, rounds);
  const effects = await checkResults(here, all);
  const left =
    await here.sql`select 1 from engine.jobs union all select 1 from engine.waits union all select 1 from engine.slots`;
  expect(left).toHaveLength(0);

  const times = new Map<string, number>();
  for (const { runId, step } of effects) times.set(`${runId} ${step}`, (times.get(`${runId} ${step}`) ?? 0) + 1);
  const repeated = [...times.values()].filter((n) => n > 1);
  console.log(
    `Jobs chaos: seed ${seed}, ${all.length} runs (${fires} by schedules), ${kept} results kept; killed: ` +
      `${[...died].map(([victim, n]) => `${victim} ${n}`).join(", ")}; of ${times.size} side effects ${repeated.length} were repeated, ` +
      `at most ${Math.max(1, ...repeated)} times in all; ${((Date.now() - began) / 1000).toFixed(0)} s`,
  );
}, 600_000);
