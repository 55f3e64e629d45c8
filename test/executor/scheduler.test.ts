import { applyReply } from "@flyloft/infra/executor/calls/apply";
import { claimCalls, type Claimed } from "@flyloft/infra/executor/calls/claim";
import type { Call } from "@flyloft/infra/executor/calls/prepare";
import { openDatabase } from "@flyloft/infra/executor/database";
import { defaults, type Engine } from "@flyloft/infra/executor/engine";
import { migrate } from "@flyloft/infra/executor/migrate";
import { promote } from "@flyloft/infra/executor/timers/promote";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase } from "./postgres.ts";

const { url, sql, drop } = await emptyDatabase();
const databases = ["one", "two"].map((name) => openDatabase({ url, name, channel: "none", onNotify: () => {} }));
const engines = databases.map((database, i) => {
  const rest = { name: ["one", "two"][i], settings: defaults, failpoint: () => {}, log: () => {} };
  return { sql: database.sql, transact: database.transact, ...rest } as unknown as Engine;
});
const [first, second] = engines as [Engine, Engine];

beforeAll(async () => {
  await migrate(databases[0]!);
  await sql`insert into engine.apps(id, url, checksum) values ('app', 'http://127.0.0.1:1', '')`;
  await sql`insert into engine.fns(id, app_id, cfg) values ('app-f', 'app', '{}')`;
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await drop();
});

/** How many calls of a key may be in flight; a call without a key is never limited. */
const limits: Record<string, number> = { narrow: 1, wide: 2 };
type Job = { runId: string; ord: number; key: string | null; lease: { id: string; gen: number } | null };

/** What the scheduler promises, beside the real one: who holds which call, and what may go on. */
class Model {
  readonly jobs = new Map<string, Job>();
  /** Leases that were lost: what comes from them must change nothing. */
  readonly stale: { runId: string; id: string; gen: number }[] = [];
  #last = 0;

  held(key: string) {
    return [...this.jobs.values()].filter((job) => job.key === key && job.lease).length;
  }
  mayGo = ({ key, lease }: Job) => !lease && (key === null || this.held(key) < limits[key]!);
  leased = () => [...this.jobs.values()].filter(({ lease }) => lease);

  async enqueue(key: string | null, ord: number) {
    const runId = `run-${String(++this.#last).padStart(6, "0")}`;
    const slotKeys = key === null ? null : JSON.stringify([{ key, limit: limits[key] }]);
    await sql`
      insert into engine.runs(id, fn_id, fn_version, event, event_iid, max_attempts, ord, slot_keys, quiet)
      values (${runId}, 'app-f', 1, '{}', ${runId}, 1, ${ord}, ${slotKeys}::text::json, true)`;
    await sql`
      insert into engine.jobs(run_id, kind, dedupe, state, ord) values (${runId}, 'call', ${runId}, 'ready', ${ord})`;
    this.jobs.set(runId, { runId, ord, key, lease: null });
  }

  take(claimed: Claimed[]) {
    for (const { run_id: runId, id, gen } of claimed) {
      const job = this.jobs.get(runId);
      expect(job, "only work that is open is given out").toBeDefined();
      expect(job?.lease, "one holder at a time").toBeNull();
      job!.lease = { id, gen };
    }
    for (const [key, limit] of Object.entries(limits)) expect(this.held(key)).toBeLessThanOrEqual(limit);
  }

  /** Whoever goes first by order and could go has gone, before anybody behind it. */
  inOrder(claimed: Claimed[]) {
    const last = Math.max(...claimed.map(({ run_id: runId }) => this.jobs.get(runId)?.ord ?? 0));
    const passedOver = [...this.jobs.values()].filter((job) => job.ord < last && this.mayGo(job));
    expect(passedOver).toEqual([]);
  }
}

/** One executor claims until it has what it wanted or there is no more. */
async function claim(engine: Engine, wanted: number): Promise<Claimed[]> {
  const all: Claimed[] = [];
  for (let more = true; more && all.length < wanted;) {
    const round = await claimCalls(engine, wanted - all.length);
    all.push(...round.claimed);
    more = round.more;
  }
  return all;
}

const done = { kind: "done", status: 200, version: 1, output: null } as const;
const finish = (engine: Engine, runId: string, { id, gen }: { id: string; gen: number }) =>
  applyReply(engine, { runId, jobId: id, gen } as Call, done).then(({ stale }) => !stale);

async function end(model: Model, which: number, engine: Engine) {
  const job = model.leased()[which % Math.max(model.leased().length, 1)];
  if (!job?.lease) return;
  expect(await finish(engine, job.runId, job.lease)).toBe(true);
  model.jobs.delete(job.runId);
}

async function lapse(model: Model, which: number) {
  const job = model.leased()[which % Math.max(model.leased().length, 1)];
  if (!job?.lease) return;
  await sql`update engine.jobs set locked_until = now() - interval '1 second' where id = ${job.lease.id}`;
  await promote(first);
  model.stale.push({ runId: job.runId, ...job.lease });
  job.lease = null;
}

const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("enqueue" as const),
      key: fc.constantFrom(null, "narrow", "wide"),
      ord: fc.nat(50),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("claim" as const), wanted: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("both" as const), wanted: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("end" as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lapse" as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stale" as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

async function act(model: Model, one: Action) {
  switch (one.do) {
    case "enqueue":
      return model.enqueue(one.key, one.ord);
    case "claim": {
      const claimed = await claim(first, one.wanted);
      model.take(claimed);
      if (claimed.length < one.wanted) expect([...model.jobs.values()].filter(model.mayGo)).toEqual([]);
      return model.inOrder(claimed);
    }
    case "both":
      return model.take((await Promise.all([claim(first, one.wanted), claim(second, one.wanted)])).flat());
    case "end":
      return end(model, one.which, second);
    case "lapse":
      return lapse(model, one.which);
    case "stale":
      for (const { runId, ...lease } of model.stale) expect(await finish(second, runId, lease)).toBe(false);
  }
}

/** Whatever came before, everything that waits gets its turn, and none more than once for each that is ahead of it. */
async function drain(model: Model) {
  for (let rounds = model.jobs.size; model.jobs.size > 0; rounds--) {
    expect(rounds, "every round ends at least one").toBeGreaterThan(0);
    const claimed = await claim(first, 8);
    model.take(claimed);
    model.inOrder(claimed);
    for (const { runId, lease } of model.leased()) {
      expect(await finish(first, runId, lease!)).toBe(true);
      model.jobs.delete(runId);
    }
  }
  expect(await sql`select 1 from engine.slots`).toHaveLength(0);
}

test("no call has two holders, limits hold, the first in order goes first, and all get their turn, whatever happens", async () => {
  const property = fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
    await sql`truncate engine.runs cascade`;
    const model = new Model();
    for (const one of actions) await act(model, one);
    await drain(model);
  });
  await fc.assert(property, { numRuns: 15, endOnFailure: true });
}, 60_000);
