import type { Settings } from "@flyloft/infra/executor/engine";
import { referenceFunction, RetryAfterError, type Inngest } from "inngest";
import { expect, test } from "vitest";
import { openWorld, until } from "./world.ts";

const seen: string[] = [];
const times = (entry: string) => seen.filter((one) => one === entry).length;
const note = (entry: string) => void seen.push(entry);

const functions = (client: Inngest) => [
  client.createFunction({ id: "both", triggers: [{ event: "t/both" }] }, async ({ event, step }) => {
    const key = event.data.key as string;
    const [x, y] = await Promise.all([
      step.run("x", () => (note(`${key} x`), "X")),
      step.run("y", () => (note(`${key} y`), "Y")),
    ]);
    return step.run("after", () => (note(`${key} after`), x + y));
  }),
  client.createFunction({ id: "approval", triggers: [{ event: "t/approval" }] }, async ({ event, step }) => {
    const key = event.data.key as string;
    const [decision] = await Promise.all([
      step.waitForEvent("decision", {
        event: "t/decided",
        timeout: (event.data.timeout as string | undefined) ?? "1h",
        if: "event.data.key == async.data.key",
      }),
      step.run("ask", () => note(`${key} asked`)),
    ]);
    return step.run("record", () => (decision ? (decision.data.verdict as string) : "nobody answered"));
  }),
  client.createFunction({ id: "answers-itself", triggers: [{ event: "t/self" }] }, async ({ event, step }) => {
    const [answer] = await Promise.all([
      step.waitForEvent("answer", { event: "t/self.answer", timeout: "1h", match: "data.key" }),
      step.sendEvent("ask", { name: "t/self.answer", data: { key: event.data.key as string } }),
    ]);
    return answer?.name;
  }),
  client.createFunction({ id: "race", triggers: [{ event: "t/race" }] }, async ({ event, step, group }) => {
    const key = event.data.key as string;
    const winner = await group.parallel({ mode: "race" }, () =>
      Promise.race([
        step.waitForEvent("slow", { event: "t/never", timeout: "3s" }).then(() => "slow"),
        step.run("quick", () => (note(`${key} quick`), "quick")),
      ]),
    );
    return step.run("after", () => (note(`${key} after`), winner));
  }),
  client.createFunction({ id: "runners", triggers: [{ event: "t/runners" }] }, async ({ event, step, group }) => {
    const key = event.data.key as string;
    const winner = await group.parallel({ mode: "race" }, () =>
      Promise.race([
        step.run("held", async () => {
          note(`${key} held`);
          await until(() => times(`${key} after`) > 0);
          return "held";
        }),
        ...["a", "b", "c", "d", "e", "f"].map((name) => step.run(name, () => (note(`${key} ${name}`), name))),
      ]),
    );
    return step.run("after", () => (note(`${key} after`), winner));
  }),
  client.createFunction({ id: "child", triggers: [{ event: "t/child" }] }, async ({ event, step }) => {
    await step.sleep("a moment", "1s");
    if (event.data.fail) throw new RetryAfterError("child failed", "1s");
    return { doubled: (event.data.n as number) * 2 };
  }),
  client.createFunction({ id: "bad-child", retries: 0, triggers: [] }, async () => {
    throw new TypeError("bad child");
  }),
  client.createFunction({ id: "parent", retries: 0, triggers: [{ event: "t/parent" }] }, async ({ event, step }) => {
    try {
      const timeout = event.data.timeout as string | undefined;
      return await step.invoke("call", {
        function: referenceFunction({ appId: "probe", functionId: event.data.target as string }),
        data: { n: 21 },
        ...(timeout ? { timeout } : {}),
      });
    } catch (error) {
      return `caught ${(error as Error).name}: ${(error as Error).message}`;
    }
  }),
  client.createFunction(
    {
      id: "guarded",
      retries: 0,
      triggers: [{ event: "t/guarded" }],
      onFailure: async ({ error, event, step }) => {
        const { event: original } = event.data as { event: { data: { key: string } } };
        await step.run("clean up", () => note(`${original.data.key} cleaned up after ${error.message}`));
      },
    },
    async () => {
      throw new Error("it broke");
    },
  ),
  client.createFunction(
    {
      id: "cancellable",
      triggers: [{ event: "t/long" }],
      cancelOn: [{ event: "t/stop", if: "event.data.key == async.data.key" }],
    },
    async ({ event, step }) => {
      await step.run("begin", () => note(`${event.data.key as string} began`));
      await step.sleep("long", "1h");
      return "not cancelled";
    },
  ),
  client.createFunction({ id: "fan", triggers: [{ event: "t/fan" }] }, async ({ step }) => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => step.run(`part ${i}`, () => i)));
    return all.reduce((sum, one) => sum + one, 0);
  }),
];

export async function parallelSuite(settings: Partial<Settings>): Promise<void> {
  const world = await openWorld(functions, settings);
  const mode = settings.checkpointing ? "checkpointed" : "plain";
  const waiting = (runId: string) =>
    until(async () => {
      const [wait] = await world.database.sql`select 1 from engine.waits where run_id = ${runId} and kind = 'event'`;
      return wait !== undefined;
    });
  const runOf = (eventId: string) => until(async () => (await world.runsOf(eventId))[0]);

  test("parallel steps each run once, and the step behind them once", async () => {
    const key = `${mode} both`;
    expect((await world.ended(await world.send("t/both", { key }))).output).toBe("XY");
    for (const step of ["x", "y", "after"]) expect(times(`${key} ${step}`)).toBe(1);
  });

  test("twenty parallel steps are joined", async () => {
    expect((await world.ended(await world.send("t/fan"))).output).toBe(190);
  });

  test("an event that matches ends the wait beside a step; one that does not changes nothing", async () => {
    const key = `${mode} approval`;
    const id = await world.send("t/approval", { key });
    await waiting((await runOf(id)).id);
    await world.send("t/decided", { key: "another", verdict: "no" });
    await world.send("t/decided", { key, verdict: "yes" });
    await world.send("t/decided", { key, verdict: "too late" });
    expect((await world.ended(id)).output).toBe("yes");
    expect(times(`${key} asked`)).toBe(1);
  });

  test("a wait that nobody answers yields null at its timeout", async () => {
    const run = await world.ended(await world.send("t/approval", { key: `${mode} silence`, timeout: "1s" }));
    expect(run.output).toBe("nobody answered");
  });

  test("an event sent beside the wait is never missed", async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, i) => world.send("t/self", { key: `${mode} self ${i}` })),
    );
    for (const id of ids) expect((await world.ended(id)).output).toBe("t/self.answer");
  });

  test("a race goes on with its winner while the loser still waits", async () => {
    const key = `${mode} race`;
    const id = await world.send("t/race", { key });
    await until(() => times(`${key} after`) === 1, 2_000);
    expect((await world.ended(id)).output).toBe("quick");
    expect(times(`${key} quick`)).toBe(1);
    expect(times(`${key} after`)).toBe(1);
  });

  test("racing steps that end together run once each, as does the step behind them, before the last racer ends", async () => {
    const keys = Array.from({ length: 6 }, (_, i) => `${mode} runners ${i}`);
    const ids = await Promise.all(keys.map((key) => world.send("t/runners", { key })));
    for (const id of ids) expect((await world.ended(id)).output).toMatch(/^[a-f]$/);
    const counts = keys.flatMap((key) =>
      ["held", "a", "b", "c", "d", "e", "f", "after"].map((name) => times(`${key} ${name}`)),
    );
    expect(counts).toEqual(counts.map(() => 1));
  });

  test("an invoked function's result, failure, absence and timeout reach the parent", async () => {
    const parent = async (data: object) => (await world.ended(await world.send("t/parent", { ...data }))).output;
    const outcomes = await Promise.all([
      parent({ target: "child" }),
      parent({ target: "bad-child" }),
      parent({ target: "nobody" }),
      parent({ target: "cancellable", timeout: "1s" }),
    ]);
    expect(outcomes[0]).toEqual({ doubled: 42 });
    expect(outcomes[1]).toMatch(/bad child/);
    expect(outcomes[2]).toMatch(/no such function/);
    expect(outcomes[3]).toMatch(/Timed out waiting for invoked function/);
  });

  test("onFailure runs once, with the error, after the run has failed", async () => {
    const key = `${mode} guarded`;
    expect((await world.ended(await world.send("t/guarded", { key }))).status).toBe("failed");
    await until(() => times(`${key} cleaned up after it broke`) === 1);
  });

  test("an event of cancelOn cancels the run it matches and no other", async () => {
    const [one, two] = [`${mode} c1`, `${mode} c2`];
    const ids = [await world.send("t/long", { key: one }), await world.send("t/long", { key: two })] as const;
    await until(() => times(`${one} began`) === 1 && times(`${two} began`) === 1);
    await world.send("t/stop", { key: one });
    expect((await world.ended(ids[0])).status).toBe("cancelled");
    expect((await runOf(ids[1])).status).toBe("running");
    const left = await world.database.sql`
      select 1 from engine.jobs j join engine.runs r on r.id = j.run_id where r.event_iid = ${ids[0]} and j.kind <> 'deliver'`;
    expect(left).toHaveLength(0);
  });
}
