import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Answer } from "./client.ts";
import { byStatus, byWho, fresh, governing, item, list, listing, old, orders, seen, startMarket } from "./market.ts";

// Thousands of calls through six processes: on a busy machine they take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let at: Awaited<ReturnType<typeof startMarket>>;
beforeAll(async () => {
  at = await startMarket();
}, 60_000);
afterAll(() => at?.world.close());
beforeEach(() => at.calm());

const { rule, becomes, onlyListing } = governing(() => at);

describe("load balancing (GOV-05, GOV-06)", () => {
  const balance = (algorithm: string, more: object = {}) => rule("load_balancing", { ...orders, algorithm, ...more });
  const sticky = { sessionSeconds: 600, failureThreshold: 10 };

  test("random spreads calls evenly in no order, round robin gives each instance every second one", async () => {
    const made = await balance("random");
    await seen(
      () => at.calls(20),
      (answers) => byWho(answers)[old] !== 10,
    );
    const counts = byWho(await at.calls());
    expect(counts[old]).toBeGreaterThan(425);
    expect(counts[old]).toBeLessThan(575);
    await made.change({ ...orders, algorithm: "round_robin" });
    // One after the other: chance hardly ever takes turns for so long.
    await seen(
      () => at.shop.egress.calls(20, list, { width: 1 }),
      (answers) => answers.every(({ who }, i) => i === 0 || who !== answers[i - 1]!.who),
    );
    expect(byWho(await at.calls())).toEqual({ [old]: 500, [fresh]: 500 });
  });

  test("by response time the slow instance gets far fewer calls", async () => {
    await at.second.behave("delay=60");
    await balance("weighted_response");
    await seen(
      () => at.calls(60),
      (answers) => (byWho(answers)[fresh] ?? 0) < 15,
    );
    const counts = byWho(await at.calls());
    expect(counts[fresh] ?? 0).toBeGreaterThan(0);
    expect(counts[fresh]).toBeLessThan(250);
  });

  test("a session stays on its instance, users are told apart, and the session time ends it", async () => {
    const made = await balance("session_stickiness", sticky);
    await seen(
      () => at.calls(20),
      (answers) => Object.keys(byWho(answers)).length === 1,
    );
    expect(Object.values(byWho(await at.calls()))).toEqual([1000]);
    const users = await Promise.all(
      Array.from({ length: 10 }, (_, user) => at.calls(20, list, { "x-session-id": `user-${user}` })),
    );
    for (const answers of users) expect(Object.values(byWho(answers))).toEqual([20]);
    expect(new Set(users.map(([answer]) => answer!.who))).toEqual(new Set([old, fresh]));
    await made.change({ ...orders, algorithm: "session_stickiness", ...sticky, sessionSeconds: 1 });
    const { who } = await at.call();
    await seen(
      () => at.call(),
      (answer) => answer.who !== who,
    );
  });

  test("a session leaves an instance that has failed as often as allowed", async () => {
    await balance("session_stickiness", { ...sticky, failureThreshold: 3 });
    const session = { "x-session-id": "failing" };
    await seen(
      () => at.calls(10, list, session),
      (answers) => Object.keys(byWho(answers)).length === 1,
    );
    const { who } = await at.call(list, session);
    await (who === old ? at.first : at.second).behave("status=500");
    const answers = [];
    for (let i = 0; i < 10; i++) answers.push(await at.call(list, session));
    expect(byStatus(answers)).toEqual({ 500: 3, 200: 7 });
    expect(answers.slice(3).every((answer) => answer.who !== who)).toBe(true);
  });
});

describe("rate limiting (GOV-07, GOV-08)", () => {
  const limit = (qps: number) => rule("rate_limiting", { microservice: "shop", qps }, "orders");

  test("each instance takes so many calls a second of the limited caller, and others as before", async () => {
    await limit(20);
    await seen(
      () => at.calls(100),
      (answers) => (byStatus(answers)[429] ?? 0) > 0,
    );
    const began = performance.now();
    const others = at.web.egress.calls(200, list);
    const limited: Answer[] = [];
    while (limited.length < 2000 || performance.now() - began < 3_000) limited.push(...(await at.calls(500)));
    const seconds = (performance.now() - began) / 1000;
    const { 200: passed = 0, 429: refused = 0 } = byStatus(limited);
    expect(passed + refused).toBe(limited.length);
    expect(passed).toBeLessThanOrEqual(2 * 20 * (Math.ceil(seconds) + 1));
    // A pause of the machine costs what could have passed in it, and is made up for by nothing.
    expect(passed).toBeGreaterThan(20 * seconds);
    expect(byStatus(await others)).toEqual({ 200: 200 });
  });

  test("a changed number acts: none at all, then all; and so does the end of the rule", async () => {
    const made = await limit(0);
    await becomes(429);
    await made.change({ microservice: "shop", qps: 99_999 });
    await becomes(200);
    await made.change({ microservice: "shop", qps: 0 });
    await becomes(429);
    await made.end();
    await becomes(200);
  });
});

describe("degradation (GOV-09)", () => {
  test("while it is on no call is made: the caller gets nothing, or an error, as the rule says", async () => {
    const made = await rule("degradation", { ...orders, on: true });
    await seen(
      () => at.call(),
      ({ text }) => text === "",
    );
    const before = await at.served();
    const answers = await at.calls();
    expect(byStatus(answers)).toEqual({ 200: 1000 });
    expect(answers.every(({ text, headers }) => text === "" && headers["x-mesher-answer"] === "degraded")).toBe(true);
    await made.change({ ...orders, on: true, answer: "throw_exception" });
    await becomes(503);
    expect(await at.served()).toBe(before);
    await made.change({ ...orders, on: false });
    await becomes(200);
  });

  test("one method can be degraded alone", async () => {
    await rule("degradation", { ...listing, on: true, answer: "throw_exception" });
    await onlyListing(503);
  });
});

describe("black and white lists (GOV-19 to GOV-23)", () => {
  const lists = (colour: string, match: string) => rule("access_list", { list: colour, match }, "orders");
  const switchOn = () => at.rules.configure("orders@shop", "servicecomb.publicKey.accessControl.enabled", "true");
  const fromWeb = () => at.web.egress.call(list);

  test("lists act where authentication is on, and decide by the name that was proved", async () => {
    const made = await lists("black", "sh*");
    await seen(
      () => at.first.status(),
      ({ configurationItems }) => configurationItems.some((count: number) => count > 0),
    );
    expect(byStatus(await at.calls(100))).toEqual({ 200: 100 });
    await switchOn();
    await becomes(403);
    expect(byStatus(await at.web.egress.calls(1000, list))).toEqual({ 200: 1000 });
    await made.end();
    await becomes(200);
  });

  test.each(["sh*", "s(hop|tore)"])("a whitelist of %s shuts everybody else out", async (match) => {
    await lists("white", match);
    await switchOn();
    await seen(fromWeb, ({ status }) => status === 403);
    expect(byStatus(await at.web.egress.calls(1000, list))).toEqual({ 403: 1000 });
    expect(byStatus(await at.calls())).toEqual({ 200: 1000 });
  });

  test("who proves nothing is refused, whatever name it gives itself", async () => {
    await switchOn();
    const direct = (headers: Record<string, string>) => at.first.ingress.call("/api/list", { headers });
    await seen(
      () => direct({ "x-cse-src-microservice": "shop" }),
      ({ status }) => status === 401,
    );
    const context = JSON.parse(JSON.parse((await at.call()).text).headers["x-cse-context"]);
    expect((await direct({ "x-cse-context": JSON.stringify(context) })).status).toBe(200);
    const [instanceId, ...rest] = context["x-cse-auth-rsatoken"].split("@");
    const forged = [instanceId, rest[0], String(Number(rest[1]) + 1), rest[2], rest[3]].join("@");
    expect((await direct({ "x-cse-context": JSON.stringify({ "x-cse-auth-rsatoken": forged }) })).status).toBe(401);
  });
});

describe("items that other tools have written", () => {
  test("a limit of one operation leaves the others alone", async () => {
    await at.world.govern("orders", { "servicecomb.flowcontrol.Provider.qps.limit.shop.orders.list": "0" });
    await onlyListing(429);
  });

  test("a YAML rule limits the requests that it matches", async () => {
    await at.world.govern("orders", {
      "servicecomb.matchGroup.items": "matches:\n  - apiPath: {prefix: /api/items}",
      "servicecomb.rateLimiting.items": "rate: 0",
    });
    await seen(
      () => at.call(item),
      ({ status }) => status === 429,
    );
    expect(byStatus(await at.calls(100))).toEqual({ 200: 100 });
  });
});
