import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { byStatus, governing, item, list, listing, orders, seen, startMarket } from "./market.ts";

// Thousands of calls through six processes: on a busy machine they take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let at: Awaited<ReturnType<typeof startMarket>>;
beforeAll(async () => {
  at = await startMarket();
}, 60_000);
afterAll(() => at?.world.close());
beforeEach(() => at.calm());

const { rule, becomes, onlyListing } = governing(() => at);

describe("fault tolerance (GOV-10 to GOV-12)", () => {
  const tolerate = (spec: object) => rule("fault_tolerance", { ...orders, on: true, ...spec });
  const becomesStatus = (count: number, status: number) =>
    seen(
      () => at.calls(10),
      (answers) => byStatus(answers)[status] === count,
    );
  /** While so many attempts are made of ten calls. */
  const becomesAttempts = (count: number, url = list) =>
    seen(
      async () => {
        const before = await at.first.behave("status=503");
        await at.calls(10, url);
        return (await at.first.behave("status=503")) - before;
      },
      (attempts) => attempts === count,
    );

  /** Of a thousand calls: what the caller saw, and how many requests reached each instance. */
  async function thousand(url = list) {
    const before = [await at.first.behave("status=503"), await at.second.behave()];
    const answers = byStatus(await at.calls(1000, url));
    const after = [await at.first.behave(), await at.second.behave()];
    return { answers, sick: after[0]! - before[0]!, well: after[1]! - before[1]! };
  }
  const halfFails = { answers: { 200: 500, 503: 500 }, sick: 500, well: 500 };
  beforeEach(() => at.first.behave("status=503"));

  test("failfast, and tolerance that is off, tell every failure at once", async () => {
    const made = await tolerate({ strategy: "failfast" });
    await becomesStatus(5, 503);
    expect(await thousand()).toEqual(halfFails);
    await made.change({ ...orders, on: true, strategy: "failover" });
    await at.first.behave("status=503");
    await becomesStatus(10, 200);
    await made.change({ ...orders, on: false });
    await becomesStatus(5, 503);
    expect(await thousand()).toEqual(halfFails);
  });

  test("failover tries another instance", async () => {
    const made = await tolerate({ strategy: "failfast" });
    await becomesStatus(5, 503);
    await made.change({ ...orders, on: true, strategy: "failover" });
    await becomesStatus(10, 200);
    const { answers, sick, well } = await thousand();
    expect(answers).toEqual({ 200: 1000 });
    expect(well).toBe(1000);
    expect(sick).toBeGreaterThan(400);
  });

  test("failback tries the same instance again", async () => {
    await tolerate({ strategy: "failback" });
    await becomesAttempts(10);
    expect(await thousand()).toEqual({ answers: { 200: 500, 503: 500 }, sick: 1000, well: 500 });
  });

  test("custom does both as often as it is told, the same instance first", async () => {
    const made = await tolerate({ strategy: "custom", sameInstance: 4, otherInstances: 0 });
    await becomesAttempts(25);
    expect(await thousand()).toEqual({ answers: { 200: 500, 503: 500 }, sick: 2500, well: 500 });
    await made.change({ ...orders, on: true, strategy: "custom", sameInstance: 2, otherInstances: 1 });
    await at.first.behave("status=503");
    await becomesStatus(10, 200);
    const { answers, sick, well } = await thousand();
    expect(answers).toEqual({ 200: 1000 });
    expect(well).toBe(1000);
    expect(sick % 3).toBe(0);
    expect(sick).toBeGreaterThan(1200);
  });

  test("one method can be tolerated in its own way", async () => {
    await tolerate({ strategy: "failfast" });
    await becomesStatus(5, 503);
    await rule("fault_tolerance", { ...listing, on: true, strategy: "custom", sameInstance: 2, otherInstances: 0 });
    await becomesAttempts(15);
    expect(await thousand()).toEqual({ ...halfFails, sick: 1500 });
    expect(await thousand(item)).toEqual(halfFails);
  });

  test("a broken connection is as good as an error, and a body is sent again whole", async () => {
    await tolerate({ strategy: "failover" });
    await becomesStatus(10, 200);
    await at.first.behave("hangUp");
    const body = "x".repeat(10_000);
    const answers = await at.shop.egress.calls(200, list, { method: "PUT", body });
    expect(byStatus(answers)).toEqual({ 200: 200 });
    expect(answers.every(({ text }) => JSON.parse(text).size === 10_000)).toBe(true);
    const posts = byStatus(await at.shop.egress.calls(20, list, { method: "POST", body }));
    expect(posts[502]).toBeGreaterThan(0);
  });

  test("what may have been done already is not done again: an answer 502 to a POST is told", async () => {
    await tolerate({ strategy: "failover" });
    await becomesStatus(10, 200);
    await at.first.behave("status=502");
    expect(byStatus(await at.calls(100))).toEqual({ 200: 100 });
    expect(byStatus(await at.shop.egress.calls(100, list, { method: "POST" }))).toEqual({ 200: 50, 502: 50 });
  });
});

describe("circuit breaking (GOV-13 to GOV-16)", () => {
  const automatic = { ...orders, mode: "automatic" };
  const sicken = (how: string) => Promise.all([at.first.behave(how), at.second.behave(how)]);

  test("a manual break stops every call at the caller, and cancelling lets them go on", async () => {
    const made = await rule("circuit_breaking", { ...orders, mode: "manual" });
    const before = await at.served();
    await becomes(503);
    expect((await at.call()).headers["x-mesher-answer"]).toBe("circuit_open");
    const reached = (await at.served()) - before;
    // Those only that were asked before the change was heard of.
    expect(reached).toBeLessThan(1000);
    await made.change({ ...orders, mode: "cancel" });
    await becomes(200);
  });

  test("a broken method leaves the others alone", async () => {
    await rule("circuit_breaking", { ...listing, mode: "manual" });
    await onlyListing(503);
  });

  test("it opens by itself when rate and count hold together, answers nothing during its window, and closes when calls succeed", async () => {
    await rule("circuit_breaking", { ...automatic, windowMs: 3000, failureRate: 50, requests: 30 });
    await seen(
      async () => (await at.call(), (await at.shop.status()).breakers),
      (breakers) => Object.keys(breakers).includes("Consumer.orders.orders.list"),
    );
    const [a, b] = await sicken("status=500");
    const began = performance.now();
    const answers = await at.calls();
    const reached = (await at.first.behave("status=500")) + (await at.second.behave("status=500")) - a! - b!;
    expect(reached).toBeGreaterThanOrEqual(15);
    expect(reached).toBeLessThan(200);
    expect(byStatus(answers)[503]).toBe(1000 - reached);
    await sicken("status=200");
    expect((await at.call()).status).toBe(503);
    await seen(
      () => at.call(),
      ({ status }) => status === 200,
    );
    expect(performance.now() - began).toBeGreaterThan(3000);
    expect(byStatus(await at.calls())).toEqual({ 200: 1000 });
  });

  test("half of the calls failing is not enough where more is asked for", async () => {
    await rule("fault_tolerance", { ...orders, on: false });
    const made = await rule("circuit_breaking", { ...automatic, windowMs: 60_000, failureRate: 80, requests: 10 });
    await at.first.behave("status=500");
    expect(byStatus(await at.calls())).toEqual({ 200: 500, 500: 500 });
    await made.change({ ...automatic, windowMs: 60_000, failureRate: 40, requests: 10 });
    // What went well in the seconds before counts as well: it takes some calls to outweigh that.
    await seen(
      () => at.calls(300),
      (answers) => (byStatus(answers)[503] ?? 0) > 0,
    );
    await made.change({ ...automatic, windowMs: 60_000, failureRate: 40, requests: 1_000_000 });
    await made.change({ ...orders, mode: "cancel" });
    await at.first.behave();
    await becomes(200);
  });
});

describe("fault injection (GOV-17, GOV-18)", () => {
  const error = (httpStatus: number, probability = 100) => ({
    ...orders,
    fault: "error",
    protocol: "rest",
    httpStatus,
    probability,
  });
  const inject = (spec: object) => rule("fault_injection", spec);

  test("so many percent of the calls get the error, without reaching the service", async () => {
    const made = await inject(error(418));
    await becomes(418);
    await made.change(error(418, 30));
    await seen(
      () => at.calls(20),
      (answers) => (byStatus(answers)[200] ?? 0) > 0,
    );
    const before = await at.served();
    const { 418: faults = 0, 200: rest = 0 } = byStatus(await at.calls(2000));
    expect(faults + rest).toBe(2000);
    expect((await at.served()) - before).toBe(rest);
    expect(faults).toBeGreaterThan(500);
    expect(faults).toBeLessThan(700);
    await made.change(error(418, 0));
    await seen(
      () => at.calls(30),
      (answers) => byStatus(answers)[200] === 30,
    );
  });

  test("so many percent of the calls are late by the delay", async () => {
    const delay = (probability: number) => ({ ...orders, fault: "delay", protocol: "rest", delayMs: 400, probability });
    const made = await inject(delay(100));
    await seen(
      () => at.call(),
      ({ ms }) => ms >= 390,
    );
    await made.change(delay(50));
    await seen(
      () => at.calls(20),
      (answers) => answers.some(({ ms }) => ms < 390),
    );
    const answers = await at.shop.egress.calls(1000, list, { width: 50 });
    const late = answers.filter(({ ms }) => ms >= 390).length;
    expect(byStatus(answers)).toEqual({ 200: 1000 });
    expect(late).toBeGreaterThan(420);
    expect(late).toBeLessThan(600);
  });

  test("one method can be chosen, and has its own where there is one for its service too", async () => {
    const one = await inject({ ...error(501), ...listing });
    await onlyListing(501);
    await inject(error(418));
    await seen(
      () => at.call(item),
      ({ status }) => status === 418,
    );
    expect([byStatus(await at.calls(500)), byStatus(await at.calls(500, item))]).toEqual([{ 501: 500 }, { 418: 500 }]);
    await one.end();
    await becomes(418);
  });

  test("faults of the other protocol leave calls over HTTP alone", async () => {
    await inject({ ...error(418), protocol: "highway" });
    await seen(
      () => at.shop.status(),
      ({ configurationItems }) => configurationItems.some((count: number) => count > 0),
    );
    expect(byStatus(await at.calls())).toEqual({ 200: 1000 });
  });
});

describe("a rule about one method, where there is one about its service too, decides for that method", () => {
  /** Statuses of calls to the method, and to another one. */
  const becomesBoth = async (one: number, other: number) => {
    await seen(
      async () => [(await at.call()).status, (await at.call(item)).status],
      (statuses) => statuses.join() === [one, other].join(),
    );
    const both = [byStatus(await at.calls(200)), byStatus(await at.calls(200, item))];
    expect(both).toEqual([{ [one]: 200 }, { [other]: 200 }]);
  };

  test("degradation", async () => {
    const answer = "throw_exception";
    await rule("degradation", { ...orders, on: true, answer });
    const made = await rule("degradation", { ...listing, on: false });
    await becomesBoth(200, 503);
    await made.change({ ...listing, on: true });
    await seen(
      () => at.call(),
      ({ text }) => text === "",
    );
    expect(byStatus(await at.calls(200, item))).toEqual({ 503: 200 });
  });

  test("circuit breaking", async () => {
    await rule("circuit_breaking", { ...orders, mode: "manual" });
    const made = await rule("circuit_breaking", { ...listing, mode: "cancel" });
    await becomesBoth(200, 503);
    await made.end();
    await becomesBoth(503, 503);
  });

  test.each([
    ["off", { on: false }],
    ["failfast", { on: true, strategy: "failfast" }],
  ])("fault tolerance that is %s", async (_name, spec) => {
    await rule("fault_tolerance", { ...orders, on: true, strategy: "failover" });
    await rule("fault_tolerance", { ...listing, ...spec });
    await at.first.behave("status=503");
    await seen(
      () => at.calls(10),
      (answers) => byStatus(answers)[503] === 5,
    );
    expect([byStatus(await at.calls(200)), byStatus(await at.calls(200, item))]).toEqual([
      { 200: 100, 503: 100 },
      { 200: 200 },
    ]);
  });
});
