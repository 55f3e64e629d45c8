import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { newKey, openStage, type Note } from "./stage.ts";

const functions = (client: Inngest, note: Note) => [
  client.createFunction({ id: "matched", triggers: [{ event: "c/matched" }] }, async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", { event: "c/answer", timeout: "1h", match: "data.key" });
    note(event.data.key, answer?.data.verdict);
  }),
  client.createFunction({ id: "conditional", triggers: [{ event: "c/conditional" }] }, async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", {
      event: "c/offer",
      timeout: "1h",
      if: "event.data.key == async.data.key && async.data.price <= event.data.budget",
    });
    note(event.data.key, answer?.data.price);
  }),
  client.createFunction({ id: "impatient", triggers: [{ event: "c/impatient" }] }, async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", { event: "c/answer", timeout: "2s", match: "data.key" });
    note(event.data.key, answer);
  }),
  client.createFunction({ id: "asks-itself", triggers: [{ event: "c/ask" }] }, async ({ event, step }) => {
    const key = event.data.key as string;
    const [answer] = await Promise.all([
      step.waitForEvent("answer", { event: "c/answer", timeout: "1h", match: "data.key" }),
      step.sendEvent("say", { name: "c/answer", data: { key, verdict: "own" } }),
    ]);
    note(key, answer?.data.verdict);
  }),
  client.createFunction({ id: "asks-later", triggers: [{ event: "c/ask-later" }] }, async ({ event, step, group }) => {
    const key = event.data.key as string;
    const say = () => step.sendEvent("say", { name: "c/answer", data: { key, verdict: "later" } });
    // Without the group the branch with two steps would go on only when the wait has ended.
    const [answer] = await group.parallel(() =>
      Promise.all([
        step.waitForEvent("answer", { event: "c/answer", timeout: "1h", match: "data.key" }),
        step.sleep("a moment", "1s").then(say),
      ]),
    );
    note(key, answer?.data.verdict);
  }),
  client.createFunction({ id: "signalled", triggers: [{ event: "c/signalled" }] }, async ({ event, step }) => {
    const signal = event.data.key as string;
    const { timeout = "1h" } = event.data as { timeout?: string };
    note(signal, await step.waitForSignal("answer", { signal, timeout, onConflict: "fail" }));
  }),
];

const stage = await openStage("waits", functions);

/** No server tells when a wait is stored, so the event is sent until the run has ended. */
async function answered(eventId: string, ...answers: { name: string; data: Record<string, unknown> }[]) {
  return stage.until(async () => {
    for (const { name, data } of answers) await stage.send(name, data);
    return (await stage.runsOf(eventId)).find(({ status }) => status === "completed");
  });
}

test.concurrent("a wait ends with the event whose field matches, and every run that waits for it goes on", async () => {
  const key = newKey();
  const ids = [await stage.send("c/matched", { key }), await stage.send("c/matched", { key })];
  const other = await stage.send("c/matched", { key: newKey() });
  const answer = { name: "c/answer", data: { key, verdict: "yes" } };
  for (const id of ids) await answered(id, answer);
  expect(stage.noted(key)).toEqual(expect.arrayContaining(["yes", "yes"]));
  expect((await stage.runsOf(other)).map(({ status }) => status)).toEqual(["running"]);
  await stage.cancel((await stage.runsOf(other))[0]!.id);
});

test.concurrent("a wait ends with the event for which its condition holds, and with no other", async () => {
  const key = newKey();
  const offer = (price: number) => ({ name: "c/offer", data: { key, price } });
  await answered(await stage.send("c/conditional", { key, budget: 10 }), offer(11), offer(99), offer(10));
  expect([...new Set(stage.noted(key))]).toEqual([10]);
});

test.concurrent("a wait that nobody answers yields null at its timeout", async () => {
  const key = newKey();
  expect((await stage.ended(await stage.send("c/impatient", { key }))).status).toBe("completed");
  expect(stage.noted(key).at(-1)).toBeNull();
});

test.concurrent("a wait hears an event that a step beside it sends, or a branch of steps in its group", async () => {
  const [key, later] = [newKey(), newKey()];
  const ids = [await stage.send("c/ask", { key }), await stage.send("c/ask-later", { key: later })];
  for (const id of ids) expect((await stage.ended(id)).status).toBe("completed");
  expect([stage.noted(key).at(-1), stage.noted(later).at(-1)]).toEqual(["own", "later"]);
});

test.concurrent("a signal ends the wait for it, once, and none ends in null", async () => {
  const [key, silent] = [newKey(), newKey()];
  const [id, unheard] = [
    await stage.send("c/signalled", { key }),
    await stage.send("c/signalled", { key: silent, timeout: "2s" }),
  ];
  const { runId } = await stage.until(async () => {
    const sent = await stage.signal(key, { verdict: "yes" });
    return sent.runId !== undefined && sent;
  });
  expect((await stage.ended(id)).id).toBe(runId);
  expect(stage.noted(key).at(-1)).toEqual({ signal: key, data: { verdict: "yes" } });
  expect((await stage.signal(key)).runId).toBeUndefined();
  await stage.ended(unheard);
  expect(stage.noted(silent).at(-1)).toBeNull();
});
