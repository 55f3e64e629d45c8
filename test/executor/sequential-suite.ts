import { NonRetriableError, type Inngest } from "inngest";
import type { Settings } from "@flyloft/infra/executor/engine";
import { expect, test } from "vitest";
import { openWorld } from "./world.ts";

const tries = new Map<string, number>();
const count = (key: string) => {
  const n = (tries.get(key) ?? 0) + 1;
  tries.set(key, n);
  return n;
};

const functions = (client: Inngest) => [
  client.createFunction({ id: "sequence", triggers: [{ event: "t/sequence" }] }, async ({ event, step }) => {
    const a = await step.run("one", () => ({ from: event.data.n as number }));
    const b = await step.run("two", () => a.from + 1);
    return { b };
  }),
  client.createFunction({ id: "loop", triggers: [{ event: "t/loop" }] }, async ({ step }) => {
    const all: number[] = [];
    for (let i = 0; i < 4; i++) all.push(await step.run("it", () => i * 10));
    return all;
  }),
  client.createFunction({ id: "flaky", retries: 3, triggers: [{ event: "t/flaky" }] }, async ({ event, step }) => {
    return step.run("try", () => {
      const n = count(event.data.key as string);
      if (n < 3) throw new Error(`try ${n}`);
      return n;
    });
  }),
  client.createFunction({ id: "fatal", retries: 3, triggers: [{ event: "t/fatal" }] }, async ({ event, step }) => {
    await step.run("try", () => {
      count(event.data.key as string);
      throw new NonRetriableError("never");
    });
  }),
  client.createFunction({ id: "caught", retries: 0, triggers: [{ event: "t/caught" }] }, async ({ step }) => {
    try {
      await step.run("bad", () => {
        throw new TypeError("bad step");
      });
    } catch (error) {
      return step.run("recover", () => `recovered: ${(error as Error).message}`);
    }
  }),
  client.createFunction({ id: "sleepy", triggers: [{ event: "t/sleepy" }] }, async ({ step }) => {
    await step.run("before", () => 1);
    await step.sleep("nap", "1s");
    return step.run("after", () => 2);
  }),
];

/** What every function relies on, whether the SDK stores its steps on the side or one per call. */
export async function sequentialSuite(settings: Partial<Settings>): Promise<void> {
  const world = await openWorld(functions, settings);

  test("steps run in order and their results reach the next step", async () => {
    const run = await world.ended(await world.send("t/sequence", { n: 41 }));
    expect(run).toMatchObject({ status: "completed", output: { b: 42 }, fn_id: "probe-sequence" });
  });

  test("a step repeated in a loop is a step of its own each time", async () => {
    expect((await world.ended(await world.send("t/loop"))).output).toEqual([0, 10, 20, 30]);
  });

  test("a failing step is tried again until it works", async () => {
    const run = await world.ended(await world.send("t/flaky", { key: "flaky-1" }));
    expect(run).toMatchObject({ status: "completed", output: 3 });
  });

  test("a step that must not be retried fails the run at once", async () => {
    const run = await world.ended(await world.send("t/fatal", { key: "fatal-1" }));
    expect(run).toMatchObject({ status: "failed", error: { message: "never" } });
    expect(tries.get("fatal-1")).toBe(1);
  });

  test("a function may catch the failure of a step", async () => {
    expect((await world.ended(await world.send("t/caught"))).output).toBe("recovered: bad step");
  });

  test("a sleep is waited for, and the step before it is not repeated", async () => {
    const began = Date.now();
    const run = await world.ended(await world.send("t/sleepy"));
    expect(run.output).toBe(2);
    expect(Date.now() - began).toBeGreaterThan(990);
  });

  test("what is due is seen within 250 ms", async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push(await world.send("t/sleepy"));
    for (const id of ids) await world.ended(id);
    const [best] = await world.database.sql<{ late: number }[]>`
      select min(extract(epoch from s.done_at - s.planned_at) * 1000 - 1000)::float8 as late
      from engine.steps s join engine.runs r on r.id = s.run_id where r.event_iid = any(${ids}) and s.op = 'Sleep'`;
    expect(best?.late).toBeLessThan(250);
  });
}
