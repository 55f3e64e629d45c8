import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { openWorld, until } from "./world.ts";

/** Places in the functions that wait for the test, by name; and how often each was passed. */
const gates = new Map<string, () => void>();
const open = new Set<string>();
const passed: string[] = [];
async function gate(name: string): Promise<void> {
  passed.push(name);
  if (!open.has(name)) await new Promise<void>((resolve) => gates.set(name, resolve));
}
const letGo = async (name: string) => {
  await until(() => gates.has(name) || undefined);
  open.add(name);
  gates.get(name)?.();
};
const times = (name: string) => passed.filter((one) => one === name).length;

/** Answers that reached the executor, before they are applied. */
let answers = 0;
let keptBack = Number.POSITIVE_INFINITY;
const failpoint = async (place: string) => {
  if (place === "after-response" && ++answers === keptBack) await gate("first discovery");
};

const functions = (client: Inngest) => [
  client.createFunction({ id: "overtaken", triggers: [{ event: "d/overtaken" }] }, async ({ step, group }) => {
    await group.parallel({ mode: "race" }, () =>
      Promise.race([step.run("one", () => gate("one")), step.run("two", () => gate("two"))]),
    );
    await step.run("behind", () => gate("behind"));
  }),
  client.createFunction({ id: "beside", triggers: [{ event: "d/beside" }] }, async ({ step, group }) => {
    await Promise.all([
      step.run("plain", () => gate("plain")),
      group.parallel({ mode: "race" }, () => step.run("racer", () => gate("racer"))),
    ]);
  }),
];

const guarded = (client: Inngest) =>
  client.createFunction({ id: "narrow", concurrency: 1, triggers: [{ event: "d/narrow" }] }, async ({ step }) => {
    const both = await Promise.all([step.run("left", () => gate("left")), step.run("right", () => gate("right"))]);
    return step.run("end", () => both);
  });

const world = await openWorld((client) => [...functions(client), guarded(client)], { checkpointing: false, failpoint });
const { sql } = world.database;
const discoveries = (state: string) =>
  sql`select id from engine.jobs where kind = 'call' and step_id is null and state = ${state}`;
const calls = () => sql`select id from engine.jobs where kind = 'call' and state <> 'leased'`;

test("a discovery that overtakes an older one does not run the step behind the group a second time", async () => {
  const id = await world.send("d/overtaken");
  await until(() => (gates.has("one") && gates.has("two")) || undefined);
  // The next answer is that of "one", the one behind it is the discovery that does not know of "two" yet.
  keptBack = answers + 2;
  await letGo("one");
  await until(() => gates.has("first discovery") || undefined);
  const [first] = await discoveries("leased");
  await letGo("two");
  await until(async () => times("behind") > 0 || (await discoveries("held")).length > 0);
  await letGo("first discovery");
  await until(async () => (await sql`select 1 from engine.jobs where id = ${first?.id as string}`).length === 0);
  await until(async () => (await calls()).length === 0);
  await until(async () => (await discoveries("leased")).length === 0 || times("behind") > 1);
  expect(times("behind")).toBe(1);
  await letGo("behind");
  expect((await world.ended(id)).status).toBe("completed");
  expect(passed.filter((name) => ["one", "two", "behind"].includes(name))).toHaveLength(3);
});

test("a step still under way is not run again by the discovery that a racer's end causes", async () => {
  const id = await world.send("d/beside");
  await until(() => gates.has("plain") || undefined);
  await letGo("racer");
  await until(
    async () =>
      (
        await sql`select 1 from engine.steps s join engine.runs r on r.id = s.run_id where r.event_iid = ${id} and memo is not null`
      ).length === 1,
  );
  await until(async () => (await calls()).length === 0);
  await until(async () => (await discoveries("leased")).length === 0 || times("plain") > 1);
  expect(times("plain")).toBe(1);
  await letGo("plain");
  expect((await world.ended(id)).status).toBe("completed");
});

test("a planned call is not made for a step that has its outcome already", async () => {
  const id = await world.send("d/narrow");
  const name = await until(() => ["left", "right"].find((one) => gates.has(one)));
  const other = name === "left" ? "right" : "left";
  const stored = await sql`
    update engine.steps s set memo = '{"data":"from elsewhere"}', seq = nextval('engine.step_seq') from engine.runs r
    where r.id = s.run_id and r.event_iid = ${id} and s.name = ${other} returning 1`;
  expect(stored).toHaveLength(1);
  await letGo(name);
  const outcome = [null, "from elsewhere"];
  expect((await world.ended(id)).output).toEqual(name === "left" ? outcome : outcome.toReversed());
  expect(times(other)).toBe(0);
});
