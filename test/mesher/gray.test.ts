import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { byWho, fresh, list, old, seen, startMarket } from "./market.ts";

// Thousands of calls through six processes: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let at: Awaited<ReturnType<typeof startMarket>>;
beforeAll(async () => {
  at = await startMarket();
}, 60_000);
afterAll(() => at?.world.close());
beforeEach(() => at.calm());

/** Every release is set as in the console: signed in, by the verb that its form leads to. */
const release = (spec: object, name = "gray") => at.rules.release("orders", name, { ...spec });
const weights = (share: number) => ({
  by: "weight",
  weights: [
    { version: "1.1.0", weight: share },
    { version: "1.0.0", weight: 100 - share },
  ],
});
const when = (conditions: [string, string, string][], join = "and") => ({
  by: "condition",
  join,
  versions: ["1.1.0"],
  conditions: conditions.map(([parameter, operator, value]) => ({ parameter, operator, value })),
});
const to = (path: string, headers: Record<string, string> = {}, count = 100) =>
  at.calls(count, `http://orders${path}`, headers).then(byWho);

test("ten percent of the calls go to the new version, then more, then all of them when it is confirmed (SVC-14, SVC-18)", async () => {
  const made = await release(weights(10));
  for (const share of [10, 40]) {
    if (share !== 10) await made.change(weights(share));
    await seen(
      () => at.calls(50),
      (answers) => byWho(answers)[fresh] === share / 2,
    );
    const percent = (byWho(await at.calls())[fresh] ?? 0) / 10;
    expect(percent).toBeGreaterThanOrEqual(share - 2);
    expect(percent).toBeLessThanOrEqual(share + 2);
  }
  await made.confirm();
  await seen(
    () => at.calls(10),
    (answers) => byWho(answers)[fresh] === 10,
  );
  expect(byWho(await at.calls())).toEqual({ [fresh]: 1000 });
  await made.end();
  await seen(
    () => at.calls(20),
    (answers) => byWho(answers)[old] === 10,
  );
});

test("a rule about a header sends the requests that it describes to the new version, and no others (SVC-15)", async () => {
  await release(when([["region", "equal", "cn"]]));
  await seen(
    () => at.calls(20),
    (answers) => byWho(answers)[old] === 20,
  );
  expect(byWho(await at.calls(1000, list, { region: "cn" }))).toEqual({ [fresh]: 1000 });
  expect(byWho(await at.calls(1000, list, { region: "de" }))).toEqual({ [old]: 1000 });
});

test("of several rules the one that is asked first decides: some by name, a share of the others (SVC-14, SVC-15)", async () => {
  await release(when([["region", "equal", "cn"]]), "first");
  await release(weights(10), "second");
  await seen(
    () => at.calls(50),
    (answers) => byWho(answers)[fresh] === 5,
  );
  expect(byWho(await at.calls(1000, list, { region: "cn" }))).toEqual({ [fresh]: 1000 });
  const share = (byWho(await at.calls(1000, list, { region: "de" }))[fresh] ?? 0) / 10;
  expect(share).toBeGreaterThanOrEqual(8);
  expect(share).toBeLessThanOrEqual(12);
});

test.each<[[string, string, string][], string, string]>([
  [[["id", "like", "*1000"]], "/api/items/x1000", "/api/items/10001"],
  [[["name", "equal", "jack"]], "/api/list?name=jack", "/api/list?name=jill"],
  [[["name", "not_equal", "jack"]], "/api/list?name=jill", "/api/list?name=jack"],
  [[["age", "greater_or_equal", "18"]], "/api/list?age=18", "/api/list?age=17"],
  [[["age", "greater", "18"]], "/api/list?age=19", "/api/list?age=18"],
  [[["age", "less", "18"]], "/api/list?age=7", "/api/list?age=18"],
  [[["age", "less_or_equal", "18"]], "/api/list?age=18", "/api/list?age=180"],
  [
    [
      ["id", "like", "?00"],
      ["name", "equal", "j*"],
    ],
    "/api/items/100?name=j*",
    "/api/items/100?name=jack",
  ],
])("a rule about the arguments %j (SVC-15, SVC-17)", async (conditions, hit, miss) => {
  await release(when(conditions));
  await seen(
    () => to(miss),
    (counts) => counts[old] === 100,
  );
  expect([await to(hit), await to(miss)]).toEqual([{ [fresh]: 100 }, { [old]: 100 }]);
});

test("a dark launch by rate, as other tools write it", async () => {
  await at.world.govern("shop", {
    "servicecomb.darklaunch.policy.orders": JSON.stringify({
      policyType: "RATE",
      ruleItems: [{ groupName: "new", groupCondition: "version=1.1.0", policyCondition: "20", caseInsensitive: false }],
    }),
  });
  await seen(
    () => at.calls(10),
    (answers) => byWho(answers)[fresh] === 2,
  );
  expect(byWho(await at.calls())).toEqual({ [fresh]: 200, [old]: 800 });
});
