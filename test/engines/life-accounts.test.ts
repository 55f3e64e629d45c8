import { engineAccountLocks, engines, engineSigningKeys } from "@flyloft/db";
import {
  authenticateCall,
  createEngineAccount,
  createEngineRole,
  deleteEngineAccount,
  deleteEngineRole,
  type Engine,
  getEngine,
  listEngineAccounts,
  listEngineRoles,
  resetEngineAccountPassword,
  setEngineAuthentication,
  updateEngineAccount,
  updateEngineRole,
} from "@flyloft/functions/engines";
import { until } from "@flyloft/infra/local/wait";
import { eq } from "drizzle-orm";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { anEngine } from "./an-engine.ts";
import { lifeStage, type LifeStage, served, through } from "./life-stage.ts";
import { serve, type Served } from "./serve.ts";

const password = "Complicated_password1";
let at: LifeStage;
let engine: Engine;
let copies: Served;

beforeAll(async () => {
  at = await lifeStage();
  const { id } = await served(at);
  await setEngineAuthentication(at.owner, { engineId: id, enabled: true, rootPassword: password });
  await through(at, id);
  await at.host.end();
  engine = await getEngine(at.owner, { engineId: id });
  copies = await serve(at, engine, { copies: 2, authenticate: authenticateCall, now: at.owner.now });
});

type Asked = { method?: string; body?: object; token?: string; copy?: number };
async function ask(path: string, { method = "GET", body, token, copy = 0 }: Asked = {}) {
  const answer = await fetch(new URL(path, copies.urls[copy]), {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, text, body: text ? (JSON.parse(text) as Record<string, any>) : {} };
}
const tokenFor = async (name: string, given = password, copy = 0) =>
  (await ask("/v4/token", { method: "POST", body: { name, password: given }, copy })).body.token as string;
const post = (path: string, body: object, token?: string) =>
  ask(path, { method: "POST", body, ...(token && { token }) });
const service = (name: string, appId = "shop") => ({ service: { serviceName: name, appId, version: "1.0.0" } });
const services = "/v4/default/registry/microservices";

test("who switches it on chooses the password of root, which is told and kept nowhere (ENG-15)", async () => {
  const other = await lifeStage();
  const { id } = await served(other);
  const set = (given: object) => setEngineAuthentication(other.owner, { engineId: id, enabled: true, ...given });
  await expect(set({})).rejects.toMatchObject({
    code: "invalid",
    details: { fields: { rootPassword: [expect.anything()] } },
  });
  await expect(set({ rootPassword: "simple" })).rejects.toMatchObject({ code: "invalid" });
  expect(JSON.stringify(await set({ rootPassword: password }))).not.toContain(password);
  await through(other, id);
  expect(await getEngine(other.owner, { engineId: id })).toMatchObject({ authentication: true, state: "available" });
  expect(JSON.stringify(await listEngineAccounts(other.owner, { engineId: id }))).not.toMatch(/scrypt|assword/);
  const [{ dump } = { dump: "" }] = await other.db.execute<{ dump: string }>(
    "select string_agg(value::text, '') as dump from engine_entries",
  );
  expect(dump).not.toContain(password);
  // Off and on again it is the same root.
  await setEngineAuthentication(other.owner, { engineId: id, enabled: false });
  await through(other, id);
  await set({});
  await through(other, id);
  expect(await listEngineAccounts(other.owner, { engineId: id })).toMatchObject([{ name: "root", roles: ["admin"] }]);
  await other.host.end();
});

describe("tokens", () => {
  test("say who, with which roles and until when, and are signed so that every copy and every later life knows them", async () => {
    const token = await tokenFor("root");
    expect(decodeProtectedHeader(token).alg).toBe("RS512");
    const { account, roles, iat, exp } = decodeJwt(token) as {
      account: string;
      roles: string[];
      iat: number;
      exp: number;
    };
    expect([account, roles, exp - iat]).toEqual(["root", ["admin"], 12 * 3600]);
    for (const copy of [0, 1]) expect((await ask(services, { token, copy })).status).toBe(200);
    const later = await serve(at, engine, { authenticate: authenticateCall, now: at.owner.now });
    const answer = await fetch(new URL(services, later.url), { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    const [key] = await at.db.select().from(engineSigningKeys).where(eq(engineSigningKeys.engineId, engine.id));
    expect(key!.privateKey).not.toContain("PRIVATE");
  });

  test("live as long as was asked, from 15 minutes to a day", async () => {
    const lifeOf = async (tokenExpirationTime: string) => {
      const { status, body } = await post("/v4/token", { name: "root", password, tokenExpirationTime });
      const { iat = 0, exp = 0 } = status === 200 ? decodeJwt(body.token) : {};
      return [status, exp - iat];
    };
    expect(await lifeOf("15m")).toEqual([200, 900]);
    expect(await lifeOf("24h")).toEqual([200, 86_400]);
    for (const wrong of ["14m", "25h", "soon"]) expect((await lifeOf(wrong))[0]).toBe(400);
  });

  test.each([
    ["none", undefined, "401204"],
    ["none of ours", "a.b.c", "401201"],
    ["one of another engine", "other", "401201"],
  ])("with %s a call is refused by the code of the protocol", async (_, token, code) => {
    const given = token === "other" ? await tokenOfAnotherEngine() : token;
    const { status, body } = await ask(services, given ? { token: given } : {});
    expect([status, body.errorCode]).toEqual([401, code]);
  });

  async function tokenOfAnotherEngine() {
    const other = await lifeStage();
    const one = await served(other, { name: "other" });
    await setEngineAuthentication(other.owner, { engineId: one.id, enabled: true, rootPassword: password });
    await through(other, one.id);
    await other.host.end();
    const { url } = await serve(other, await getEngine(other.owner, { engineId: one.id }), {
      authenticate: authenticateCall,
    });
    const body = JSON.stringify({ name: "root", password });
    return ((await (await fetch(new URL("/v4/token", url), { method: "POST", body })).json()) as { token: string })
      .token;
  }

  test("end: in time, with the password they were got by, with the account", async () => {
    const root = await tokenFor("root");
    await post("/v4/accounts", { name: "brief", password, roles: ["developer"] }, root);
    const first = await tokenFor("brief");
    await resetEngineAccountPassword(at.owner, { engineId: engine.id, name: "brief", password: "Another_password2" });
    const codeOf = async (token: string) => (await ask(services, { token })).body.errorCode;
    await until("The end of the token", async () => ((await codeOf(first)) === "401205" ? true : null), soon);
    const second = await tokenFor("brief", "Another_password2");
    await deleteEngineAccount(at.owner, { engineId: engine.id, name: "brief" });
    await until("The end of the account", async () => ((await codeOf(second)) === "401206" ? true : null), soon);
    at.clock.offset += 13 * 3_600_000;
    expect(await codeOf(root)).toBe("401205");
  });
});
const soon = { within: 5_000, every: 20 };

test("where authentication is off, nothing of it is there: clients take that for an answer", async () => {
  const open = await anEngine(at.owner);
  const { url } = await serve(at, open, { authenticate: authenticateCall });
  for (const path of ["/v4/token", "/v4/accounts"]) {
    const answer = await fetch(new URL(path, url), { method: "POST", body: "{}" });
    expect(answer.status).toBe(404);
  }
  expect((await fetch(new URL(services, url))).status).toBe(200);
});

test("version and health are open to everybody", async () => {
  for (const path of ["health", "health/readiness", "version"])
    expect((await ask(`/v4/default/registry/${path}`)).status).toBe(200);
});

describe("a wrong password", () => {
  const guess = (name: string, given: string) => post("/v4/token", { name, password: given });

  test("locks its name out after two, for a quarter of an hour, whether it is anybody's or not", async () => {
    const root = await tokenFor("root");
    await post("/v4/accounts", { name: "forgetful", password, roles: ["developer"] }, root);
    for (const name of ["forgetful", "nobody"]) {
      const answers = [];
      for (let i = 0; i < 3; i++) answers.push((await guess(name, "Wrong_password1")).body.errorCode);
      expect([name, answers]).toEqual([name, ["401202", "401202", "403201"]]);
    }
    expect((await guess("forgetful", password)).body.errorCode).toBe("403201");
    const { body } = await ask("/v4/account-locks", { token: root });
    expect(body.data.map(({ key }: { key: string }) => key.split("::")[0])).toEqual(["forgetful", "nobody"]);
    at.clock.offset += 16 * 60_000;
    expect((await guess("forgetful", password)).status).toBe(200);
  });

  test("counts although a hundred come at once", async () => {
    await at.db.delete(engineAccountLocks);
    const all = await Promise.all(Array.from({ length: 100 }, () => guess("crowd", "Wrong_password1")));
    expect(all.filter(({ body }) => body.errorCode === "401202")).toHaveLength(2);
  });
});

describe("accounts and roles", () => {
  test("are made, seen, changed and deleted by who may; no answer holds a password", async () => {
    const token = await tokenFor("root");
    const made = await post("/v4/accounts", { name: "tester", password, roles: ["developer"] }, token);
    expect([made.status, made.text]).toEqual([200, ""]);
    const { body } = await ask("/v4/accounts", { token });
    expect(body.total).toBe(body.data.length);
    expect(JSON.stringify(body)).not.toMatch(/scrypt|assword/);
    expect((await ask("/v4/accounts/tester", { token })).body).toMatchObject({ name: "tester", roles: ["developer"] });
    const codes = [
      (await post("/v4/accounts", { name: "tester", password, roles: [] }, token)).body.errorCode,
      (await post("/v4/accounts", { name: "a", password: "weak", roles: [] }, token)).body.errorCode,
      (await post("/v4/accounts", { name: "a", password, roles: ["none"] }, token)).body.errorCode,
      (await ask("/v4/accounts/none", { token })).body.errorCode,
      (await ask("/v4/accounts/root", { method: "DELETE", token })).body.errorCode,
      (await ask("/v4/roles/admin", { method: "DELETE", token })).body.errorCode,
      (await ask("/v4/roles/none", { token })).body.errorCode,
    ];
    expect(codes).toEqual(["409200", "400206", "400202", "400200", "403204", "403203", "400201"]);
    expect((await ask("/v4/accounts/tester", { method: "DELETE", token })).status).toBe(200);
  });

  test("what a role permits is done, and nothing else; what is taken away is gone at once", async () => {
    const root = await tokenFor("root");
    await post("/v4/roles", { name: "reader", perms: [{ resources: [{ type: "service" }], verbs: ["get"] }] }, root);
    await post("/v4/accounts", { name: "rita", password, roles: ["reader"] }, root);
    const token = await tokenFor("rita");
    expect((await ask(services, { token })).status).toBe(200);
    for (const refused of [
      await post(services, service("a"), token),
      await ask("/v4/accounts", { token }),
      await ask("/v1/default/kie/kv", { token }),
    ])
      expect([refused.status, refused.body.errorCode]).toEqual([403, "403205"]);
    expect((await ask("/v4/self-perms", { token })).body.data).toMatchObject([{ verbs: ["get"] }]);
    expect((await ask("/v4/roles/reader", { method: "DELETE", token: root })).body.errorCode).toBe("400205");
    await updateEngineAccount(at.owner, { engineId: engine.id, name: "rita", status: "inactive" });
    await until("The end", async () => ((await ask(services, { token })).status === 401 ? true : null), soon);
  });

  test("a permission with labels holds for services that have them", async () => {
    const root = await tokenFor("root");
    const perms = [{ resources: [{ type: "service", labels: { appId: "shop" } }], verbs: ["get"] }];
    await post("/v4/roles", { name: "shoppers", perms }, root);
    await post("/v4/accounts", { name: "sam", password, roles: ["shoppers"] }, root);
    const ids = [];
    for (const app of ["shop", "bank"]) ids.push((await post(services, service("s", app), root)).body.serviceId);
    const token = await tokenFor("sam");
    expect((await ask(`${services}/${ids[0]}`, { token })).status).toBe(200);
    expect((await ask(`${services}/${ids[1]}`, { token })).status).toBe(403);
    expect((await ask(`${services}/${ids[0]}`, { method: "DELETE", token })).status).toBe(403);
  });

  test("a permission with labels lets services be created, found and kept alive that have them, on every copy and no others", async () => {
    const root = await tokenFor("root");
    const perms = [
      { resources: [{ type: "service", labels: { appId: "mine", environment: "testing" } }], verbs: ["*"] },
    ];
    await post("/v4/roles", { name: "owners", perms }, root);
    await post("/v4/accounts", { name: "olga", password, roles: ["owners"] }, root);
    const token = await tokenFor("olga");
    const registry = "/v4/default/registry";
    const put = (path: string, body: object) => ask(path, { method: "PUT", body, token });
    const mine = (name: string, more: object = {}) => ({
      service: { ...service(name, "mine").service, environment: "testing", ...more },
    });
    const made = await post(services, mine("cart"), token);
    expect(made.status).toBe(200);
    const id = made.body.serviceId as string;
    const body = { instance: { hostName: "h" } };
    // Another copy may not have heard of the service yet.
    const instance = await ask(`${services}/${id}/instances`, { method: "POST", body, token, copy: 1 });
    expect(instance.status).toBe(200);
    const { instanceId } = instance.body;
    const beats = (serviceId: string) => put(`${registry}/heartbeats`, { instances: [{ serviceId, instanceId }] });
    const findAll = (appId: string, environment: string) =>
      post(
        `${registry}/instances/action?type=query`,
        { services: [{ service: { appId, serviceName: "cart", environment } }] },
        token,
      );
    const findOne = (query: string, headers: Record<string, string> = {}) =>
      fetch(new URL(`${registry}/instances?serviceName=cart&version=0%2B&${query}`, copies.url), {
        headers: { authorization: `Bearer ${token}`, ...headers },
      }).then(({ status }) => status);
    expect((await beats(id)).status).toBe(200);
    expect((await findAll("mine", "testing")).status).toBe(200);
    expect(await findOne("appId=mine&env=testing")).toBe(200);
    const others = (await post(services, service("cart", "mine"), root)).body.serviceId as string;
    const spies = await Promise.all([
      post(services, service("cart", "mine"), token),
      post(services, mine("cart", { appId: "other" }), token),
      post(services, { service: null }, token),
      ask(`${services}/${others}`, { token }),
      ask(services, { method: "DELETE", body: { serviceIds: [id, others], force: true }, token }),
      findAll("mine", ""),
      beats(others),
    ]);
    expect(spies.map(({ status }) => status)).toEqual(spies.map(() => 403));
    expect(await findOne("appId=mine&env=")).toBe(403);
    // Lists show what is one's own, and no more.
    const shown = async (path: string) => (await ask(path, { token })).body;
    expect((await shown(services)).services.map((one: { serviceId: string }) => one.serviceId)).toEqual([id]);
    const govern = "/v4/default/govern";
    const { allServicesDetail, statistics } = await shown(`${govern}/microservices?options=all`);
    expect(allServicesDetail.map((one: any) => one.microService.serviceId)).toEqual([id]);
    expect(statistics.services.count).toBe(1);
    expect(await shown(`${govern}/apps`)).toEqual({ appIds: ["mine"] });
    expect((await shown(`${govern}/relations`)).nodes).toMatchObject([{ id }]);
    expect((await shown(`${govern}/statistics`)).statistics.services.count).toBe(1);
    expect((await ask(`${govern}/microservices/${others}`, { token })).status).toBe(403);
    // What is said of a service where none is meant counts for nothing.
    const spy = { resources: [{ type: "config", labels: { serviceName: "cart" } }], verbs: ["get"] };
    await post("/v4/roles", { name: "spies", perms: [spy] }, root);
    await post("/v4/accounts", { name: "james", password, roles: ["spies"] }, root);
    const items = await ask("/v1/default/kie/kv?serviceName=cart", { token: await tokenFor("james") });
    expect(items.status).toBe(403);
    // The environment of a consumer counts before the one that is asked for.
    expect(await findOne("appId=mine&env=testing", { "x-consumerid": others })).toBe(403);
    expect((await ask(`${services}/none`, { token })).body.errorCode).toBe("400012");
    expect((await ask(services, { method: "DELETE", body: { serviceIds: [id], force: true }, token })).status).toBe(
      200,
    );
  });

  test("one changes one's own password by the one before", async () => {
    const root = await tokenFor("root");
    await post("/v4/accounts", { name: "carol", password, roles: ["developer"] }, root);
    const token = await tokenFor("carol");
    const change = (currentPassword: string) =>
      post("/v4/accounts/carol/password", { currentPassword, password: "Another_password2" }, token);
    expect((await change("Wrong_password1")).body.errorCode).toBe("401207");
    expect((await change(password)).status).toBe(200);
    expect(await tokenFor("carol", "Another_password2")).toMatch(/./);
    expect((await post("/v4/accounts/root/password", { password }, token)).status).toBe(401);
  });

  test("made in the console is known to every copy", async () => {
    await createEngineAccount(at.owner, { engineId: engine.id, name: "console", password, roles: ["developer"] });
    for (const copy of [0, 1]) expect(await tokenFor("console", password, copy)).toMatch(/./);
    await expect(
      createEngineAccount(at.owner, { engineId: engine.id, name: "console", password, roles: ["developer"] }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("a role made in the console acts at every copy, changes what its accounts may do, and stays while one has it", async () => {
    const of = { engineId: engine.id, name: "readers" };
    const may = (verb: string) => [{ resources: [{ type: "service" }], verbs: [verb] }];
    await createEngineRole(at.owner, { ...of, permissions: may("get") });
    await expect(createEngineRole(at.owner, { ...of, permissions: may("get") })).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { name: ["Taken"] } },
    });
    await createEngineAccount(at.owner, { engineId: engine.id, name: "dave", password, roles: ["readers"] });
    for (const copy of [0, 1]) {
      const token = await tokenFor("dave", password, copy);
      expect((await ask(services, { token, copy })).status).toBe(200);
    }
    await updateEngineRole(at.owner, { ...of, permissions: may("delete") });
    const token = await tokenFor("dave");
    await expect.poll(async () => (await ask(services, { token })).status).toBe(403);
    expect(await listEngineRoles(at.owner, { engineId: engine.id })).toContainEqual({
      name: "readers",
      perms: may("delete"),
      builtIn: false,
    });
    await expect(deleteEngineRole(at.owner, of)).rejects.toMatchObject({ message: expect.stringContaining("dave") });
    await expect(
      updateEngineRole(at.owner, { engineId: engine.id, name: "admin", permissions: may("get") }),
    ).rejects.toMatchObject({ code: "blocked" });
    await expect(createEngineRole(at.owner, { ...of, name: "other", permissions: may("fly") })).rejects.toMatchObject({
      code: "invalid",
    });
    await deleteEngineAccount(at.owner, { engineId: engine.id, name: "dave" });
    await deleteEngineRole(at.owner, of);
    const left = await listEngineRoles(at.owner, { engineId: engine.id });
    expect(left.map(({ name }) => name)).not.toContain("readers");
  });

  test("the professional engine has none, and an older version is upgraded first", async () => {
    const shared = await anEngine(at.owner, { edition: "professional", name: "Cloud Service Engine" });
    const account = { engineId: shared.id, name: "a", password, roles: ["developer"] };
    await expect(createEngineAccount(at.owner, account)).rejects.toMatchObject({ code: "conflict" });
    const old = await anEngine(at.owner, { format: 1 });
    await expect(
      setEngineAuthentication(at.owner, { engineId: old.id, enabled: true, rootPassword: password }),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("upgrade") });
    await at.db.delete(engines).where(eq(engines.id, old.id));
  });
});
