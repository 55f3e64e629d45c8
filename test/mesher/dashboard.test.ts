import { followDashboardService, getDashboard, getDashboardService } from "@flyloft/functions/engines";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { item, list, startMarket } from "./market.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: Awaited<ReturnType<typeof startMarket>>;
beforeAll(async () => {
  at = await startMarket();
});
afterAll(() => at?.world.close());
beforeEach(() => at.calm());

const of = (service: string) => ({ engineId: at.world.engine.engineId, application: "shop", service });
const shown = (service: string) => getDashboardService(at.world.engine.owner, of(service));
type Shown = Awaited<ReturnType<typeof shown>>["operations"][number];

/** Calls, two at a time, as long as something else is done. */
async function whileCalling<T>(url: string, work: () => Promise<T>): Promise<T> {
  const calling = { on: true };
  const lane = async () => {
    while (calling.on) await at.shop.egress.call(url);
  };
  const lanes = [lane(), lane()];
  try {
    return await work();
  } finally {
    calling.on = false;
    await Promise.all(lanes);
  }
}

/** Calls until the dashboard shows of an operation what is asked for; answers what it shows then. */
function whileCalled(
  { service, operation, url = list }: { service: string; operation: string; url?: string },
  holds: (one: Shown) => boolean,
): Promise<Shown> {
  const look = async () => {
    const { operations } = await shown(service);
    const one = operations.find(({ name }) => name === operation);
    return one && holds(one) ? one : null;
  };
  return whileCalling(url, () => until(`${operation} on the dashboard`, look, { within: 20_000, every: 100 }));
}

test("what is called shows at both ends, by operation: how often, how quickly and how well (DSH-01 to DSH-03)", async () => {
  await Promise.all([at.first.behave("delay=40"), at.second.behave("delay=40")]);
  const listing = "orders.orders.list";
  // Figures of an interval that began before the calls were slow still say otherwise.
  const slow = ({ calls, latencyMs }: Shown) => calls > 10 && latencyMs! >= 35;
  const served = await whileCalled({ service: "orders", operation: listing }, slow);
  expect(served).toMatchObject({ direction: "served", failedCalls: 0, successRate: 1, breakerOpen: false });
  const called = await whileCalled({ service: "shop", operation: listing }, slow);
  expect(called).toMatchObject({ direction: "called", failedCalls: 0, breakerOpen: false });
  for (const { p50Ms, p90Ms, p99Ms, throughput } of [served, called]) {
    expect(p50Ms).toBeGreaterThanOrEqual(35);
    expect(p90Ms).toBeGreaterThanOrEqual(p50Ms!);
    expect(p99Ms).toBeGreaterThanOrEqual(p90Ms!);
    // Two at a time, each about 40 ms and more.
    expect(throughput).toBeGreaterThan(0);
    expect(throughput).toBeLessThanOrEqual(60);
  }
  expect(await whileCalled({ service: "orders", operation: "orders.orders.item", url: item }, slow)).toMatchObject({
    direction: "served",
  });
});

test("both instances of a service are shown, and the service as a whole", async () => {
  await whileCalled({ service: "orders", operation: "orders.orders.list" }, ({ calls }) => calls > 0);
  const { instances } = await shown("orders");
  expect(instances.map(({ version }) => version).sort()).toEqual(["1.0.0", "1.1.0"]);
  expect(instances.every(({ silent, memory, uptimeMs }) => !silent && memory.length > 0 && uptimeMs! > 0)).toBe(true);
  const { services } = await getDashboard(at.world.engine.owner, { engineId: of("").engineId });
  expect(services.map(({ service }) => service)).toEqual(expect.arrayContaining(["orders", "shop", "web"]));
});

test("failures, an open circuit and refused calls show while they last", async () => {
  const orders = { microservice: "orders" };
  const operation = "orders.orders.list";
  await Promise.all([at.first.behave("status=500"), at.second.behave("status=500")]);
  const failing = await whileCalled({ service: "shop", operation }, ({ errorRate }) => errorRate === 1);
  expect(failing).toMatchObject({ successRate: 0, breakerOpen: false });
  await Promise.all([at.first.behave(), at.second.behave()]);

  const made = await at.rules.create("circuit_breaking", "shop", { ...orders, mode: "manual" });
  const open = await whileCalled({ service: "shop", operation }, ({ breakerOpen }) => breakerOpen);
  expect(open.rejected).toBeGreaterThan(0);
  await made.change({ ...orders, mode: "cancel" });
  await whileCalled({ service: "shop", operation }, (one) => !one.breakerOpen && one.errorRate === 0);

  await at.rules.create("rate_limiting", "orders", { microservice: "shop", qps: 1 });
  const limited = await whileCalled({ service: "orders", operation }, ({ rejected }) => rejected > 0);
  expect(limited.failedCalls).toBeGreaterThan(0);
});

test("an open circuit shows although nobody calls any more, and no longer than it is open", async () => {
  const orders = { microservice: "orders" };
  await at.shop.egress.call(list);
  const made = await at.rules.create("circuit_breaking", "shop", { ...orders, mode: "manual" });
  const open = async () =>
    (await shown("shop")).operations.some(({ name, breakerOpen }) => name === "orders.orders.list" && breakerOpen);
  const becomes = (wanted: boolean) =>
    until("The state of the circuit", async () => ((await open()) === wanted ? true : null), { within: 20_000 });
  await becomes(true);
  await made.change({ ...orders, mode: "cancel" });
  await becomes(false);
});

test("it is shown as it changes, without asking again (DSH-02)", async () => {
  const stream = await followDashboardService(at.world.engine.owner, { ...of("orders"), environment: "" });
  await whileCalling(list, async () => {
    for await (const { operations } of stream) if (operations.some(({ calls }) => calls > 0)) return;
  });
});
