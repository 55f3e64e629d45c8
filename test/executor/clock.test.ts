import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { passTime } from "./clock.ts";
import { openWorld, until } from "./world.ts";

/** Calls of a held step that are open, by its key, oldest first. */
const open = new Map<string, (() => void)[]>();
const callsOf = (key: string) => open.get(key) ?? [];
const functions = (client: Inngest) => [
  client.createFunction({ id: "held", retries: 0, triggers: [{ event: "h/held" }] }, async ({ event, step }) => {
    const key = event.data.key as string;
    return step.run("hold", async () => {
      const turn = callsOf(key).length + 1;
      await new Promise<void>((resolve) => open.set(key, [...callsOf(key), resolve]));
      return turn;
    });
  }),
  client.createFunction({ id: "asleep", triggers: [{ event: "h/asleep" }] }, async ({ step }) =>
    step.sleep("half an hour", "30m"),
  ),
  client.createFunction({ id: "waiting", triggers: [{ event: "h/waiting" }] }, async ({ step }) =>
    step.waitForEvent("answer", { event: "h/answer", timeout: "30m" }),
  ),
  client.createFunction({ id: "hourly", triggers: [{ cron: "*/10 * * * *" }] }, async () => "fired"),
];
/** Seconds that the long step takes; 330 to see that nothing between here and the app gives up after five minutes. */
const longSeconds = Number(process.env.LONG_STEP_SECONDS ?? 8);
const world = await openWorld(functions, { leaseMs: longSeconds > 60 ? 30_000 : 2_000 });
const { sql } = world.database;
const lease = async (id: string) => {
  const [job] = await sql<{ gen: number; lost: number; locked_by: string | null }[]>`
    select j.gen, j.lost, j.locked_by from engine.jobs j join engine.runs r on r.id = j.run_id
    where r.event_iid = ${id} and j.kind = 'call'`;
  return job;
};
const held = async (key: string) => {
  const id = await world.send("h/held", { key });
  await until(() => callsOf(key).length === 1);
  return id;
};

test(
  "a step that takes many times its lease is kept by its heartbeats and runs once",
  async () => {
    const id = await held("long");
    const end = Date.now() + longSeconds * 1000;
    await until(() => Date.now() > end, longSeconds * 1000 + 5_000);
    expect(await lease(id)).toMatchObject({ gen: 1, lost: 0 });
    callsOf("long")[0]?.();
    expect(await world.ended(id)).toMatchObject({ status: "completed", output: 1 });
    expect(callsOf("long")).toHaveLength(1);
  },
  longSeconds * 1000 + 30_000,
);

test("a clock that jumps ahead ends what is due, keeps one result of a call under way, and fires a schedule once", async () => {
  const id = await held("jump");
  const ids = [await world.send("h/asleep"), await world.send("h/waiting")];
  await until(async () => (await sql`select 1 from engine.jobs where kind in ('sleep', 'timeout')`).length === 2);
  await passTime(sql, "1 hour");
  for (const one of ids) expect(await world.ended(one)).toMatchObject({ status: "completed", output: null });
  // Its lease ended in the jump: it was renewed by who holds it, or the call was made again.
  for (const letGo of callsOf("jump").toReversed()) letGo();
  const { output } = await world.ended(id);
  expect(output).toBe(callsOf("jump").length);
  await until(async () => (await sql`select 1 from engine.crons where next_at > now()`).length === 1);
  expect((await sql`select 1 from engine.runs where fn_id = 'probe-hourly'`).length).toBeLessThanOrEqual(1);
});

test("a clock that is set back leaves no call with a dead executor, and no one asleep for good", async () => {
  const id = await held("back");
  await passTime(sql, "-20 minutes");
  await sql`update engine.jobs set locked_by = 'dead' where state = 'leased'`;
  await until(() => callsOf("back").length === 2);
  callsOf("back")[1]?.();
  expect(await world.ended(id)).toMatchObject({ status: "completed", output: 2 });
  callsOf("back")[0]?.();

  const asleep = await world.send("h/asleep");
  await until(async () => (await sql`select 1 from engine.jobs where kind = 'sleep'`).length === 1);
  await passTime(sql, "-1 hour");
  const [run] = await sql<{ why: string }[]>`select engine.why(id) as why from engine.runs where event_iid = ${asleep}`;
  expect(run?.why).toMatch(/^sleeping until /);
  await passTime(sql, "2 hours");
  expect((await world.ended(asleep)).status).toBe("completed");
});
