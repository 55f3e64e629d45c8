import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { newKey, openStage, type Note } from "./stage.ts";

/** Steps that are held open until their test lets them go. */
const gates = new Map<string, () => void>();
const hold = (key: string) => new Promise<void>((resolve) => gates.set(key, resolve));
const letGo = async (key: string) => (await stage.until(() => gates.get(key)))();
const brief = () => new Promise((resolve) => setTimeout(resolve, 100));

const functions = (client: Inngest, note: Note) => [
  client.createFunction(
    { id: "limited", concurrency: { limit: 2, key: "event.data.key" }, triggers: [{ event: "c/limited" }] },
    async ({ event, step }) =>
      step.run("work", async () => {
        note(event.data.key, 1);
        await brief();
        note(event.data.key, -1);
      }),
  ),
  client.createFunction(
    {
      id: "throttled",
      throttle: { limit: 1, period: "2s", key: "event.data.key" },
      triggers: [{ event: "c/throttled" }],
    },
    async ({ event, step }) => step.run("start", () => note(event.data.key, Date.now())),
  ),
  client.createFunction(
    { id: "rated", rateLimit: { limit: 1, period: "1h", key: "event.data.key" }, triggers: [{ event: "c/rated" }] },
    async ({ event, step }) => step.run("start", () => note(event.data.key, "ran")),
  ),
  client.createFunction(
    { id: "calm", debounce: { period: "2s", key: "event.data.key" }, triggers: [{ event: "c/calm" }] },
    async ({ event, step }) => step.run("start", () => note(event.data.key, event.data.n)),
  ),
  client.createFunction(
    {
      id: "batched",
      batchEvents: { maxSize: 3, timeout: "3s", key: "event.data.key" },
      triggers: [{ event: "c/batched" }],
    },
    async ({ event, events, step }) =>
      step.run("start", () =>
        note(
          event.data.key,
          events.map(({ data }) => data.n as number),
        ),
      ),
  ),
  client.createFunction(
    {
      id: "urgent",
      concurrency: 1,
      priority: { run: "event.data.urgent ? 300 : 0" },
      triggers: [{ event: "c/urgent" }],
    },
    async ({ event, step }) =>
      step.run("work", async () => {
        note(event.data.key, event.data.urgent ? "urgent" : "normal");
        if (event.data.held) await hold(event.data.key as string);
      }),
  ),
  client.createFunction(
    { id: "alone", singleton: { mode: "skip", key: "event.data.key" }, triggers: [{ event: "c/alone" }] },
    async ({ event, step }) =>
      step.run("work", async () => {
        note(event.data.key, event.data.n);
        await hold(event.data.key as string);
      }),
  ),
  client.createFunction(
    { id: "newest", singleton: { mode: "cancel", key: "event.data.key" }, triggers: [{ event: "c/newest" }] },
    async ({ event, step }) => {
      await step.run("begin", () => note(event.data.key, `began ${event.data.n}`));
      await step.sleep("a while", "3s");
      await step.run("end", () => note(event.data.key, `ended ${event.data.n}`));
    },
  ),
];

const stage = await openStage("flow-control", functions);
const noted = (key: string, count: number) => stage.until(() => stage.noted(key).length >= count);

test.concurrent("no more steps than the limit of a concurrency key run at once, and all of them run", async () => {
  const key = newKey();
  const ids = await stage.sendAll(Array.from({ length: 8 }, () => ({ name: "c/limited", data: { key } })));
  for (const id of ids) expect((await stage.ended(id)).status).toBe("completed");
  let now = 0;
  const inFlight = (stage.noted(key) as number[]).map((change) => (now += change));
  expect(inFlight).toHaveLength(16);
  expect(Math.max(...inFlight)).toBe(2);
});

test.concurrent("a throttle delays what is beyond its rate and drops nothing", async () => {
  const key = newKey();
  const ids = await stage.sendAll(Array.from({ length: 4 }, () => ({ name: "c/throttled", data: { key } })));
  for (const id of ids) expect((await stage.ended(id)).status).toBe("completed");
  const starts = (stage.noted(key) as number[]).sort((a, b) => a - b);
  expect(starts).toHaveLength(4);
  // Servers differ by one in the burst that they let through.
  expect(starts[3]! - starts[0]!).toBeGreaterThan(3_000);
});

test.concurrent("a rate limit drops what is beyond it, for each key on its own", async () => {
  const [key, other] = [newKey(), newKey()];
  for (const one of [key, key, key]) await stage.send("c/rated", { key: one });
  await stage.ended(await stage.send("c/rated", { key: other }));
  await noted(key, 1);
  expect([stage.noted(key), stage.noted(other)]).toEqual([["ran"], ["ran"]]);
});

test.concurrent("a debounce runs once, with the last event, when it has become quiet", async () => {
  const key = newKey();
  const sent = Date.now();
  // Servers that take events in asynchronously know their order by their time alone.
  for (const n of [1, 2, 3]) await stage.send("c/calm", { key, n }, { ts: sent + n * 10 });
  await noted(key, 1);
  expect(Date.now() - sent).toBeGreaterThan(1_900);
  expect(stage.noted(key)).toEqual([3]);
});

test.concurrent("a batch starts once when it is full, and what is left when its time is over", async () => {
  const key = newKey();
  await stage.sendAll([1, 2, 3, 4].map((n) => ({ name: "c/batched", data: { key, n } })));
  await noted(key, 2);
  const batches = stage.noted(key) as number[][];
  expect(batches.map((batch) => batch.length)).toEqual([3, 1]);
  expect(batches.flat().sort()).toEqual([1, 2, 3, 4]);
});

test.concurrent("urgent runs go before older ones that wait", async () => {
  const key = newKey();
  const send = (urgent: boolean, held = false) => stage.send("c/urgent", { key, urgent, held });
  const ids = [await send(false, true)];
  await noted(key, 1);
  for (const urgent of [false, false, false, true, true, true]) ids.push(await send(urgent));
  await letGo(key);
  for (const id of ids) await stage.ended(id);
  expect(stage.noted(key)).toEqual(["normal", ...Array<string>(3).fill("urgent"), ...Array<string>(3).fill("normal")]);
});

test.concurrent("a singleton that skips lets one run live per key", async () => {
  const [key, other] = [newKey(), newKey()];
  const first = await stage.send("c/alone", { key, n: 1 });
  await noted(key, 1);
  await stage.send("c/alone", { key, n: 2 });
  await stage.send("c/alone", { key: other, n: 3 });
  await noted(other, 1);
  await letGo(key);
  await stage.ended(first);
  const third = await stage.send("c/alone", { key, n: 4 });
  await noted(key, 2);
  await Promise.all([letGo(key), letGo(other)]);
  await stage.ended(third);
  expect(stage.noted(key)).toEqual([1, 4]);
});

test.concurrent("a singleton that cancels keeps the newest run", async () => {
  const key = newKey();
  const first = await stage.send("c/newest", { key, n: 1 });
  await noted(key, 1);
  const second = await stage.send("c/newest", { key, n: 2 });
  expect((await stage.ended(first)).status).toBe("cancelled");
  expect((await stage.ended(second)).status).toBe("completed");
  expect(stage.noted(key)).toEqual(["began 1", "began 2", "ended 2"]);
});
