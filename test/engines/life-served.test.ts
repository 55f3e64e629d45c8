import { createHmac } from "node:crypto";
import {
  createEngine,
  deleteEngine,
  getEngine,
  loadAddressesOf,
  openProfessionalEngines,
} from "@flyloft/functions/engines";
import {
  addGroupMembers,
  createGroup,
  createProject,
  createUser,
  grantPolicies,
  issueAccessKey,
  renameProject,
} from "@flyloft/functions/identity";
import { listResources } from "@flyloft/functions/environments";
import { until } from "@flyloft/infra/local/wait";
import { giveEngine } from "@flyloft/jobs/engines/give-engine";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { policyId } from "../identity/people.ts";
import { replay } from "../kit/replay.ts";
import { type World, world } from "../kit/world.ts";
import { aServer } from "./a-server.ts";
import { lifeStage, type LifeStage, type Play, through, wanted } from "./life-stage.ts";

const soon = { within: 10_000, every: 20 };
let at: LifeStage;
let server: Awaited<ReturnType<typeof aServer>>;

beforeAll(async () => {
  at = await lifeStage();
  server = await aServer(at, { anonymousProject: at.projectId });
});
afterAll(() => server.stop());

const register = (url: string, name: string, headers: Record<string, string> = {}) =>
  fetch(new URL("/v4/default/registry/microservices", url), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ service: { serviceName: name, appId: "shop", version: "1.0.0" } }),
  });
const servicesOf = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(new URL("/v4/default/registry/microservices", url), { headers });
  const { services = [] } = (await answer.json()) as { services?: { serviceName: string; appId: string }[] };
  return services.filter(({ appId }) => appId === "shop").map(({ serviceName }) => serviceName);
};
/** The process says what it did by itself; whoever waits is woken by that. */
const patiently: Play = async () => {
  await until("A report", async () => ((await unsaid(at)) === 0 ? true : null), soon);
};
const unsaid = async ({ db }: Pick<World, "db">) => {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from engine_listeners l where not exists (
      select 1 from engine_listener_reports r where r.listener_id = l.id and r.generation = l.generation)`);
  return row!.count;
};

describe("an engine of one's own", () => {
  test("registers services at its address as soon as it is available, keeps them over a restart of its process, and ends with its deletion", async () => {
    const { id } = await createEngine(at.owner, wanted(at));
    expect((await through(at, id, { play: patiently })).operation).toMatchObject({ state: "succeeded", failure: null });
    const [{ url } = { url: "" }] = (await loadAddressesOf(at.owner, [id]))[0]!;
    expect((await register(url, "orders")).status).toBe(200);
    expect(await servicesOf(url)).toEqual(["orders"]);

    await server.stop();
    expect(await loadAddressesOf(at.owner, [id])).toEqual([[]]);
    server = await aServer(at, { anonymousProject: at.projectId });
    await until("The address again", async () => (await loadAddressesOf(at.owner, [id]))[0]![0] ?? null, soon);
    expect(await servicesOf(url)).toEqual(["orders"]);

    await deleteEngine(at.owner, { engineId: id, confirm: "DELETE" });
    await through(at, id, { play: patiently });
    await expect(fetch(url)).rejects.toThrow();
    await expect(getEngine(at.owner, { engineId: id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the shared engine", () => {
  const keyOf = async (of: World, projectId = of.projectId) => {
    const { keyId, secret } = await of.db.transaction((tx) =>
      issueAccessKey({ tx, ...of.owner }, { userId: of.userId, projectId, description: "sdk", system: false }),
    );
    const signature = createHmac("sha256", secret).update(keyId).digest("hex");
    return (project?: string) => ({
      "X-Service-AK": keyId,
      "X-Service-ShaAKSK": signature,
      ...(project && { "X-Service-Project": encodeURIComponent(project) }),
    });
  };

  test("every project has it, also one that is made later, once; environments can select it from every VPC (ENG-02)", async () => {
    await openProfessionalEngines(at.owner);
    const made = await createProject(at.owner, { name: "second" });
    for (const killAfter of [undefined, "give"])
      await replay(giveEngine, at.owner, { projectId: made.id }, { killAfter });
    const inSecond = at.as({ projectId: made.id });
    for (const ctx of [at.owner, inSecond]) {
      const { nodes } = await listResources(ctx, { kind: "engine", vpcId: at.vpc.id });
      expect(nodes.map(({ name }) => name)).toEqual(["Cloud Service Engine"]);
    }
  });

  test("keeps the services of one project from another's, by the credentials that clients send (ENG-02, ENG-27)", async () => {
    const other = await world();
    await openProfessionalEngines(at.owner);
    const [mine, theirs] = [await keyOf(at), await keyOf(other)];
    expect((await register(server.url, "billing", mine())).status).toBe(200);
    expect((await register(server.url, "payroll", theirs("default"))).status).toBe(200);
    expect(await servicesOf(server.url, mine())).toEqual(["billing"]);
    expect(await servicesOf(server.url, theirs())).toEqual(["payroll"]);
    expect(await servicesOf(server.url, mine("second"))).toEqual([]);
    // Without credentials it is the project that the setting names.
    expect(await servicesOf(server.url)).toEqual(["billing"]);
  });

  test("refuses a wrong signature, an unknown key, and says of a project that was renamed what services are known to be told (ENG-27, ERR-02)", async () => {
    const mine = await keyOf(at);
    const wrong = [
      { ...mine(), "X-Service-ShaAKSK": "00" },
      { ...mine(), "X-Service-AK": "key_00000000000000000000000000" },
    ];
    const items = new URL("/v3/default/configuration/items?dimensionsInfo=a%40b&revision=null", server.url);
    for (const headers of wrong) {
      expect((await register(server.url, "x", headers)).status).toBe(401);
      // Who polls the older configuration protocol would never ask again after another answer.
      expect((await fetch(items, { headers })).status).toBe(304);
    }
    const renamed = await createProject(at.owner, { name: "before" });
    await openProfessionalEngines(at.owner);
    expect((await register(server.url, "x", mine("before"))).status).toBe(200);
    const ctx = at.as({ projectId: renamed.id });
    await renameProject(ctx, { projectId: renamed.id, name: "after", acknowledged: true });
    const answer = await until(
      "The refusal",
      async () => {
        const one = await register(server.url, "y", mine("before"));
        return one.status === 200 ? null : ((await one.json()) as object);
      },
      soon,
    );
    expect(answer).toMatchObject({ errorMessage: "Project id or name is not existed" });
    expect((await register(server.url, "y", mine("after"))).status).toBe(200);
  });

  test("a key registers what its owner may, and no more (IAM-25)", async () => {
    const user = await createUser(at.owner, { name: "viewer", password: "gravel-Otter-91-lantern" });
    const group = await createGroup(at.owner, { name: "viewers" });
    await addGroupMembers(at.owner, { groupId: group.id, userIds: [user.id] });
    await grantPolicies(at.owner, { groupId: group.id, policyIds: [policyId("CSE Viewer")] });
    const viewers = await keyOf({ ...at, userId: user.id });
    expect((await register(server.url, "z", viewers())).status).toBe(403);
    expect(await servicesOf(server.url, viewers())).toContain("billing");
  });

  test("without a setting for them requests without credentials are refused, but for the question whether it is there", async () => {
    const strict = await aServer(at, { id: "strict" });
    expect((await register(strict.url, "x")).status).toBe(401);
    const readiness = await fetch(new URL("/v4/default/registry/health/readiness", strict.url));
    expect(readiness.status).toBe(200);
    await strict.stop();
  });
});
