import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { newKey, openStage, type Note } from "./stage.ts";

const functions = (client: Inngest, note: Note) => [
  client.createFunction(
    {
      id: "guarded",
      retries: 0,
      triggers: [{ event: "c/guarded" }],
      onFailure: async ({ error, event, step }) => {
        const original = (event.data as { event: { data: { key: string } } }).event.data;
        await step.run("clean up", () => note(original.key, `cleaned up after ${error.message}`));
      },
    },
    async ({ step }) =>
      step.run("break", () => {
        throw new Error("it broke");
      }),
  ),
  client.createFunction(
    {
      id: "cancellable",
      triggers: [{ event: "c/long" }],
      cancelOn: [{ event: "c/stop", if: "event.data.key == async.data.key" }],
    },
    async ({ event, step }) => {
      await step.run("begin", () => note(event.data.key, "began"));
      await step.sleep("long", "4s");
      await step.run("end", () => note(event.data.key, "ended"));
    },
  ),
  client.createFunction(
    { id: "bounded", timeouts: { finish: "2s" }, triggers: [{ event: "c/bounded" }] },
    async ({ event, step }) => {
      await step.sleep("long", "6s");
      await step.run("end", () => note(event.data.key, "ended"));
    },
  ),
  client.createFunction(
    { id: "once", idempotency: "event.data.order", triggers: [{ event: "c/once" }] },
    async ({ event, step }) => step.run("work", () => note(event.data.order, event.data.n)),
  ),
  client.createFunction({ id: "numbered", triggers: [{ event: "c/numbered" }] }, async ({ event, step }) =>
    step.run("work", () => note(event.data.key, "ran")),
  ),
  client.createFunction(
    { id: "listener", triggers: [{ event: "inngest/function.cancelled" }] },
    async ({ event, step }) => {
      const { event: original } = event.data as { event: { data: { key?: string } } };
      await step.run("note", () => note(original.data.key, "told of the cancelling"));
    },
  ),
];

const stage = await openStage("ends", functions);
const began = (key: string) => stage.until(() => stage.noted(key).includes("began"));

test.concurrent("onFailure runs once, with the error and the event, after the run has failed", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/guarded", { key }))).status).toBe("failed");
  await stage.until(() => stage.noted(key).length > 0);
  expect(stage.noted(key)).toEqual(["cleaned up after it broke"]);
});

test.concurrent("an event of cancelOn cancels the run that it matches, and no other", async () => {
  const [one, two] = [newKey(), newKey()];
  const ids = [await stage.send("c/long", { key: one }), await stage.send("c/long", { key: two })] as const;
  await Promise.all([began(one), began(two)]);
  await stage.send("c/stop", { key: one });
  expect((await stage.ended(ids[0])).status).toBe("cancelled");
  expect((await stage.ended(ids[1])).status).toBe("completed");
  expect(stage.noted(one)).not.toContain("ended");
});

test.concurrent("a run cancelled by the API does nothing more, and a function can hear of it", async () => {
  const [key, other] = [newKey(), newKey()];
  const id = await stage.send("c/long", { key });
  await began(key);
  const beside = await stage.send("c/long", { key: other });
  const [run] = await stage.runsOf(id);
  await stage.cancel(run!.id);
  expect((await stage.ended(id)).status).toBe("cancelled");
  await stage.until(() => stage.noted(key).includes("told of the cancelling"));
  // That one began later: when it has ended, the cancelled one would have too.
  expect((await stage.ended(beside)).status).toBe("completed");
  expect(stage.noted(key)).not.toContain("ended");
});

test.concurrent("a run that is not finished in time is cancelled", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/bounded", { key }))).status).toBe("cancelled");
  expect(stage.noted(key)).not.toContain("ended");
});

test.concurrent("an idempotency key starts one run, whatever else the events say", async () => {
  const [order, next] = [newKey(), newKey()];
  for (const n of [1, 2, 3]) await stage.send("c/once", { order, n });
  await stage.ended(await stage.send("c/once", { order: next, n: 4 }));
  await stage.until(() => stage.noted(order).length > 0);
  expect(stage.noted(order)).toHaveLength(1);
});

test.concurrent("events with the same id start one run", async () => {
  const [key, next] = [newKey(), newKey()];
  for (let i = 0; i < 3; i++) await stage.send("c/numbered", { key }, { id: key });
  await stage.ended(await stage.send("c/numbered", { key: next }, { id: next }));
  await stage.until(() => stage.noted(key).length > 0);
  expect(stage.noted(key)).toEqual(["ran"]);
});
