import type { Inngest } from "inngest";
import { expect, onTestFinished, test } from "vitest";
import { openApp } from "./app.ts";
import { passTime } from "./clock.ts";
import { died, dismiss, freePort, member } from "./crew.ts";
import { emptyDatabase } from "./postgres.ts";
import { countingRelay } from "./relay.ts";
import { until } from "./world.ts";

const approvals = 1_000;
const unanswered = 100;

/** When each approval went on, by its number. */
const woken = new Map<number, number>();
const functions = (client: Inngest) => [
  client.createFunction({ id: "approval", triggers: [{ event: "a/wanted" }] }, async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", { event: "a/given", timeout: "48h", match: "data.n" });
    await step.run("go on", () => void woken.set(event.data.n as number, Date.now()));
    return answer ? "given" : "nobody answered";
  }),
];

test(`${approvals} approvals that wait for 48 hours need no process and no polling, and go on within a second of their event`, async () => {
  const { url, sql, drop } = await emptyDatabase();
  const relay = await countingRelay(url);
  const opened = await openApp();
  const port = await freePort();
  const executor = member("executor", {
    DATABASE_URL: relay.url,
    APP_URL: opened.url,
    PORT: String(port),
    CHECKPOINTING: "1",
  });
  onTestFinished(async () => {
    await dismiss(executor);
    await opened.close();
    await relay.close();
    await drop();
  });
  await executor.start();
  const { client, server } = opened.connect(`http://127.0.0.1:${port}`, functions);
  let calls = 0;
  server.on("request", ({ method }) => void (method === "POST" && calls++));
  await fetch(`http://127.0.0.1:${port}/fn/sync`, { method: "POST" });
  const atRest = await sentPerSecond(relay.sent);
  const numbers = Array.from({ length: approvals }, (_, n) => n);
  await client.send(numbers.map((n) => ({ name: "a/wanted", data: { n } })));
  const waiting = async () => (await sql`select 1 from engine.waits where kind = 'event'`).length;
  await until(async () => (await waiting()) === approvals, 60_000);
  await until(async () => (await sql`select 1 from engine.jobs where kind = 'call'`).length === 0, 60_000);

  // While they wait nothing is called, and the database is asked as little as by an engine without work.
  const before = calls;
  const waitingForThem = await sentPerSecond(relay.sent);
  expect(waitingForThem).toBeLessThan(atRest + 3);
  expect(calls).toBe(before);
  const gone = died(executor);
  executor.child.kill("SIGKILL");
  await gone;
  await passTime(sql, "24 hours");
  await executor.start();

  const delays: number[] = [];
  const answer = async (n: number) => {
    const sent = Date.now();
    await client.send({ name: "a/given", data: { n } });
    delays.push((await until(() => woken.get(n))) - sent);
  };
  const unsent = numbers.slice(unanswered);
  const answerAll = async () => {
    for (let n = unsent.pop(); n !== undefined; n = unsent.pop()) await answer(n);
  };
  await Promise.all(Array.from({ length: 4 }, answerAll));
  await passTime(sql, "23 hours");
  expect(await waiting()).toBe(unanswered);
  await passTime(sql, "61 minutes");
  await until(() => woken.size === approvals, 60_000);
  await until(async () => (await sql`select 1 from engine.runs where ended_at is null`).length === 0, 60_000);

  const outcomes = await sql`select output::text, count(*)::int from engine.runs group by 1 order by 1`;
  expect(outcomes).toEqual([
    { output: '"given"', count: approvals - unanswered },
    { output: '"nobody answered"', count: unanswered },
  ]);
  // One call until it waits, one from when it goes on.
  expect(calls).toBe(2 * approvals);
  delays.sort((a, b) => a - b);
  // Nine in ten decide: what else the machine does may hold up a single one.
  expect(delays[Math.floor(delays.length * 0.9)]).toBeLessThan(1_000);
  console.log(
    `Approvals: ${atRest} pieces a second sent to the database at rest, ${waitingForThem} while ${approvals} wait; went on after ${delays[Math.floor(delays.length / 2)]} ms in the middle, ${delays.at(-1)} ms at most`,
  );
}, 240_000);

/** Over five seconds. */
async function sentPerSecond(sent: () => number): Promise<number> {
  const before = sent();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  return (sent() - before) / 5;
}
