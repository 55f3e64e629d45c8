import { accessKeys, auditLog, idempotencyKeys, users } from "@flyloft/db";
import { signRequest } from "@flyloft/functions/identity";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type Edge, edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";
import { office, password as staffPassword, policyId } from "./people.ts";

const password = "correct horse battery";

async function signedIn() {
  const w = await world();
  const door = edge(w);
  const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  const make = (input: object = { password }, extra: Record<string, string> = {}) =>
    door.post("/v1/access-keys", input, { headers: { ...headers, ...extra } });
  return { w, door, headers, make };
}
type Made = { id: string; secret: string; credentials: string; fileName: string };

let nonces = 0;
/** Sends a request signed now, or as the given signature says. */
function sign(
  door: Edge,
  key: { id: string; secret: string },
  { method = "GET", path = "/v1/viewer", body = "", skew = 0, nonce = `nonce-${process.pid}-${++nonces}` } = {},
) {
  const url = `http://flyloft.test${path}`;
  const proof = signRequest(
    { method, url, body },
    { keyId: key.id, secret: key.secret },
    { created: Math.floor(Date.now() / 1000) + skew, nonce },
  );
  return {
    proof,
    send: (change: { path?: string; method?: string; body?: string; headers?: Record<string, string> } = {}) =>
      door.send(change.path ?? path, {
        method: change.method ?? method,
        ...((change.body ?? body) && { body: change.body ?? body }),
        headers: { ...proof, ...change.headers },
      }),
  };
}

test("a key is made only for whoever proves again who they are, and its secret is told once (IAM-23, ERR-01)", async () => {
  const { w, door, headers, make } = await signedIn();
  expect((await make({})).status).toBe(400);
  expect((await make({ password: "something else entirely" })).status).toBe(400);
  const made = (await (await make({ password, description: "for CI" })).json()) as Made;
  expect(made.fileName).toBe("credentials.csv");
  expect(made.credentials).toBe(`User Name,Access Key Id,Secret Access Key\nowner,${made.id},${made.secret}\n`);
  expect((await sign(door, made).send()).status).toBe(200);
  const listed = await (await door.send("/v1/access-keys", { headers })).text();
  expect(listed).toContain(made.id);
  expect(listed).not.toContain(made.secret);
  const kept = JSON.stringify([
    await w.db.select().from(accessKeys),
    await w.db.select().from(auditLog),
    await w.db.select().from(idempotencyKeys),
  ]);
  expect(kept).not.toContain(made.secret);
});

test("a secret is not told again to who repeats the request with its idempotency key", async () => {
  const { w, make } = await signedIn();
  const again = { "idempotency-key": "key-1" };
  const first = (await (await make({ password }, again)).json()) as Made;
  const second = await make({ password }, again);
  expect(second.status).toBe(409);
  expect(JSON.stringify(await w.db.select().from(idempotencyKeys))).not.toContain(first.secret);
});

test("two keys at most, also when ten are asked for at once; a deleted one frees its place, a disabled one does not (IAM-24, LIM-05)", async () => {
  const { door, headers, make } = await signedIn();
  const answers = await Promise.all(Array.from({ length: 4 }, () => make()));
  const made = await Promise.all(
    answers.filter(({ status }) => status === 201).map(async (answer) => (await answer.json()) as Made),
  );
  expect(made).toHaveLength(2);
  expect((await make()).status).toBe(429);
  const at = `/v1/access-keys/${made[0]!.id}`;
  expect((await door.post(`${at}/disable`, {}, { headers })).status).toBe(200);
  expect((await sign(door, made[0]!).send()).status).toBe(401);
  expect((await make()).status).toBe(429);
  expect((await door.post(`${at}/enable`, {}, { headers })).status).toBe(200);
  expect((await sign(door, made[0]!).send()).status).toBe(200);
  expect((await door.send(at, { method: "DELETE", headers })).status).toBe(200);
  expect((await sign(door, made[0]!).send()).status).toBe(401);
  expect((await make()).status).toBe(201);
});

test("a key has the rights of its owner as they are now, and an agent is registered only by one whose owner may (IAM-25)", async () => {
  const o = await office();
  const dana = await o.hire([policyId("ServiceStage ReadOnlyAccess")]);
  const key = (await dana.must("POST", "/access-keys", { password: staffPassword })) as Made;
  const ask = async (method: string, path: string, body: object | null = null) => {
    const answer = await sign(o.door, key, { method, path, body: body ? JSON.stringify(body) : "" }).send({
      headers: { "content-type": "application/json" },
    });
    return [answer.status, ((await answer.json()) as { action?: string }).action];
  };
  const registration = {
    name: "machine",
    version: "1.0.0",
    capabilities: [],
    runtimes: [],
    host: { hostname: "machine", os: "linux", arch: "x64", cpus: 2, memoryBytes: 4e9, address: "127.0.0.1" },
  };
  expect(await ask("GET", "/v1/applications")).toEqual([200, undefined]);
  expect(await ask("POST", "/v1/applications", { name: "shop" })).toEqual([403, "servicestage:app:create"]);
  expect(await ask("PUT", "/agent/v1/registration", registration)).toEqual([403, "servicestage:agent:report"]);
  const full = await o.group([policyId("ServiceStage FullAccess")]);
  await o.boss.must("POST", `/groups/${full}/members`, { userIds: [dana.id] });
  expect(await ask("POST", "/v1/applications", { name: "shop" })).toEqual([201, undefined]);
  expect(await ask("PUT", "/agent/v1/registration", registration)).toEqual([200, undefined]);
});

test("somebody else's key does not exist, and the platform's own agent keeps its key", async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  const made = (await (await one.make()).json()) as Made;
  for (const verb of ["disable", "enable"])
    expect((await other.door.post(`/v1/access-keys/${made.id}/${verb}`, {}, { headers: other.headers })).status).toBe(
      404,
    );
  expect(
    (await other.door.send(`/v1/access-keys/${made.id}`, { method: "DELETE", headers: other.headers })).status,
  ).toBe(404);
  await one.w.db.update(accessKeys).set({ system: true }).where(eq(accessKeys.id, made.id));
  expect((await one.door.send(`/v1/access-keys/${made.id}`, { method: "DELETE", headers: one.headers })).status).toBe(
    412,
  );
});

describe("a signature", async () => {
  const { w, door, make } = await signedIn();
  const key = (await (await make()).json()) as Made;
  const status = async (answer: Promise<Response>) => (await answer).status;

  test("lets the same request in once: sent again it is refused", async () => {
    const { send } = sign(door, key);
    expect([await status(send()), await status(send())]).toEqual([200, 401]);
    const at = sign(door, key);
    const all = await Promise.all(Array.from({ length: 10 }, () => status(at.send())));
    expect(all.filter((one) => one === 200)).toHaveLength(1);
  });

  test("covers method, path, query and body", async () => {
    const body = JSON.stringify({ name: "shop" });
    const request = { method: "POST", path: "/v1/applications?x=1", body };
    const headers = { "content-type": "application/json" };
    const from = () => sign(door, key, request);
    expect(await status(from().send({ headers, body: JSON.stringify({ name: "shopp" }) }))).toBe(401);
    expect(await status(from().send({ headers, path: "/v1/environments?x=1" }))).toBe(401);
    expect(await status(from().send({ headers, path: "/v1/applications?x=2" }))).toBe(401);
    expect(await status(from().send({ headers, method: "PUT" }))).toBe(401);
    const other = sign(door, key, { ...request, body: "{}" }).proof["content-digest"];
    expect(await status(from().send({ headers: { ...headers, "content-digest": other } }))).toBe(401);
    expect(await status(from().send({ headers }))).toBe(201);
  });

  test("is refused when it is five minutes old, or from the future", async () => {
    expect(await status(sign(door, key, { skew: -301 }).send())).toBe(401);
    expect(await status(sign(door, key, { skew: 302 }).send())).toBe(401);
    expect(await status(sign(door, key, { skew: -290 }).send())).toBe(200);
  });

  test("does not let a replay in after its nonce is forgotten", async () => {
    const { send } = sign(door, key, { skew: 290 });
    expect(await status(send())).toBe(200);
    w.clock.offset = 580_000;
    try {
      expect(await status(send())).toBe(401);
      w.clock.offset = 595_000;
      expect(await status(send())).toBe(401);
    } finally {
      w.clock.offset = 0;
    }
  });

  test("of an unknown key or with another secret is refused in the same words", async () => {
    const answers = await Promise.all([
      sign(door, { ...key, id: "key_unknown" }).send(),
      sign(door, { ...key, secret: "x" }).send(),
    ]);
    const told = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { message: string }).message),
    );
    expect(answers.map(({ status: code }) => code)).toEqual([401, 401]);
    expect(told[0]).toBe(told[1]);
  });

  test("is checked in one statement once the key is known, and its use is noted", async () => {
    await sign(door, key).send();
    const { statements } = w;
    const before = statements.length;
    await sign(door, key).send();
    const own = statements.slice(before).filter((one) => /access_keys|used_nonces/.test(one));
    expect(own).toHaveLength(1);
    const [row] = await w.db.select().from(accessKeys).where(eq(accessKeys.id, key.id));
    expect(row!.lastUsedAt).not.toBeNull();
  });

  test("of a disabled user is refused", async () => {
    await w.db.update(users).set({ enabled: false }).where(eq(users.id, w.userId));
    expect(await status(sign(door, key).send())).toBe(401);
  });
});
