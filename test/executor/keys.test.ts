import { embedded } from "@flyloft/infra/adapters/engines/embedded";
import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { openWorld } from "./world.ts";

/** While keys are being changed one side has both: whichever begins, and whichever it puts first, work goes on. */
const [former, next] = ["a1", "b2"].map((pair) => `signkey-test-${pair.repeat(32)}`) as [string, string];
const cases = [
  { executor: [next], app: [former, next] },
  { executor: [former], app: [next, former] },
  { executor: [next, former], app: [former] },
  { executor: [former, next], app: [next] },
  { executor: [next, former], app: [former, next] },
];

const functions = (client: Inngest) => [
  client.createFunction({ id: "rotate", retries: 0, triggers: [{ event: "k/rotate" }] }, async ({ step }) => {
    const one = await step.run("stored on the side", () => 1);
    await step.sendEvent("tell", { name: "k/told" });
    return step.run("after", () => one + 1);
  }),
];

const named = ([signingKey = "", signingKeyFallback]: string[]) => ({ signingKey, signingKeyFallback });
const worlds = await Promise.all(cases.map(({ executor, app }) => openWorld(functions, named(executor), named(app))));
const stranger = await openWorld(functions, named([former]), named([next]));

test.each(cases.map((keys, i) => ({ ...keys, i })))(
  "an app with the keys $app and an executor with $executor understand each other both ways",
  async ({ i }) => {
    const world = worlds[i]!;
    expect(await world.ended(await world.send("k/rotate"))).toMatchObject({ status: "completed", output: 2 });
    // What was stored on the side came with the app's key; a refused one would have left a call for each step.
    expect(await world.database.sql`select 1 from engine.attempts where step_id is null`).toHaveLength(1);
    expect(await world.database.sql`select 1 from engine.attempts where error is not null`).toHaveLength(0);
  },
);

test("without a common key the app is not taken over, and the log names the setting", async () => {
  const response = await fetch(`${stranger.executor.url}/fn/sync`, { method: "POST" });
  expect(response.status).toBe(502);
  expect(await stranger.database.sql`select 1 from engine.fns`).toHaveLength(0);
  expect(stranger.logs.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/INNGEST_SIGNING_KEY/));
});

test("who looks into the runs may have both keys too", async () => {
  const { url: baseUrl } = stranger.executor;
  const looking = (...keys: string[]) => embedded.open({ baseUrl, ...named(keys) }).stats("some-project");
  expect(await looking(next, former)).toMatchObject({ runningRuns: 0 });
  await expect(looking(next)).rejects.toMatchObject({ code: "unavailable" });
});
