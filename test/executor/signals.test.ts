import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { openWorld, until } from "./world.ts";

type Asked = { signal: string; conflict?: "fail" | "replace"; timeout?: string };

const functions = (client: Inngest) => [
  client.createFunction({ id: "waiter", retries: 0, triggers: [{ event: "s/wait" }] }, async ({ event, step }) => {
    const { signal, conflict = "fail", timeout = "1h" } = event.data as Asked;
    const answer = await step.waitForSignal<{ verdict: string }>("answer", { signal, timeout, onConflict: conflict });
    return step.run("record", () => answer);
  }),
  client.createFunction({ id: "sender", retries: 0, triggers: [{ event: "s/send" }] }, async ({ event, step }) => {
    await step.sendSignal("raise", { signal: event.data.signal as string, data: { verdict: "from a step" } });
  }),
];
const world = await openWorld(functions);
const { sql } = world.database;
const { client } = world.app;

/** A run that waits for the signal, once its wait is stored. */
async function waiting(asked: Asked): Promise<string> {
  const id = await world.send("s/wait", asked);
  await until(async () => {
    const [wait] = await sql`
      select 1 from engine.waits w join engine.runs r on r.id = w.run_id where r.event_iid = ${id} and w.kind = 'signal'`;
    return wait !== undefined;
  });
  return id;
}
const whyOf = async (id: string) =>
  (await sql<{ why: string }[]>`select engine.why(id) as why from engine.runs where event_iid = ${id}`)[0]?.why;

test("a signal ends the wait for it and no other, brings its data and names the run that goes on", async () => {
  const [one, two] = [await waiting({ signal: "one" }), await waiting({ signal: "two" })];
  expect(await whyOf(one)).toMatch(/^waiting for signal one until/);
  const { runId } = (await client.sendSignal({ signal: "one", data: { verdict: "yes" } })) as { runId?: string };
  expect(await world.ended(one)).toMatchObject({ id: runId, output: { signal: "one", data: { verdict: "yes" } } });
  expect((await world.runsOf(two))[0]?.status).toBe("running");
  await world.send("s/send", { signal: "two" });
  expect((await world.ended(two)).output).toEqual({ signal: "two", data: { verdict: "from a step" } });
});

test("a signal that nobody waits for, or not any more, is told so", async () => {
  expect(await client.sendSignal({ signal: "nobody\u0000" })).toEqual({ runId: undefined });
  const id = await waiting({ signal: "once" });
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => client.sendSignal({ signal: "once" }) as Promise<{ runId?: string }>),
  );
  expect(sent.filter(({ runId }) => runId !== undefined)).toHaveLength(1);
  expect((await world.ended(id)).output).toEqual({ signal: "once", data: null });
});

test("a second wait for a signal fails its run; the first still gets it", async () => {
  const first = await waiting({ signal: "taken" });
  const second = await world.ended(await world.send("s/wait", { signal: "taken" }));
  expect(second).toMatchObject({ status: "failed", error: { name: "SignalConflict" } });
  await client.sendSignal({ signal: "taken" });
  expect((await world.ended(first)).status).toBe("completed");
});

test("a wait that replaces another gets the signal; the other one says so and goes on at its timeout", async () => {
  const first = await waiting({ signal: "moved", timeout: "2s" });
  const second = await world.send("s/wait", { signal: "moved", conflict: "replace" });
  const why = await until(async () => {
    const text = await whyOf(first);
    return text?.includes("taken over") && text;
  });
  expect(why).toMatch(/^waiting for signal moved, which another run has taken over, until/);
  await client.sendSignal({ signal: "moved", data: { verdict: "new" } });
  expect((await world.ended(second)).output).toMatchObject({ data: { verdict: "new" } });
  expect((await world.ended(first)).output).toBeNull();
  expect(await sql`select 1 from engine.waits`).toHaveLength(0);
});

test("a wait that nobody signals yields null at its timeout", async () => {
  expect((await world.ended(await world.send("s/wait", { signal: "silent", timeout: "1s" }))).output).toBeNull();
});
