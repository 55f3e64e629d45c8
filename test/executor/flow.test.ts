import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { openWorld, until } from "./world.ts";

let inFlight = 0;
let most = 0;
const openGates = new Map<string, () => void>();
const order: string[] = [];

/** Holds a step open until the test lets it go. */
const gate = (key: string) => new Promise<void>((resolve) => openGates.set(key, resolve));
const letGo = async (key: string) => (await until(() => openGates.get(key)))();

const functions = (client: Inngest) => [
  client.createFunction(
    { id: "limited", concurrency: { limit: 2, key: "event.data.project" }, triggers: [{ event: "t/limited" }] },
    async ({ step }) => {
      await step.run("work", async () => {
        most = Math.max(most, ++inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight--;
      });
      return "done";
    },
  ),
  client.createFunction({ id: "narrow", concurrency: 1, triggers: [{ event: "t/narrow" }] }, async ({ event, step }) =>
    step.run("hold", () => gate(event.data.key as string)),
  ),
  client.createFunction(
    { id: "alone", singleton: { mode: "skip", key: "event.data.key" }, triggers: [{ event: "t/alone" }] },
    async ({ event, step }) => step.run("hold", () => gate(event.data.key as string)),
  ),
  client.createFunction(
    { id: "newest", singleton: { mode: "cancel", key: "event.data.key" }, triggers: [{ event: "t/newest" }] },
    async ({ step }) => {
      await step.sleep("long", "1h");
    },
  ),
  client.createFunction(
    { id: "bounded", timeouts: { finish: "1s" }, triggers: [{ event: "t/bounded" }] },
    async ({ step }) => {
      await step.sleep("long", "1h");
    },
  ),
  client.createFunction(
    { id: "impatient", concurrency: 1, timeouts: { start: "1s" }, triggers: [{ event: "t/impatient" }] },
    async ({ event, step }) => step.run("hold", () => gate(event.data.key as string)),
  ),
  client.createFunction(
    { id: "once", idempotency: "event.data.order", triggers: [{ event: "t/once" }] },
    async () => "ran",
  ),
  client.createFunction(
    { id: "rated", rateLimit: { limit: 1, period: "1h", key: "event.data.key" }, triggers: [{ event: "t/rated" }] },
    async () => "ran",
  ),
  client.createFunction(
    { id: "calm", debounce: { period: "1s", key: "event.data.key" }, triggers: [{ event: "t/calm" }] },
    async ({ event }) => event.data.n as number,
  ),
  client.createFunction(
    {
      id: "urgent",
      concurrency: 1,
      priority: { run: "event.data.urgent ? 120 : 0" },
      triggers: [{ event: "t/urgent" }],
    },
    async ({ event, step }) =>
      step.run("work", async () => {
        order.push(event.data.key as string);
        if (event.data.hold) await gate(event.data.key as string);
      }),
  ),
  client.createFunction({ id: "timed", triggers: [{ cron: "TZ=Europe/Warsaw */5 * * * *" }] }, async ({ event }) => ({
    name: event.name,
  })),
  client.createFunction(
    { id: "chosen", triggers: [{ event: "t/chosen", if: "event.data.env == 'prod' && event.data.size > 3" }] },
    async () => "ran",
  ),
  client.createFunction({ id: "any", triggers: [{ event: "wild/*" }] }, async ({ event }) => event.name),
];

const world = await openWorld(functions);
const { sql } = world.database;
const statusesOf = async (ids: string[]) =>
  (await Promise.all(ids.map((id) => world.runsOf(id)))).flat().map((run) => run.status);

test("no more calls than the limit of a concurrency key are in flight, and all runs end", async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => world.send("t/limited", { project: "p1" })));
  for (const id of ids) expect((await world.ended(id)).output).toBe("done");
  expect(most).toBeLessThanOrEqual(2);
  expect(await sql`select 1 from engine.slots where scope_key like '%limited%'`).toHaveLength(0);
});

test("a call behind a full key says so and goes on when the key is free", async () => {
  const first = await world.send("t/narrow", { key: "n1" });
  await until(() => openGates.has("n1"));
  const second = await world.send("t/narrow", { key: "n2" });
  const [run] = await world.runsOf(second);
  const why = await until(async () => {
    const [row] = await sql<{ why: string }[]>`select engine.why(${run?.id ?? ""}) as why`;
    return row?.why.includes("concurrency") && row.why;
  });
  expect(why).toMatch(/queued behind concurrency key fn:probe-narrow/);
  await letGo("n1");
  await letGo("n2");
  expect((await world.ended(first)).status).toBe("completed");
  expect((await world.ended(second)).status).toBe("completed");
});

test("a singleton that skips lets one run live per key", async () => {
  const first = await world.send("t/alone", { key: "a1" });
  await until(() => openGates.has("a1"));
  const second = await world.send("t/alone", { key: "a1" });
  expect(await statusesOf([second])).toEqual(["skipped"]);
  await letGo("a1");
  await world.ended(first);
  openGates.delete("a1");
  const third = await world.send("t/alone", { key: "a1" });
  await letGo("a1");
  expect((await world.ended(third)).status).toBe("completed");
});

test("a singleton that cancels keeps only the newest of many at once", async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => world.send("t/newest", { key: "k" })));
  const statuses = await statusesOf(ids);
  expect(statuses.filter((status) => status === "cancelled")).toHaveLength(7);
  expect(statuses).toHaveLength(8);
});

test("a run that is not finished in time is cancelled", async () => {
  const run = await world.ended(await world.send("t/bounded"));
  expect(run).toMatchObject({ status: "cancelled", error: { message: "Cancelled by timeouts.finish" } });
});

test("a run that does not start in time is cancelled", async () => {
  await world.send("t/impatient", { key: "i1" });
  await until(() => openGates.has("i1"));
  const run = await world.ended(await world.send("t/impatient", { key: "i2" }));
  expect(run).toMatchObject({ status: "cancelled", error: { message: "Cancelled by timeouts.start" } });
  await letGo("i1");
});

test("an idempotency key starts one run a day", async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => world.send("t/once", { order: "o1" })));
  expect(await statusesOf(ids)).toHaveLength(1);
  expect(await world.runsOf(await world.send("t/once", { order: "o2" }))).toHaveLength(1);
});

test("the same producer id starts one run, and the same request has the same ids", async () => {
  const first = await world.send("t/chosen", { env: "prod", size: 4 }, { id: "event-1" });
  const second = await world.send("t/chosen", { env: "prod", size: 4 }, { id: "event-1" });
  expect([...(await world.runsOf(first)), ...(await world.runsOf(second))]).toHaveLength(1);
});

test("a rate limit drops what comes too soon, for each key on its own", async () => {
  const send = (key: string) => world.send("t/rated", { key });
  const ids = [await send("r1"), await send("r1"), await send("r2")];
  expect(await statusesOf(ids)).toHaveLength(2);
});

test("a debounce runs once, with the last event", async () => {
  const ids = [];
  for (let n = 1; n <= 3; n++) ids.push(await world.send("t/calm", { key: "c", n }));
  const run = await world.ended(ids[2] ?? "");
  expect(run.output).toBe(3);
  expect(await world.runsOf(ids[0] ?? "")).toHaveLength(0);
});

test("an urgent run goes before an older one that waits", async () => {
  const ids = [await world.send("t/urgent", { key: "holder", hold: true })];
  await until(() => openGates.has("holder"));
  ids.push(
    await world.send("t/urgent", { key: "normal" }),
    await world.send("t/urgent", { key: "urgent", urgent: true }),
  );
  await letGo("holder");
  for (const id of ids) await world.ended(id);
  expect(order).toEqual(["holder", "urgent", "normal"]);
});

test("a trigger's expression decides, and a wildcard takes every name below it", async () => {
  const chosen = await world.send("t/chosen", { env: "prod", size: 7 });
  const other = await world.send("t/chosen", { env: "test", size: 7 });
  const without = await world.send("t/chosen");
  expect((await world.ended(chosen)).output).toBe("ran");
  expect(await statusesOf([other, without])).toHaveLength(0);
  expect((await world.ended(await world.send("wild/anything"))).output).toBe("wild/anything");
});

test("a due cron runs once and is planned again", async () => {
  // Now, not the full minute: later than half a minute is too late for a schedule of every minute.
  await sql`update engine.crons set fire_at = date_trunc('milliseconds', now()), next_at = now()`;
  const run = await until(async () => {
    const [row] =
      await sql`select status, output, event from engine.runs where fn_id = 'probe-timed' and ended_at is not null`;
    return row;
  });
  expect(run).toMatchObject({ status: "completed", output: { name: "inngest/scheduled.timer" } });
  const [cron] = await sql`select next_at > now() as later from engine.crons where fn_id = 'probe-timed'`;
  expect(cron?.later).toBe(true);
  expect(await sql`select 1 from engine.runs where fn_id = 'probe-timed'`).toHaveLength(1);
});

test("a cron that fired while nobody was there is not made up for when it is old", async () => {
  await sql`update engine.crons set fire_at = now() - interval '40 days', next_at = now() - interval '40 days'`;
  await until(async () => (await sql`select 1 from engine.crons where next_at > now()`).length === 1);
  const [count] = await sql<{ n: number }[]>`select count(*)::int as n from engine.runs where fn_id = 'probe-timed'`;
  expect(count?.n).toBeLessThanOrEqual(2);
});

test("a run cancelled by the API ends, and is not changed again", async () => {
  const { bearerOf } = await import("@flyloft/infra/executor/protocol/signature");
  const { signingKey } = await import("./app.ts");
  const id = await world.send("t/narrow", { key: "cancelled" });
  await until(() => openGates.has("cancelled"));
  const [run] = await world.runsOf(id);
  const url = `${world.executor.url}/v1/runs/${run?.id}`;
  const ask = (method: string, token = bearerOf(signingKey)) =>
    fetch(url, { method, headers: { authorization: `Bearer ${token}` } });
  expect((await ask("DELETE", "wrong")).status).toBe(401);
  expect((await (await ask("DELETE")).json()) as object).toMatchObject({ data: { status: "Cancelled" } });
  await letGo("cancelled");
  await until(() => world.logs.some((entry) => entry.message === "a stale reply was dropped"));
  expect((await (await ask("GET")).json()) as object).toMatchObject({
    data: { status: "Cancelled", why: "cancelled" },
  });
});
