import { referenceFunction, type Inngest } from "inngest";
import { expect, test } from "vitest";
import { eventKey } from "./app.ts";
import { openWorld, until } from "./world.ts";

const held = new Map<string, () => void>();
const hold = (key: string) => new Promise<void>((resolve) => held.set(key, resolve));

const functions = (client: Inngest) => [
  client.createFunction({ id: "gateway", triggers: [{ event: "x/gateway" }] }, async ({ step }) => {
    await step.fetch("http://127.0.0.1:9/inside");
  }),
  client.createFunction({ id: "heavy", retries: 0, triggers: [{ event: "x/heavy" }] }, async ({ events, step }) => {
    const parts = [
      await step.run("one", () => "x".repeat(3_000_000)),
      await step.run("two", () => "y".repeat(3_000_000)),
    ];
    await step.sleep("between", "1s");
    return step.run("three", () => [...parts, events[0]?.name].map((part) => part?.at(-1)).join(""));
  }),
  client.createFunction({ id: "macro", triggers: [{ event: "x/macro" }] }, async ({ step }) => {
    await step.waitForEvent("w", { event: "x/never", timeout: "1h", if: "async.data.list.exists(x, x == 1)" });
  }),
  client.createFunction({ id: "many", triggers: [{ event: "x/many" }] }, async ({ step }) =>
    step.run("last of many", () => hold("many")),
  ),
  client.createFunction({ id: "strict", retries: 0, triggers: [{ event: "x/strict" }] }, async ({ step }) =>
    step.run("work", () => "worked"),
  ),
  client.createFunction({ id: "held", retries: 0, triggers: [{ event: "x/held" }] }, async ({ event, step }) =>
    step.run("hold", () => hold(event.data.key as string)),
  ),
  client.createFunction({ id: "brief-wait", triggers: [{ event: "x/brief" }] }, async ({ step }) => {
    const answer = await step.waitForEvent("w", { event: "x/answer", timeout: "1s", match: "data.key" });
    return answer ? "answered" : "timed out";
  }),
  client.createFunction({ id: "kid", triggers: [{ event: "x/kid" }] }, async ({ step }) => step.run("work", () => 1)),
  client.createFunction(
    { id: "elder", triggers: [{ event: "x/elder" }], cancelOn: [{ event: "x/stop" }] },
    async ({ step }) =>
      Promise.all(
        [1, 2].map((i) =>
          step.invoke(`kid ${i}`, { function: referenceFunction({ appId: "probe", functionId: "kid" }) }),
        ),
      ),
  ),
];

const world = await openWorld(functions);
const { sql } = world.database;
const failure = async (name: string) => (await world.ended(await world.send(name))).error;

test("a call too large for one request lets the app fetch its steps and events", async () => {
  const sizes: number[] = [];
  world.app.server.on("request", ({ headers }) => void sizes.push(Number(headers["content-length"] ?? 0)));
  expect(await world.ended(await world.send("x/heavy"))).toMatchObject({ status: "completed", output: "xyy" });
  expect(Math.max(...sizes)).toBeLessThan(4_500_000);
});

test("a run with more than a thousand steps fails and says why", async () => {
  const id = await world.send("x/many");
  await until(() => held.has("many"));
  await sql`
    insert into engine.steps(run_id, step_id, op, memo, seq)
    select r.id, 'former ' || n, 'StepRun', '{"data":1}', nextval('engine.step_seq')
    from engine.runs r, generate_series(1, 1000) n where r.event_iid = ${id}`;
  held.get("many")?.();
  expect((await world.ended(id)).error).toMatchObject({ name: "TooManySteps" });
});

test("a step kind or an expression that is not supported fails the run loudly", async () => {
  expect(await failure("x/gateway")).toMatchObject({
    name: "UnsupportedStep",
    message: expect.stringMatching(/Gateway/) as string,
  });
  expect(await failure("x/macro")).toMatchObject({
    name: "InvalidExpression",
    message: expect.stringMatching(/exists/) as string,
  });
});

test("an app that is away costs no attempt, and its work goes on as soon as it is back", async () => {
  const { server } = world.app;
  const { port } = server.address() as { port: number };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const response = await fetch(`${world.executor.url}/e/${eventKey}`, {
    method: "POST",
    body: JSON.stringify({ name: "x/strict" }),
  });
  const id = ((await response.json()) as { ids: string[] }).ids[0] ?? "";
  const why = await until(async () => {
    const [row] = await sql<{ why: string }[]>`select engine.why(id) as why from engine.runs where event_iid = ${id}`;
    return row?.why.startsWith("unreachable") && row.why;
  });
  expect(why).toMatch(/^unreachable: the app has not answered since/);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  expect(await world.ended(id)).toMatchObject({ status: "completed", output: "worked" });
  expect(
    await sql`select attempt from engine.attempts a join engine.runs r on r.id = a.run_id where r.event_iid = ${id} and attempt > 0`,
  ).toHaveLength(0);
});

test("a call that vanished ten times counts as a failed attempt from then on", async () => {
  const id = await world.send("x/held", { key: "lost" });
  await until(() => held.has("lost"));
  await sql`update engine.jobs set lost = 9, locked_until = now() where state = 'leased'`;
  const run = await world.ended(id);
  expect(run).toMatchObject({ status: "failed", error: { name: "CallLostError" } });
  held.get("lost")?.();
});

test("an event and the timeout of the same wait never both win", async () => {
  const keys = Array.from({ length: 12 }, (_, i) => `race ${i}`);
  const ids = await Promise.all(keys.map((key) => world.send("x/brief", { key })));
  await until(async () => (await sql`select 1 from engine.waits where name = 'x/answer'`).length === keys.length);
  const [due] = await sql<
    { ms: number }[]
  >`select (extract(epoch from min(expires_at) - now()) * 1000)::float8 as ms from engine.waits where name = 'x/answer'`;
  const aim = Date.now() + (due?.ms ?? 0) - 30;
  await until(() => Date.now() >= aim);
  await Promise.all(keys.map((key) => world.send("x/answer", { key })));
  for (const id of ids) expect((await world.ended(id)).output).toMatch(/^(answered|timed out)$/);
  const doubled =
    await sql`select run_id from engine.steps s join engine.runs r on r.id = s.run_id where r.fn_id = 'probe-brief-wait' group by run_id having count(*) <> 1`;
  expect(doubled).toHaveLength(0);
});

test("children that end while their parents are cancelled deadlock nothing and strand nobody", async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, () => world.send("x/elder")));
  await until(async () => (await sql`select 1 from engine.runs where fn_id = 'probe-kid'`).length > 30);
  await Promise.all(Array.from({ length: 5 }, () => world.send("x/stop")));
  for (const id of ids) expect((await world.ended(id)).status).toMatch(/^(completed|cancelled)$/);
  await until(async () => (await sql`select 1 from engine.runs where ended_at is null`).length === 0);
  await until(async () => (await sql`select 1 from engine.jobs union all select 1 from engine.waits`).length === 0);
  expect(world.logs.filter((entry) => entry.level === "error")).toEqual([]);
});

test("old runs and events go, young ones and those somebody still waits for stay", async () => {
  const { retain } = await import("@flyloft/infra/executor/timers/retention");
  await sql`update engine.runs set ended_at = now() - interval '15 days' where fn_id = 'probe-kid'`;
  await sql`update engine.events set received_at = now() - interval '15 days' where name = 'x/brief'`;
  const kept = await sql`select 1 from engine.runs where fn_id <> 'probe-kid'`;
  const engine = { sql: world.database.sql, settings: { retentionDays: 14 } };
  while (await retain(engine as never));
  expect(await sql`select 1 from engine.runs where fn_id = 'probe-kid'`).toHaveLength(0);
  expect(await sql`select 1 from engine.events where name = 'x/brief'`).toHaveLength(0);
  expect(await sql`select 1 from engine.runs where fn_id <> 'probe-kid'`).toHaveLength(kept.length);
});
