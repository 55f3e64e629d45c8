import { NonRetriableError, RetryAfterError, referenceFunction, type Inngest } from "inngest";
import { expect, test } from "vitest";
import { newKey, openStage, type Note } from "./stage.ts";

const byReference = (functionId: string) => referenceFunction({ appId: "conformance-steps", functionId });

const functions = (client: Inngest, note: Note) => [
  client.createFunction({ id: "sequence", triggers: [{ event: "c/sequence" }] }, async ({ event, step }) => {
    const made = await step.run("make", () => ({ at: new Date(0), gone: undefined, n: event.data.n as number }));
    const all: number[] = [];
    for (let i = 0; i < 3; i++) all.push(await step.run("again", () => made.n + i));
    note(event.data.key, { made, all });
    return { all };
  }),
  client.createFunction({ id: "flaky", retries: 2, triggers: [{ event: "c/flaky" }] }, async ({ event, step }) =>
    step.run("try", async () => {
      note(event.data.key, Date.now());
      const tries = event.data.failures as number;
      if (stage.noted(event.data.key as string).length <= tries) throw new RetryAfterError("not yet", "2s");
    }),
  ),
  client.createFunction({ id: "twice", retries: 1, triggers: [{ event: "c/twice" }] }, async ({ event, attempt }) => {
    note(event.data.key, attempt);
    throw new Error("never");
  }),
  client.createFunction({ id: "final", retries: 4, triggers: [{ event: "c/final" }] }, async ({ event, step }) =>
    step.run("try", () => {
      note(event.data.key, "tried");
      throw new NonRetriableError("never");
    }),
  ),
  client.createFunction({ id: "caught", retries: 0, triggers: [{ event: "c/caught" }] }, async ({ event, step }) => {
    try {
      await step.run("bad", () => {
        throw new TypeError("bad step");
      });
    } catch (error) {
      note(event.data.key, await step.run("recover", () => `recovered from ${(error as Error).message}`));
    }
  }),
  client.createFunction({ id: "both", triggers: [{ event: "c/both" }] }, async ({ event, step }) => {
    const run = (name: string) => step.run(name, () => (note(event.data.key, name), name.toUpperCase()));
    const [x, y] = await Promise.all([run("x"), run("y"), step.sleep("beside", "1s")]);
    note(event.data.key, await run(`${x}${y} joined`));
  }),
  client.createFunction({ id: "race", triggers: [{ event: "c/race" }] }, async ({ event, step, group }) => {
    const tell = (what: string) => (note(event.data.key, { what, at: Date.now() }), what);
    const winner = await group.parallel(() =>
      Promise.race([step.sleep("slow", "6s").then(() => "slow"), step.run("quick", () => tell("quick"))]),
    );
    await step.run("after", () => tell(`after ${winner}`));
  }),
  client.createFunction({ id: "sleepy", triggers: [{ event: "c/sleepy" }] }, async ({ event, step }) => {
    const until = await step.run("begin", () => (note(event.data.key, Date.now()), Date.now() + 4_000));
    await step.sleep("nap", "1s");
    await step.run("between", () => note(event.data.key, Date.now()));
    await step.sleepUntil("long nap", new Date(until));
    await step.sleepUntil("long ago", new Date(0));
    await step.run("end", () => note(event.data.key, Date.now()));
  }),
  client.createFunction({ id: "teller", triggers: [{ event: "c/teller" }] }, async ({ event, step }) => {
    const { ids } = await step.sendEvent("tell", [
      { name: "c/told", data: event.data },
      { name: "c/nobody-listens", data: {} },
    ]);
    note(event.data.key, ids.length);
  }),
  client.createFunction({ id: "listener", triggers: [{ event: "c/told" }] }, async ({ event }) =>
    note(event.data.key, event.name),
  ),
  client.createFunction({ id: "child", triggers: [] }, async ({ event, step }) => {
    await step.sleep("a moment", "1s");
    return { doubled: (event.data as { n: number }).n * 2 };
  }),
  client.createFunction({ id: "bad-child", retries: 0, triggers: [] }, async () => {
    throw new TypeError("bad child");
  }),
  client.createFunction({ id: "slow-child", triggers: [] }, async ({ step }) => step.sleep("long", "1h")),
  client.createFunction({ id: "parent", retries: 0, triggers: [{ event: "c/parent" }] }, async ({ event, step }) => {
    const invoke = (id: string, timeout?: string) =>
      step
        .invoke(id, { function: byReference(id), data: { n: 21 }, ...(timeout ? { timeout } : {}) })
        .catch((error: Error) => `caught: ${error.message}`);
    const child = await invoke("child");
    const bad = await invoke("bad-child");
    const missing = await invoke("no-such-function");
    const slow = await invoke("slow-child", "2s");
    note(event.data.key, { child, bad, missing, slow });
  }),
];

const stage = await openStage("steps", functions);

test.concurrent("steps run in order, their results are JSON, and a repeated id is a step of its own", async () => {
  const key = newKey();
  const run = await stage.ended(await stage.send("c/sequence", { key, n: 5 }));
  expect(run.status).toBe("completed");
  expect(stage.noted(key).at(-1)).toEqual({ made: { at: "1970-01-01T00:00:00.000Z", n: 5 }, all: [5, 6, 7] });
});

test.concurrent("a step that fails is tried again after the time that its error names", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/flaky", { key, failures: 2 }))).status).toBe("completed");
  const times = stage.noted(key) as number[];
  expect(times).toHaveLength(3);
  for (const i of [1, 2]) expect(times[i]! - times[i - 1]!).toBeGreaterThan(1_500);
});

test.concurrent("a step fails for good, and with it the run, when its attempts are used up", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/flaky", { key, failures: 9 }))).status).toBe("failed");
  expect(stage.noted(key)).toHaveLength(3);
});

test.concurrent("a function that throws is entered again, with the number of its attempt", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/twice", { key }))).status).toBe("failed");
  expect(stage.noted(key)).toEqual([0, 1]);
});

test.concurrent("an error that must not be retried is not", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/final", { key }))).status).toBe("failed");
  expect(stage.noted(key)).toEqual(["tried"]);
});

test.concurrent("a function may catch the error of a failed step and go on", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/caught", { key }))).status).toBe("completed");
  expect(stage.noted(key)).toContain("recovered from bad step");
});

test.concurrent("parallel steps run once each, and what is behind them once they all have ended", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/both", { key }))).status).toBe("completed");
  const [first, second, ...rest] = stage.noted(key);
  expect([first, second].sort()).toEqual(["x", "y"]);
  expect(rest).toEqual(["XY joined", "XY JOINED"]);
});

test.concurrent("a race goes on with its winner before the loser has ended", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/race", { key }))).status).toBe("completed");
  const [quick, after, ...more] = stage.noted(key) as { what: string; at: number }[];
  expect([quick?.what, after?.what, ...more]).toEqual(["quick", "after quick"]);
  expect(after!.at - quick!.at).toBeLessThan(5_000);
});

test.concurrent("sleeps last as long as they say, until a date too, and not at all until a date that has passed", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/sleepy", { key }))).status).toBe("completed");
  const [began = 0, between = 0, end = 0] = stage.noted(key) as number[];
  expect(between - began).toBeGreaterThan(900);
  // Servers may count dates in whole seconds.
  expect(end - began).toBeGreaterThan(2_900);
});

test.concurrent("events sent by a step get ids and start what listens to them", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/teller", { key }))).status).toBe("completed");
  await stage.until(() => stage.noted(key).includes("c/told"));
  expect(stage.noted(key)).toContain(2);
});

test.concurrent("an invoked function's result, failure, absence and timeout reach the one that invokes it", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/parent", { key }))).status).toBe("completed");
  expect(stage.noted(key).at(-1)).toEqual({
    child: { doubled: 42 },
    bad: expect.stringMatching(/^caught: .*bad child/) as string,
    missing: expect.stringMatching(/^caught: /) as string,
    slow: expect.stringMatching(/^caught: .*[Tt]imed? ?out/) as string,
  });
});
