import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { openWorld, until } from "./world.ts";

const order: string[] = [];
let letGo: (() => void) | undefined;

const functions = (client: Inngest) => [
  client.createFunction({ id: "older", triggers: [{ event: "g/older" }] }, async ({ step }) => {
    await step.sleep("nap", "1s");
    await step.run("awake", () => order.push("older"));
  }),
  client.createFunction({ id: "younger", triggers: [{ event: "g/younger" }] }, async ({ step }) => {
    await step.run("one", async () => {
      order.push("younger 1");
      await new Promise<void>((resolve) => (letGo = resolve));
    });
    for (const n of [2, 3, 4]) await step.run(`step ${n}`, () => order.push(`younger ${n}`));
  }),
];
const world = await openWorld(functions, { checkpointing: false, maxCalls: 1 });
const { sql } = world.database;

test("steps behind each other are called without a way through the queue, unless an older run waits there", async () => {
  const ids = [await world.send("g/older")];
  await until(async () => (await sql`select 1 from engine.jobs where kind = 'sleep'`).length === 1);
  ids.push(await world.send("g/younger"));
  await until(
    async () => letGo !== undefined && (await sql`select 1 from engine.jobs where state = 'ready'`).length === 1,
  );
  letGo?.();
  for (const id of ids) expect((await world.ended(id)).status).toBe("completed");
  expect(order).toEqual(["younger 1", "older", "younger 2", "younger 3", "younger 4"]);
  const attempts = await sql`select gen, attempt, http_status from engine.attempts order by began_at`;
  expect(attempts).toHaveLength(8);
  expect(attempts.every(({ gen, attempt, http_status }) => gen === 1 && attempt === 0 && http_status !== null)).toBe(
    true,
  );
});
