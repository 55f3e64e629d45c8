import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Answer, tally } from "./client.ts";
import { promise, startWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof startWorld>>;
type Member = Awaited<ReturnType<World["join"]>>;

// Thousands of calls through six processes: on a busy machine they take their time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let world: World;
let [shop, web, first, second]: Member[] = [];
const old = "orders 1.0.0";
const fresh = "orders 1.1.0";
const orders = "http://orders/api/list";

beforeAll(async () => {
  world = await startWorld();
  const contract = { MESHER_CONTRACTS: world.contract };
  [shop, web, first, second] = await Promise.all([
    world.join("shop", "1.0.0"),
    world.join("web", "1.0.0"),
    world.join("orders", "1.0.0", contract),
    world.join("orders", "1.1.0", contract),
  ]);
  await seen(
    () => shop!.egress.calls(4, orders),
    (answers) => Object.keys(byWho(answers)).length === 2,
  );
}, 60_000);
afterAll(() => world?.close());
beforeEach(async () => {
  await world.ungovern();
  await Promise.all([first!.behave(), second!.behave()]);
});

const byWho = (answers: Answer[]) => tally(answers, ({ who }) => who);
const byStatus = (answers: Answer[]) => tally(answers, ({ status }) => status);
const call = (url = orders, headers: Record<string, string> = {}) => shop!.egress.call(url, { headers });
const calls = (count = 1000, headers: Record<string, string> = {}) => shop!.egress.calls(count, orders, { headers });
const served = async () => (await first!.behave()) + (await second!.behave());

/** GOV-03: asks until the answers show the change, in the time that is promised. */
async function seen<T>(ask: () => Promise<T>, shows: (answer: T) => boolean): Promise<void> {
  await until("The change in traffic", async () => (shows(await ask()) ? true : null), {
    within: promise(),
    every: 10,
  });
}

describe("load balancing (GOV-05, GOV-06)", () => {
  const strategy = (name: string, more: Record<string, string> = {}) =>
    // The strategy comes last: when it is seen to act, the rest of the rule is there.
    world.govern("shop", { ...more, "servicecomb.loadbalance.orders.strategy.name": name });

  test("round robin gives each instance every second call", async () => {
    await strategy("Random");
    await seen(
      () => calls(20),
      (answers) => Math.abs((byWho(answers)[old] ?? 0) - 10) > 0,
    );
    await strategy("RoundRobin");
    await seen(
      () => calls(20),
      (answers) => byWho(answers)[old] === 10,
    );
    expect(byWho(await calls())).toEqual({ [old]: 500, [fresh]: 500 });
  });

  test("random spreads calls evenly, in no order", async () => {
    await strategy("Random");
    await seen(
      () => calls(20),
      (answers) => byWho(answers)[old] !== 10,
    );
    const answers = await calls();
    expect(byWho(answers)[old]).toBeGreaterThan(425);
    expect(byWho(answers)[old]).toBeLessThan(575);
  });

  test("by response time the slow instance gets far fewer calls", async () => {
    await second!.behave("delay=60");
    await strategy("WeightedResponse");
    await seen(
      () => calls(60),
      (answers) => (byWho(answers)[fresh] ?? 0) < 15,
    );
    const counts = byWho(await calls());
    expect(counts[fresh] ?? 0).toBeGreaterThan(0);
    expect(counts[fresh]).toBeLessThan(250);
  });

  test("a session stays on its instance, users are told apart, and the session time ends it", async () => {
    await strategy("SessionStickiness", {
      "servicecomb.loadbalance.orders.SessionStickinessRule.sessionTimeoutInSeconds": "600",
    });
    await seen(
      () => calls(20),
      (answers) => Object.keys(byWho(answers)).length === 1,
    );
    expect(Object.values(byWho(await calls()))).toEqual([1000]);
    const users = await Promise.all(
      Array.from({ length: 10 }, (_, user) => calls(20, { "x-session-id": `user-${user}` })),
    );
    for (const answers of users) expect(Object.values(byWho(answers))).toEqual([20]);
    expect(new Set(users.map(([answer]) => answer!.who))).toEqual(new Set([old, fresh]));
    await world.govern("shop", {
      "servicecomb.loadbalance.orders.SessionStickinessRule.sessionTimeoutInSeconds": "1",
    });
    const { who } = await call();
    await seen(
      () => call(),
      (answer) => answer.who !== who,
    );
  });

  test("a session leaves an instance that has failed as often as allowed", async () => {
    await strategy("SessionStickiness", {
      "servicecomb.loadbalance.orders.SessionStickinessRule.sessionTimeoutInSeconds": "600",
      "servicecomb.loadbalance.orders.SessionStickinessRule.successiveFailedTimes": "3",
    });
    const session = { "x-session-id": "failing" };
    await seen(
      () => calls(10, session),
      (answers) => Object.keys(byWho(answers)).length === 1,
    );
    const { who } = await call(orders, session);
    await (who === old ? first : second)!.behave("status=500");
    const answers = [];
    for (let i = 0; i < 10; i++) answers.push(await call(orders, session));
    expect(byStatus(answers)).toEqual({ 500: 3, 200: 7 });
    expect(answers.slice(3).every((answer) => answer.who !== who)).toBe(true);
  });
});

describe("rate limiting (GOV-07, GOV-08)", () => {
  const limit = (key: string, qps: number) =>
    world.govern("orders", { [`servicecomb.flowcontrol.Provider.qps.limit.${key}`]: String(qps) });

  test("each instance takes so many calls a second of the limited caller, and others as before", async () => {
    await limit("shop", 20);
    await seen(
      () => calls(100),
      (answers) => (byStatus(answers)[429] ?? 0) > 0,
    );
    const began = performance.now();
    const others = web!.egress.calls(200, orders);
    const limited: Answer[] = [];
    while (limited.length < 2000 || performance.now() - began < 3_000) limited.push(...(await calls(500)));
    const seconds = (performance.now() - began) / 1000;
    const { 200: passed = 0, 429: refused = 0 } = byStatus(limited);
    expect(passed + refused).toBe(limited.length);
    expect(passed).toBeLessThanOrEqual(2 * 20 * (Math.ceil(seconds) + 1));
    // A pause of the machine costs what could have passed in it, and is made up for by nothing.
    expect(passed).toBeGreaterThan(20 * seconds);
    expect(byStatus(await others)).toEqual({ 200: 200 });
  });

  test("a changed number acts: none at all, then all", async () => {
    await limit("shop", 0);
    await seen(
      () => call(),
      ({ status }) => status === 429,
    );
    expect(byStatus(await calls())).toEqual({ 429: 1000 });
    await limit("shop", 99_999);
    await seen(
      () => call(),
      ({ status }) => status === 200,
    );
    expect(byStatus(await calls())).toEqual({ 200: 1000 });
  });

  test("a limit of one operation leaves the others alone", async () => {
    await limit("shop.orders.list", 0);
    await seen(
      () => call(),
      ({ status }) => status === 429,
    );
    const other = await shop!.egress.calls(100, "http://orders/api/items/7");
    expect([byStatus(await calls(100)), byStatus(other)]).toEqual([{ 429: 100 }, { 200: 100 }]);
  });

  test("a YAML rule limits the requests that it matches", async () => {
    await world.govern("orders", {
      "servicecomb.matchGroup.items": "matches:\n  - apiPath: {prefix: /api/items}",
      "servicecomb.rateLimiting.items": "rate: 0",
    });
    await seen(
      () => call("http://orders/api/items/7"),
      ({ status }) => status === 429,
    );
    expect(byStatus(await calls(100))).toEqual({ 200: 100 });
  });
});

describe("degradation (GOV-09)", () => {
  const degrade = (where: string, force: boolean, policy: string) =>
    world.govern("shop", {
      [`cse.fallback.Consumer.${where}.force`]: String(force),
      [`cse.fallbackpolicy.Consumer.${where}.policy`]: policy,
    });

  test("while it is on no call is made: the caller gets nothing, or an error, as the policy says", async () => {
    await degrade("orders", true, "returnnull");
    await seen(
      () => call(),
      ({ text }) => text === "",
    );
    const before = await served();
    const answers = await calls();
    expect(byStatus(answers)).toEqual({ 200: 1000 });
    expect(answers.every(({ text, headers }) => text === "" && headers["x-mesher-answer"] === "degraded")).toBe(true);
    await degrade("orders", true, "throwexception");
    await seen(
      () => call(),
      ({ status }) => status === 503,
    );
    expect(byStatus(await calls())).toEqual({ 503: 1000 });
    expect(await served()).toBe(before);
    await degrade("orders", false, "throwexception");
    await seen(
      () => call(),
      ({ status }) => status === 200,
    );
    expect(byStatus(await calls())).toEqual({ 200: 1000 });
  });

  test("one method can be degraded alone", async () => {
    await degrade("orders.orders.list", true, "throwexception");
    await seen(
      () => call(),
      ({ status }) => status === 503,
    );
    expect(byStatus(await shop!.egress.calls(100, "http://orders/api/items/7"))).toEqual({ 200: 100 });
  });
});

describe("fault tolerance (GOV-11, GOV-12)", () => {
  const tolerate = (enabled: boolean, same: number, next: number) =>
    world.govern("shop", {
      "servicecomb.loadbalance.orders.retryEnabled": String(enabled),
      "servicecomb.loadbalance.orders.retryOnSame": String(same),
      "servicecomb.loadbalance.orders.retryOnNext": String(next),
    });

  /** Of a thousand calls: what the caller saw, and how many requests reached each instance. */
  async function thousand() {
    const before = [await first!.behave("status=503"), await second!.behave()];
    const answers = byStatus(await calls());
    const after = [await first!.behave(), await second!.behave()];
    return { answers, sick: after[0]! - before[0]!, well: after[1]! - before[1]! };
  }

  test("failfast tells every failure at once", async () => {
    await tolerate(false, 3, 3);
    await first!.behave("status=503");
    await seen(
      () => calls(10),
      (answers) => byStatus(answers)[503] === 5,
    );
    expect(await thousand()).toEqual({ answers: { 200: 500, 503: 500 }, sick: 500, well: 500 });
  });

  test("failover tries another instance", async () => {
    await tolerate(true, 0, 1);
    await first!.behave("status=503");
    await seen(
      () => calls(10),
      (answers) => byStatus(answers)[200] === 10,
    );
    const { answers, sick, well } = await thousand();
    expect(answers).toEqual({ 200: 1000 });
    expect(well).toBe(1000);
    expect(sick).toBeGreaterThan(400);
  });

  test("failback tries the same instance as often as it is told", async () => {
    await tolerate(true, 2, 0);
    await first!.behave("status=503");
    await seen(
      async () => {
        const before = await first!.behave("status=503");
        await calls(10);
        return (await first!.behave("status=503")) - before;
      },
      (attempts) => attempts === 15,
    );
    expect(await thousand()).toEqual({ answers: { 200: 500, 503: 500 }, sick: 1500, well: 500 });
  });

  test("custom does both, the same instance first", async () => {
    await tolerate(true, 2, 1);
    await first!.behave("status=503");
    await seen(
      () => calls(10),
      (answers) => byStatus(answers)[200] === 10,
    );
    const { answers, sick, well } = await thousand();
    expect(answers).toEqual({ 200: 1000 });
    expect(well).toBe(1000);
    expect(sick % 3).toBe(0);
    expect(sick).toBeGreaterThan(1200);
  });

  test("a broken connection is as good as an error, and a body is sent again whole", async () => {
    await tolerate(true, 0, 1);
    await first!.behave("hangUp");
    const body = "x".repeat(10_000);
    const answers = await shop!.egress.calls(200, orders, { method: "PUT", body });
    expect(byStatus(answers)).toEqual({ 200: 200 });
    expect(answers.every(({ text }) => JSON.parse(text).size === 10_000)).toBe(true);
    const posts = byStatus(await shop!.egress.calls(20, orders, { method: "POST", body }));
    expect(posts[502]).toBeGreaterThan(0);
  });
});

describe("circuit breaking (GOV-13 to GOV-16)", () => {
  const breaker = (items: Record<string, string>, where = "orders") =>
    world.govern(
      "shop",
      Object.fromEntries(
        Object.entries(items).map(([key, value]) => [`servicecomb.circuitBreaker.Consumer.${where}.${key}`, value]),
      ),
    );
  const automatic = { enabled: "true", forceOpen: "false", forceClosed: "false" };
  const sicken = (how: string) => Promise.all([first!.behave(how), second!.behave(how)]);

  test("a manual break stops every call at the caller, and cancelling lets them go on", async () => {
    await breaker({ forceOpen: "true", forceClosed: "false" });
    await seen(
      () => call(),
      ({ status }) => status === 503,
    );
    const before = await served();
    const answers = await calls();
    expect(byStatus(answers)).toEqual({ 503: 1000 });
    expect(answers[0]!.headers["x-mesher-answer"]).toBe("circuit_open");
    expect(await served()).toBe(before);
    await breaker({ forceOpen: "false", forceClosed: "true" });
    await seen(
      () => call(),
      ({ status }) => status === 200,
    );
    expect(byStatus(await calls())).toEqual({ 200: 1000 });
  });

  test("a broken method leaves the others alone", async () => {
    await breaker({ forceOpen: "true" }, "orders.orders.list");
    await seen(
      () => call(),
      ({ status }) => status === 503,
    );
    expect(byStatus(await shop!.egress.calls(100, "http://orders/api/items/7"))).toEqual({ 200: 100 });
  });

  test("it opens by itself when rate and count hold together, answers nothing during its window, and closes when calls succeed", async () => {
    const settings = {
      errorThresholdPercentage: "50",
      requestVolumeThreshold: "30",
      sleepWindowInMilliseconds: "3000",
    };
    await breaker({ ...automatic, ...settings });
    await seen(
      async () => (await shop!.status()).breakers,
      () => true,
    );
    await seen(
      async () => (await call(), (await shop!.status()).breakers),
      (breakers) => Object.keys(breakers).includes("Consumer.orders.orders.list"),
    );
    const [a, b] = await sicken("status=500");
    const began = performance.now();
    const answers = await calls(1000);
    const reached = (await first!.behave("status=500")) + (await second!.behave("status=500")) - a! - b!;
    expect(reached).toBeGreaterThanOrEqual(15);
    expect(reached).toBeLessThan(200);
    expect(byStatus(answers)[503]).toBe(1000 - reached);
    await sicken("status=200");
    expect((await call()).status).toBe(503);
    await seen(
      () => call(),
      ({ status }) => status === 200,
    );
    expect(performance.now() - began).toBeGreaterThan(3000);
    expect(byStatus(await calls())).toEqual({ 200: 1000 });
  });

  test("half of the calls failing is not enough where more is asked for", async () => {
    await breaker({ ...automatic, errorThresholdPercentage: "80", requestVolumeThreshold: "10" });
    await world.govern("shop", { "servicecomb.loadbalance.orders.retryEnabled": "false" });
    await first!.behave("status=500");
    expect(byStatus(await calls())).toEqual({ 200: 500, 500: 500 });
    await breaker({ errorThresholdPercentage: "40" });
    // What went well in the seconds before counts as well: it takes some calls to outweigh that.
    await seen(
      () => calls(300),
      (answers) => (byStatus(answers)[503] ?? 0) > 0,
    );
  });
});

describe("fault injection (GOV-17, GOV-18)", () => {
  const inject = (items: Record<string, number>, where = "orders") =>
    world.govern(
      "shop",
      Object.fromEntries(
        Object.entries(items).map(([item, value]) => [
          `servicecomb.governance.Consumer.${where}.policy.fault.protocols.rest.${item}`,
          String(value),
        ]),
      ),
    );

  test("so many percent of the calls get the error, without reaching the service", async () => {
    await inject({ "abort.httpStatus": 418, "abort.percent": 100 });
    await seen(
      () => call(),
      ({ status }) => status === 418,
    );
    await inject({ "abort.percent": 30 });
    await seen(
      () => calls(20),
      (answers) => (byStatus(answers)[200] ?? 0) > 0,
    );
    const { 418: faults = 0, 200: rest = 0 } = byStatus(await calls(2000));
    expect(faults + rest).toBe(2000);
    expect(faults).toBeGreaterThan(500);
    expect(faults).toBeLessThan(700);
    await inject({ "abort.percent": 0 });
    await seen(
      () => calls(30),
      (answers) => byStatus(answers)[200] === 30,
    );
  });

  test("so many percent of the calls are late by the delay", async () => {
    await inject({ "delay.fixedDelay": 400, "delay.percent": 100 });
    await seen(
      () => call(),
      ({ ms }) => ms >= 390,
    );
    await inject({ "delay.percent": 50 });
    await seen(
      () => calls(20),
      (answers) => answers.some(({ ms }) => ms < 390),
    );
    const answers = await shop!.egress.calls(1000, orders, { width: 50 });
    const late = answers.filter(({ ms }) => ms >= 390).length;
    expect(byStatus(answers)).toEqual({ 200: 1000 });
    expect(late).toBeGreaterThan(420);
    expect(late).toBeLessThan(600);
  });

  test("one method can be chosen", async () => {
    await inject({ "abort.httpStatus": 501, "abort.percent": 100 }, "orders.schemas.orders.operations.list");
    await seen(
      () => call(),
      ({ status }) => status === 501,
    );
    expect(byStatus(await shop!.egress.calls(100, "http://orders/api/items/7"))).toEqual({ 200: 100 });
  });
});

describe("black and white lists (GOV-19 to GOV-22)", () => {
  const list = (colour: string, rule: string) => ({
    [`servicecomb.publicKey.accessControl.${colour}.r.category`]: "property",
    [`servicecomb.publicKey.accessControl.${colour}.r.propertyName`]: "serviceName",
    [`servicecomb.publicKey.accessControl.${colour}.r.rule`]: rule,
  });
  const on = { "servicecomb.publicKey.accessControl.enabled": "true" };
  const fromWeb = () => web!.egress.call(orders);

  test("lists act where authentication is on, and decide by the name that was proved", async () => {
    await world.govern("orders", list("black", "sh*"));
    expect(byStatus(await calls(100))).toEqual({ 200: 100 });
    await world.govern("orders", on);
    await seen(
      () => call(),
      ({ status }) => status === 403,
    );
    expect(byStatus(await calls())).toEqual({ 403: 1000 });
    expect(byStatus(await web!.egress.calls(1000, orders))).toEqual({ 200: 1000 });
  });

  test("a whitelist shuts everybody else out", async () => {
    await world.govern("orders", { ...list("white", "sh*"), ...on });
    await seen(fromWeb, ({ status }) => status === 403);
    expect(byStatus(await web!.egress.calls(1000, orders))).toEqual({ 403: 1000 });
    expect(byStatus(await calls())).toEqual({ 200: 1000 });
  });

  test("who proves nothing is refused, whatever name it gives itself", async () => {
    await world.govern("orders", on);
    const direct = (headers: Record<string, string>) => first!.ingress.call("/api/list", { headers });
    await seen(
      () => direct({ "x-cse-src-microservice": "shop" }),
      ({ status }) => status === 401,
    );
    const context = JSON.parse(JSON.parse((await call()).text).headers["x-cse-context"]);
    expect((await direct({ "x-cse-context": JSON.stringify(context) })).status).toBe(200);
    const [instanceId, ...rest] = context["x-cse-auth-rsatoken"].split("@");
    const forged = [instanceId, rest[0], String(Number(rest[1]) + 1), rest[2], rest[3]].join("@");
    expect((await direct({ "x-cse-context": JSON.stringify({ "x-cse-auth-rsatoken": forged }) })).status).toBe(401);
  });
});

describe("gray release (SVC-14 to SVC-18)", () => {
  const weights = (share: number) => `
- precedence: 1
  route:
    - {weight: ${share}, tags: {version: 1.1.0}}
    - {weight: ${100 - share}, tags: {version: 1.0.0}}`;

  test("ten percent of the calls go to the new version, then all of them", async () => {
    await world.govern("shop", { "servicecomb.routeRule.orders": weights(10) });
    await seen(
      () => calls(50),
      (answers) => byWho(answers)[fresh] === 5,
    );
    const share = (byWho(await calls())[fresh] ?? 0) / 10;
    expect(share).toBeGreaterThanOrEqual(8);
    expect(share).toBeLessThanOrEqual(12);
    await world.govern("shop", { "servicecomb.routeRule.orders": weights(100) });
    await seen(
      () => calls(10),
      (answers) => byWho(answers)[fresh] === 10,
    );
    expect(byWho(await calls())).toEqual({ [fresh]: 1000 });
  });

  test("a rule sends the requests that it describes to the new version, and no others", async () => {
    await world.govern("shop", {
      "servicecomb.routeRule.orders": `
- precedence: 2
  match: {headers: {region: {exact: cn}}}
  route: [{weight: 100, tags: {version: 1.1.0}}]
- precedence: 1
  route: [{weight: 100, tags: {version: 1.0.0}}]`,
    });
    await seen(
      () => calls(10),
      (answers) => byWho(answers)[old] === 10,
    );
    expect(byWho(await calls(1000, { region: "cn" }))).toEqual({ [fresh]: 1000 });
    expect(byWho(await calls())).toEqual({ [old]: 1000 });
  });

  const dark = (policyType: string, policyCondition: string) =>
    world.govern("shop", {
      "servicecomb.darklaunch.policy.orders": JSON.stringify({
        policyType,
        ruleItems: [{ groupName: "new", groupCondition: "version=1.1.0", policyCondition, caseInsensitive: false }],
      }),
    });

  test("a dark launch by rate", async () => {
    await dark("RATE", "20");
    await seen(
      () => calls(10),
      (answers) => byWho(answers)[fresh] === 2,
    );
    expect(byWho(await calls())).toEqual({ [fresh]: 200, [old]: 800 });
  });

  test.each([
    ["id~*1000", "/api/items/x1000", "/api/items/10001"],
    ["name=jack", "/api/list?name=jack", "/api/list?name=jill"],
    ["name!=jack", "/api/list?name=jill", "/api/list?name=jack"],
    ["age>=18", "/api/list?age=18", "/api/list?age=17"],
    ["age>18", "/api/list?age=19", "/api/list?age=18"],
    ["age<18", "/api/list?age=7", "/api/list?age=18"],
    ["age<=18", "/api/list?age=18", "/api/list?age=180"],
    ["id~?00&&name=j*", "/api/items/100?name=j*", "/api/items/100?name=jack"],
  ])("a dark launch by the rule %s", async (condition, hit, miss) => {
    await dark("RULE", condition);
    const to = (path: string) => shop!.egress.calls(100, `http://orders${path}`).then(byWho);
    await seen(
      () => to(miss),
      (counts) => counts[old] === 100,
    );
    expect([await to(hit), await to(miss)]).toEqual([{ [fresh]: 100 }, { [old]: 100 }]);
  });
});
