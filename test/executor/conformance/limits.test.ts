import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { newKey, openStage, type Note } from "./stage.ts";

const megabytes = (n: number) => "x".repeat(n * 1_000_000);

const functions = (client: Inngest, note: Note) => [
  client.createFunction({ id: "large", retries: 0, triggers: [{ event: "c/large" }] }, async ({ event, step }) => {
    await step.run("large", () => megabytes(event.data.megabytes as number));
    await step.run("behind", () => note(event.data.key, "went on"));
  }),
  client.createFunction({ id: "heavy", retries: 0, triggers: [{ event: "c/heavy" }] }, async ({ step }) => {
    for (let i = 0; i < 12; i++) await step.run(`part ${i}`, () => megabytes(3));
  }),
  client.createFunction({ id: "long", retries: 0, triggers: [{ event: "c/steps" }] }, async ({ step }) => {
    for (let i = 0; i < 1_010; i++) await step.run(`step ${i}`, () => i);
  }),
  client.createFunction({ id: "odd", retries: 0, triggers: [{ event: "c/odd" }] }, async ({ event, step }) => {
    const text = await step.run("cut", () => "log tail \ud83d, a NUL \u0000 and more");
    note(event.data.key, await step.run("again", () => text));
  }),
  client.createFunction(
    { id: "circular", retries: 0, triggers: [{ event: "c/circular" }] },
    async ({ event, step }) => {
      await step.run("round", () => {
        const error = new Error("round and round") as Error & { self?: unknown };
        error.self = error;
        error.cause = error;
        note(event.data.key, "thrown");
        throw error;
      });
    },
  ),
];

const notTheirs = "an Inngest server lets steps that are stored on the side go beyond the limits of a run";
const stage = await openStage("limits", functions);

test.concurrent("an event that is too large is refused, and starts nothing", async () => {
  const key = newKey();
  await expect(stage.send("c/odd", { key, text: megabytes(5) })).rejects.toThrow(/./);
  await stage.ended(await stage.send("c/odd", { key: newKey() }));
  expect(stage.noted(key)).toEqual([]);
});

test.concurrent("a large result within the limit reaches the next step; one beyond it fails the run", async () => {
  const [fits, beyond] = [newKey(), newKey()];
  const ids = [
    await stage.send("c/large", { key: fits, megabytes: 3 }),
    await stage.send("c/large", { key: beyond, megabytes: 10 }),
  ] as const;
  expect((await stage.ended(ids[0])).status).toBe("completed");
  expect((await stage.ended(ids[1])).status).toBe("failed");
  expect([stage.noted(fits), stage.noted(beyond)]).toEqual([["went on"], []]);
});

test.concurrent("a run whose results together are too large fails", async ({ skip }) => {
  skip(stage.foreign, notTheirs);
  expect((await stage.ended(await stage.send("c/heavy", {}))).status).toBe("failed");
});

test.concurrent("a run with more than a thousand steps fails", async ({ skip }) => {
  skip(stage.foreign, notTheirs);
  expect((await stage.ended(await stage.send("c/steps", {}))).status).toBe("failed");
});

test.concurrent("cut emojis and NUL characters end a run one way or the other", async () => {
  const key = newKey();
  const { status } = await stage.ended(await stage.send("c/odd", { key }));
  expect(status).toMatch(/^(completed|failed)$/);
  if (status === "completed") expect(stage.noted(key).at(-1)).toMatch(/^log tail .*, a NUL .* and more$/);
});

test.concurrent("an error that contains itself fails the run", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/circular", { key }))).status).toBe("failed");
  expect(stage.noted(key)).toEqual(["thrown"]);
});
