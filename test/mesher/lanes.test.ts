import { once } from "node:events";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Answer, tally } from "./client.ts";
import { startWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof startWorld>>;
type Member = Awaited<ReturnType<World["join"]>>;

// Thousands of calls through six processes: on a busy machine they take their time.
vi.setConfig({ testTimeout: 90_000 });

let world: World;
let [shop, preview, baseline, blue]: Member[] = [];
const orders = "http://orders/";
const byWho = (answers: Answer[]) => tally(answers, ({ who }) => who);

beforeAll(async () => {
  world = await startWorld();
  [shop, preview, baseline, blue] = await Promise.all([
    world.join("shop", "1.0.0"),
    world.join("shop", "1.1.0", { MESHER_LANE: "blue" }),
    world.join("orders", "1.0.0", { WHO: "baseline" }),
    world.join("orders", "1.1.0", { WHO: "blue", MESHER_LANE: "blue", MESHER_LEAVE_SECONDS: "2" }),
  ]);
}, 60_000);
afterAll(() => world?.close());

const found = (who: string, headers: Record<string, string> = {}) =>
  until(`A call to ${who}`, async () => ((await shop!.egress.call(orders, { headers })).who === who ? true : null), {
    within: 30_000,
  });

test("requests of a lane go to its instances, all others to the baseline, and the lane is passed along (BEY-11)", async () => {
  await found("blue", { "x-lane": "blue" });
  expect(byWho(await shop!.egress.calls(500, orders, { headers: { "x-lane": "blue" } }))).toEqual({ blue: 500 });
  expect(byWho(await shop!.egress.calls(500, orders))).toEqual({ baseline: 500 });
  expect(byWho(await shop!.egress.calls(100, orders, { headers: { "x-lane": "green" } }))).toEqual({ baseline: 100 });
  const { headers } = JSON.parse((await shop!.egress.call(orders, { headers: { "x-lane": "green" } })).text);
  expect(headers["x-lane"]).toBe("green");
});

test("what an instance of a lane calls belongs to the lane", async () => {
  await until("The lane", async () => ((await preview!.egress.call(orders)).who === "blue" ? true : null), {
    within: 30_000,
  });
  expect(byWho(await preview!.egress.calls(200, orders))).toEqual({ blue: 200 });
});

test("a gray release by lane, as the console sets it, divides requests in the same way (BEY-11)", async () => {
  const items = async () => (await shop!.status()).configurationItems as number[];
  const known = (some: boolean) =>
    until("The rule", async () => ((await items()).some((count) => count > 0) === some ? true : null), {
      within: 30_000,
    });
  const made = await world.rules.release("orders", "lane", { by: "lane", lane: "blue" });
  await known(true);
  expect(byWho(await shop!.egress.calls(500, orders, { headers: { "x-lane": "blue" } }))).toEqual({ blue: 500 });
  expect(byWho(await shop!.egress.calls(500, orders, { headers: { "x-lane": "green" } }))).toEqual({ baseline: 500 });
  expect(byWho(await shop!.egress.calls(500, orders))).toEqual({ baseline: 500 });
  await made.end();
  await known(false);
});

test("an instance that leaves is told to its callers before it ends: no call is lost", async () => {
  const calling = shop!.egress.calls(2000, orders, { headers: { "x-lane": "blue" } });
  blue!.sidecar.kill("SIGTERM");
  const [code] = await once(blue!.sidecar, "exit");
  expect(code).toBe(0);
  const statuses = tally(await calling, ({ status }) => status);
  expect(statuses).toEqual({ 200: 2000 });
  await found("baseline", { "x-lane": "blue" });
});

test("a service that is killed costs its callers an answer at most while another instance is there", async () => {
  const second = await world.join("orders", "1.0.0", { WHO: "second" });
  await until("Both", async () => Object.keys(byWho(await shop!.egress.calls(4, orders))).length === 2 || null, {
    within: 30_000,
  });
  second.sidecar.kill("SIGKILL");
  await once(second.sidecar, "exit");
  expect(byWho(await shop!.egress.calls(500, orders))).toEqual({ baseline: 500 });
  expect(baseline!.sidecar.exitCode).toBeNull();
});
