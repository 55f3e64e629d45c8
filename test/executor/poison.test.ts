import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { eventKey } from "./app.ts";
import { openWorld, until } from "./world.ts";

/** Errors that nobody should throw. */
const errors: Record<string, () => unknown> = {
  circular: () => {
    const error = new Error("round and round") as Error & { self?: unknown };
    error.self = { error };
    return error;
  },
  enormous: () => new Error("x".repeat(2_500_000)),
  odd: () => new Error("cut \ud83d and NUL \u0000"),
  text: () => "not even an error",
  nothing: () => undefined,
};

const ownCause = () => {
  const error = new Error("because of itself");
  return Object.assign(error, { cause: error });
};

const functions = (client: Inngest) => [
  client.createFunction({ id: "text", retries: 0, triggers: [{ event: "x/text" }] }, async ({ event, step }) => {
    const cut = await step.run("cut", () => "log tail \ud83d, a NUL \u0000 and more");
    return step.run("again", () => ({ cut, echo: event.data.text as string }));
  }),
  client.createFunction({ id: "big", retries: 4, triggers: [{ event: "x/big" }] }, async ({ event, step }) => {
    const big = step.run("big", () => "x".repeat((event.data.megabytes as number) * 1_000_000));
    if (event.data.caught) return big.then(String, (error: Error) => step.run("caught", () => error.name));
    return (await big).length;
  }),
  client.createFunction({ id: "deep", retries: 4, triggers: [{ event: "x/deep" }] }, async ({ step }) => {
    await step.run("deep", () => {
      let deep: unknown = 1;
      for (let i = 0; i < 900; i++) deep = [deep];
      return deep;
    });
  }),
  client.createFunction({ id: "thrown", retries: 0, triggers: [{ event: "x/thrown" }] }, async ({ event, step }) => {
    await step.run("throw", () => {
      throw (errors[event.data.kind as string] ?? ownCause)();
    });
  }),
];
const world = await openWorld(functions, { checkpointing: false });
const { sql } = world.database;
const ended = async (name: string, data: Record<string, unknown> = {}) => world.ended(await world.send(name, data));
const failedSteps = (runId: string) => sql`
  select s.name from engine.steps s where s.run_id = ${runId} and s.memo::text like '{"error":%'`;
const like = (pattern: RegExp) => expect.stringMatching(pattern) as string;

test("cut emojis and NUL characters neither stop a run nor change its other text", async () => {
  const text = "\ud83d half \u0000";
  const body = JSON.stringify({ name: "x/text", data: { text } });
  const response = await fetch(`${world.executor.url}/e/${eventKey}`, { method: "POST", body });
  const { ids } = (await response.json()) as { ids: string[] };
  const run = await until(async () => {
    const [row] = await sql<{ output: string }[]>`
      select output::text from engine.runs where event_iid = ${ids[0] ?? ""} and status = 'completed'`;
    return row;
  });
  expect(JSON.parse(run.output)).toEqual({
    cut: "log tail \ufffd, a NUL \u0000 and more",
    echo: "\ufffd half \u0000",
  });
});

test("a result of ten megabytes is the failure of its step, in words and without another try", async () => {
  const run = await ended("x/big", { megabytes: 10 });
  expect(run).toMatchObject({
    status: "failed",
    error: { name: "output_too_large", message: like(/step big is larger/) },
  });
  expect(await failedSteps(run.id)).toEqual([{ name: "big" }]);
  expect(await ended("x/big", { megabytes: 5, caught: true })).toMatchObject({ output: "output_too_large" });
});

test("an answer that is too large to be read fails the run at once", async () => {
  const run = await ended("x/big", { megabytes: 20 });
  expect(run).toMatchObject({ status: "failed", error: { name: "output_too_large" } });
  expect(await sql`select 1 from engine.attempts where run_id = ${run.id}`).toHaveLength(1);
});

test("a result that is nested too deeply is the failure of its step", async () => {
  const run = await ended("x/deep");
  expect(run).toMatchObject({
    status: "failed",
    error: { name: "UnstorableReply", message: like(/step deep .*nested deeper/) },
  });
  expect(await failedSteps(run.id)).toEqual([{ name: "deep" }]);
});

test.each(Object.keys(errors))("a step that throws what is %s fails, and says so", async (kind) => {
  const run = await ended("x/thrown", { kind });
  expect(run.status).toBe("failed");
  expect(await failedSteps(run.id)).toEqual([{ name: "throw" }]);
  expect(run.error?.name).toEqual(like(/./));
  expect(Buffer.byteLength(JSON.stringify(run.error))).toBeLessThan(4_200_000);
});

test("an error that is its own cause, which the SDK cannot report, fails the run and is no riddle", async () => {
  const run = await ended("x/thrown", { kind: "its own cause" });
  expect(run).toMatchObject({ status: "failed", error: { name: "RangeError", message: like(/call stack/) } });
});
