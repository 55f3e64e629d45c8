import type { Inngest } from "inngest";
import { expect, onTestFinished, test } from "vitest";
import { openApp } from "./app.ts";
import { dismiss, freePort, member } from "./crew.ts";
import { emptyDatabase } from "./postgres.ts";
import { until } from "./world.ts";

/** Each call of the step waits here, with its number, until the test lets it go. */
const calls: (() => void)[] = [];
const functions = (client: Inngest) => [
  client.createFunction({ id: "held", retries: 0, triggers: [{ event: "z/held" }] }, async ({ step }) => {
    const first = await step.run("hold", async () => {
      const number = calls.length + 1;
      await new Promise<void>((resolve) => calls.push(resolve));
      return number;
    });
    return step.run("after", () => first);
  }),
];

test("an executor that slept through its lease changes nothing when it wakes", async () => {
  const database = await emptyDatabase();
  const opened = await openApp();
  const ports = await Promise.all([freePort(), freePort()]);
  const env = { DATABASE_URL: database.url, APP_URL: opened.url, CHECKPOINTING: "0", LEASE_MS: "600" };
  const [sleeper, heir] = ports.map((port) => member("executor", { ...env, PORT: String(port) }));
  if (!sleeper || !heir) throw new Error("two executors are needed");
  onTestFinished(async () => {
    sleeper.child.kill("SIGCONT");
    await dismiss(sleeper, heir);
    await opened.close();
    await database.drop();
  });

  await sleeper.start();
  const { client } = opened.connect(`http://127.0.0.1:${ports[0]}`, functions);
  await fetch(`http://127.0.0.1:${ports[0]}/fn/sync`, { method: "POST" });
  await client.send({ name: "z/held" });
  await until(() => calls.length === 1);
  sleeper.child.kill("SIGSTOP");

  await heir.start();
  await until(() => calls.length === 2);
  // The heir's call is still open: what comes from the first one now meets a lease that is not its own.
  sleeper.child.kill("SIGCONT");
  calls[0]?.();
  await until(() => sleeper.logs.some((entry) => entry.message === "a stale reply was dropped"));
  expect(await database.sql`select 1 from engine.steps`).toHaveLength(0);
  const [lease] = await database.sql`select state, gen from engine.jobs where kind = 'call'`;
  expect(lease).toEqual({ state: "leased", gen: 2 });

  calls[1]?.();
  const run = () => database.sql`select status, output from engine.runs`;
  await until(async () => (await run())[0]?.status === "completed");
  expect(await run()).toMatchObject([{ status: "completed", output: 2 }]);
  await until(async () => (await database.sql`select 1 from engine.jobs`).length === 0);
}, 60_000);
