import { engines } from "@flyloft/db";
import {
  createEngine,
  createEngineAccount,
  getDashboardService,
  listMicroservices,
  loadAddressesOf,
  openProfessionalEngines,
  resetEngineAccountPassword,
  setEngineAuthentication,
} from "@flyloft/functions/engines";
import { createGovernanceRule } from "@flyloft/functions/governance";
import { createProject, issueAccessKey } from "@flyloft/functions/identity";
import { until } from "@flyloft/infra/local/wait";
import { AccountTokens } from "@flyloft/infra/mesher/engine/tokens";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { lifeStage, type LifeStage, through, wanted } from "../engines/life-stage.ts";
import { restOf } from "../kit/rest.ts";
import { answered, engineProcess } from "./engine-process.ts";
import { byStatus, byWho, list, seen } from "./market.ts";
import { rulesOf } from "./rules-of.ts";
import { startFleet } from "./world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Fleet = Awaited<ReturnType<typeof startFleet>>;
const password = "Complicated_password1";
let at: LifeStage;
let process_: Awaited<ReturnType<typeof engineProcess>>;
beforeAll(async () => {
  at = await lifeStage();
  process_ = await engineProcess(at);
});
afterAll(() => process_?.kill());

describe("at an engine that wants accounts", () => {
  const account = { MESHER_ACCOUNT: "mesh", MESHER_PASSWORD: password };
  let engineId: string;
  let url: string;
  let fleet: Fleet;
  beforeAll(async () => {
    ({ id: engineId } = await createEngine(at.owner, wanted(at)));
    await through(at, engineId, { play: answered(at) });
    await setEngineAuthentication(at.owner, { engineId, enabled: true, rootPassword: password });
    await through(at, engineId, { play: answered(at) });
    url = (await loadAddressesOf(at.owner, [engineId]))[0]![0]!.url;
    await createEngineAccount(at.owner, { engineId, name: "mesh", password, roles: ["developer"] });
    fleet = await startFleet(url);
  });
  afterAll(() => fleet?.close());

  test("a sidecar signs in, and again when its token was refused: registry, configuration and dashboard hear it", async () => {
    const settings = { ...account, MESHER_HEARTBEAT_SECONDS: "1", MESHER_CONTRACTS: fleet.contract };
    const [shop, orders] = await Promise.all([
      fleet.join("shop", "1.0.0", settings),
      fleet.join("orders", "1.0.0", settings),
    ]);
    await seen(
      () => shop.egress.call(list),
      ({ status }) => status === 200,
    );
    const rules = rulesOf(await restOf(at), engineId);
    const fault = { microservice: "orders", fault: "error", protocol: "rest", probability: 100 };
    const made = await rules.create("fault_injection", "shop", { ...fault, httpStatus: 418 });
    await seen(
      () => shop.egress.call(list),
      ({ status }) => status === 418,
    );
    const before = (await orders.status()).registered;

    // What was got by the password before is worth nothing from now on.
    await resetEngineAccountPassword(at.owner, { engineId, name: "mesh", password });
    for (const httpStatus of [419, 420]) {
      await made.change({ ...fault, httpStatus });
      await seen(
        () => shop.egress.call(list),
        ({ status }) => status === httpStatus,
      );
    }
    await until("What is told to the dashboard", async () => ((await told()) > 0 ? true : null), { within: 10_000 });
    expect((await orders.status()).registered).toEqual(before);
    expect(orders.said.join("")).not.toContain("registers again");
    // Whoever comes now is found, so discovery is heard too.
    await fleet.join("stock", "1.0.0", settings);
    await seen(
      () => shop.egress.call("http://stock/"),
      ({ status }) => status === 200,
    );
  });
  /** Calls of the last moments, as the dashboard tells. */
  async function told() {
    const { operations } = await getDashboardService(at.owner, { engineId, application: "shop", service: "shop" });
    return operations.reduce((sum, { calls }) => sum + calls, 0);
  }

  test("a token is got anew before it ends, and one that is good is not asked for again", async () => {
    let now = 0;
    const tokens = new AccountTokens([url], { name: "mesh", password }, () => now);
    const first = await tokens.current();
    now += 19 * 60_000;
    expect([await tokens.current(), await tokens.current()]).toEqual([first, first]);
    const renewed = async () => {
      now += 20 * 60_000;
      const next = await tokens.current();
      // Within the same second it is the same token.
      return next !== null && next !== first ? true : null;
    };
    await until("Another token", renewed, { within: 5_000 });
  });

  test("without an account, or with a wrong password, it is no member, says why, and goes on asking", async () => {
    const [nobody, stranger] = await Promise.all([
      fleet.launch("nobody", "1.0.0"),
      fleet.launch("stranger", "1.0.0", { MESHER_ACCOUNT: "stranger", MESHER_PASSWORD: "Wrong_password1" }),
    ]);
    const says = (member: typeof nobody, words: string) =>
      until(words, async () => (member.said.join("").includes(words) ? true : null), { within: 20_000 });
    await says(nobody, "The registry is not reached: The engine answered 401 401204");
    await says(stranger, "The engine refuses the account stranger (401)");
    for (const one of [nobody, stranger]) expect((await one.status()).registered).toBeNull();
    expect(stranger.said.join("")).not.toContain("Wrong_password1");
    await createEngineAccount(at.owner, { engineId, name: "nobody", password, roles: ["developer"] });
    expect(nobody.sidecar.exitCode).toBeNull();
  });
});

describe("at the engine that projects share", () => {
  let fleet: Fleet;
  let second: string;
  beforeAll(async () => {
    ({ id: second } = await createProject(at.owner, { name: "second" }));
    await openProfessionalEngines(at.owner);
    fleet = await startFleet(process_.url);
  });
  afterAll(() => fleet?.close());

  const keyOf = async (projectId: string) => {
    const { keyId, secret } = await at.db.transaction((tx) =>
      issueAccessKey({ tx, ...at.owner }, { userId: at.userId, projectId, description: "mesh", system: false }),
    );
    return [keyId, secret] as const;
  };
  const sharedEngineOf = async (projectId: string) => {
    const mine = and(eq(engines.projectId, projectId), eq(engines.edition, "professional"));
    const [row] = await at.db.select().from(engines).where(mine);
    return row!.id;
  };

  test("an access key makes it a member of its project: called, found and governed there, and nowhere else", async () => {
    const [[key, secret], [otherKey, otherSecret]] = [await keyOf(at.projectId), await keyOf(second)];
    const mine = { MESHER_ACCESS_KEY: key, MESHER_SECRET_KEY: secret };
    // As the platform and Java's configuration name them.
    const theirs = {
      SERVICECOMB_CREDENTIALS_ACCESSKEY: otherKey,
      SERVICECOMB_CREDENTIALS_SECRETKEY: otherSecret,
      SERVICECOMB_CREDENTIALS_PROJECT: "second",
    };
    const [shop, shopThere] = await Promise.all([
      fleet.join("shop", "1.0.0", mine),
      fleet.join("shop", "1.0.0", theirs),
      fleet.join("orders", "1.0.0", { ...mine, WHO: "mine" }),
      fleet.join("orders", "1.0.0", { ...theirs, WHO: "theirs" }),
    ]);
    await Promise.all(
      [shop, shopThere].map((one) =>
        seen(
          () => one!.egress.call(list),
          ({ status }) => status === 200,
        ),
      ),
    );
    expect(byWho(await shop!.egress.calls(500, list))).toEqual({ mine: 500 });
    expect(byWho(await shopThere!.egress.calls(500, list))).toEqual({ theirs: 500 });

    const ctx = at.as({ projectId: second });
    const engineId = await sharedEngineOf(second);
    const { nodes } = await listMicroservices(ctx, { engineId, application: "shop" });
    expect(nodes.map(({ name, tenant, online }) => [name, tenant, online])).toEqual([
      ["orders", "default/default", 1],
      ["shop", "default/default", 1],
    ]);
    await createGovernanceRule(ctx, {
      engineId,
      serviceId: nodes[1]!.id,
      kind: "fault_injection",
      spec: { microservice: "orders", fault: "error", protocol: "rest", httpStatus: 418, probability: 100 },
    });
    await seen(
      () => shopThere!.egress.call(list),
      ({ status }) => status === 418,
    );
    expect(byStatus(await shop!.egress.calls(500, list))).toEqual({ 200: 500 });
  });

  test("with a wrong secret, or for a project that there is not, it is no member", async () => {
    const [key, secret] = await keyOf(at.projectId);
    const [forged, lost] = await Promise.all([
      fleet.launch("forged", "1.0.0", { MESHER_ACCESS_KEY: key, MESHER_SECRET_KEY: `${secret}x` }),
      fleet.launch("lost", "1.0.0", { MESHER_ACCESS_KEY: key, MESHER_SECRET_KEY: secret, MESHER_PROJECT: "none" }),
    ]);
    for (const [member, words] of [
      [forged, "The engine answered 401"],
      [lost, "Project id or name is not existed"],
    ] as const) {
      await until(words, async () => (member.said.join("").includes(words) ? true : null), { within: 20_000 });
      expect((await member.status()).registered).toBeNull();
    }
  });
});
