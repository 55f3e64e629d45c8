import { apiTokens, users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { edge, type Sent } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const later = (days = 1) => new Date(Date.now() + days * 86_400_000).toISOString();
type Made = { id: string; token: string; message?: string; action?: string; code?: string };

async function signedIn() {
  const w = await world();
  const door = edge(w);
  const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const mint = async (input: object, by = accessToken) => {
    const answer = await door.post("/v1/api-tokens", { name: "partner", expiresAt: later(), ...input }, bearer(by));
    return { status: answer.status, ...((await answer.json()) as Made) };
  };
  const call = async (token: string, path: string, sent: Sent = {}) => {
    const answer = await door.send(path, { ...sent, headers: { ...sent.headers, ...bearer(token).headers } });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, any> };
  };
  return { w, door, accessToken, bearer, mint, call };
}

test("a token does what was chosen and nothing else; a refusal names the missing action (BEY-02)", async () => {
  const { mint, call } = await signedIn();
  const { token, status } = await mint({ actions: ["servicestage:app:list", "servicestage:app:create"] });
  expect(status).toBe(201);
  expect(token).toMatch(/^flt_[0-9A-Za-z]{38}$/);
  expect((await call(token, "/v1/applications")).status).toBe(200);
  expect((await call(token, "/v1/applications", { method: "POST", body: { name: "shop" } })).status).toBe(201);
  const refused = await call(token, "/v1/viewer");
  expect([refused.status, refused.body["action"]]).toEqual([403, "iam:identity:get"]);
  expect((await call(token, "/v1/users")).body["action"]).toBe("iam:user:list");
});

test("a token holds for the resources that were chosen", async () => {
  const { mint, call, accessToken } = await signedIn();
  const make = async (name: string) =>
    (await call(accessToken, "/v1/applications", { method: "POST", body: { name } })).body["id"] as string;
  const [one, two] = [await make("one"), await make("two")];
  const { token } = await mint({ actions: ["servicestage:app:*"], resources: [`application/${one}`] });
  expect((await call(token, `/v1/applications/${one}`)).status).toBe(200);
  expect((await call(token, `/v1/applications/${two}`)).status).toBe(403);
});

test("a token never does more than its owner may at that moment", async () => {
  const { w, mint, call } = await signedIn();
  const { token } = await mint({ actions: ["*:*:*"] });
  expect((await call(token, "/v1/users")).status).toBe(200);
  await w.db.update(users).set({ administrator: false }).where(eq(users.id, w.userId));
  expect((await call(token, "/v1/users")).status).toBe(403);
  await w.db.update(users).set({ enabled: false }).where(eq(users.id, w.userId));
  expect((await call(token, "/v1/users")).status).toBe(401);
});

test("only a hash of a token is kept, and its last use", async () => {
  const { w, mint, call } = await signedIn();
  const { id, token } = await mint({ actions: ["servicestage:app:list"] });
  await call(token, "/v1/applications");
  const [row] = await w.db.select().from(apiTokens).where(eq(apiTokens.id, id));
  expect(JSON.stringify(row)).not.toContain(token.slice(8, -6));
  expect(row!.lastUsedAt).not.toBeNull();
  expect(row!.hint).toBe(`${token.slice(0, 8)}…`);
});

test("a token makes only weaker ones: fewer actions, narrower resources and addresses, sooner, slower", async () => {
  const { mint } = await signedIn();
  const strong = {
    actions: ["servicestage:app:*", "iam:credential:modify"],
    resources: ["application/*", "project/*"],
    addresses: ["127.0.0.0/8"],
    requestsPerMinute: 600,
    expiresAt: later(2),
  };
  const { token } = await mint({ ...strong, resources: ["*"] });
  const weak = { actions: ["servicestage:app:get"], resources: ["application/*"], expiresAt: later(1) };
  expect((await mint(weak, token)).status).toBe(201);
  const refused = await mint({ ...weak, actions: ["servicestage:environment:create"] }, token);
  expect([refused.status, refused.action]).toEqual([403, "servicestage:environment:create"]);
  expect((await mint({ ...weak, actions: ["servicestage:*:get"] }, token)).status).toBe(403);
  expect((await mint({ ...weak, actions: ["*:*:*"] }, token)).status).toBe(403);
  expect((await mint({ ...weak, expiresAt: later(3) }, token)).status).toBe(400);
  expect((await mint({ ...weak, addresses: ["0.0.0.0/0"] }, token)).status).toBe(400);
  expect((await mint({ ...weak, addresses: ["127.0.0.0/7"] }, token)).status).toBe(400);
  expect((await mint({ ...weak, addresses: ["127.1.0.0/16"] }, token)).status).toBe(201);
});

test("what a token leaves open, its maker's limits fill in; one without the right makes none", async () => {
  const { w, mint } = await signedIn();
  const { token } = await mint({
    actions: ["servicestage:app:*", "iam:credential:modify"],
    addresses: ["127.0.0.1"],
    requestsPerMinute: 60,
  });
  const child = await mint(
    { actions: ["servicestage:app:get"], requestsPerMinute: 6000, expiresAt: later(0.5) },
    token,
  );
  const [row] = await w.db.select().from(apiTokens).where(eq(apiTokens.id, child.id));
  expect([row!.addresses, row!.requestsPerMinute]).toEqual([["127.0.0.1"], 60]);
  const poor = await mint({ actions: ["servicestage:app:*"] });
  expect((await mint({ actions: ["servicestage:app:get"], expiresAt: later(0.5) }, poor.token)).action).toBe(
    "iam:credential:modify",
  );
});

test("revoking ends a token and all that it made at once; expiry does so by itself", async () => {
  const { w, mint, call, accessToken } = await signedIn();
  const parent = await mint({ actions: ["*:*:*"] });
  const child = await mint(
    { actions: ["servicestage:app:*", "iam:credential:*"], expiresAt: later(0.9) },
    parent.token,
  );
  const grandchild = await mint({ actions: ["servicestage:app:list"], expiresAt: later(0.8) }, child.token);
  expect([parent.status, child.status, grandchild.status]).toEqual([201, 201, 201]);
  const status = async ({ token }: Made) => (await call(token, "/v1/applications")).status;
  expect(await status(grandchild)).toBe(200);
  expect((await call(accessToken, `/v1/api-tokens/${parent.id}`, { method: "DELETE" })).status).toBe(200);
  expect([await status(parent), await status(child), await status(grandchild)]).toEqual([401, 401, 401]);
  const short = await mint({ actions: ["servicestage:app:list"] });
  expect(await status(short)).toBe(200);
  w.clock.offset = 86_400_000;
  try {
    expect(await status(short)).toBe(401);
  } finally {
    w.clock.offset = 0;
  }
});

test("a token is refused from other addresses, and beyond its rate with the seconds to wait", async () => {
  const { mint, call } = await signedIn();
  const { token } = await mint({
    actions: ["servicestage:app:list"],
    addresses: ["10.1.0.0/16"],
    requestsPerMinute: 3,
  });
  expect((await call(token, "/v1/applications", { from: "10.2.0.1" })).status).toBe(403);
  const asked = [];
  for (let i = 0; i < 4; i++) asked.push(await call(token, "/v1/applications", { from: "10.1.2.3" }));
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(Number(asked[3]!.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("ill-formed tokens are refused before they are made", async () => {
  const { mint } = await signedIn();
  const fine = { actions: ["servicestage:app:get"] };
  for (const wrong of [
    { actions: [] },
    { actions: ["servicestage:app:fly"] },
    { actions: ["app:get"] },
    { ...fine, resources: ["elsewhere/1"] },
    { ...fine, resources: ["application/env_1"] },
    { ...fine, addresses: ["10.0.0.0/33"] },
    { ...fine, addresses: ["home"] },
    { ...fine, expiresAt: "tomorrow" },
    { ...fine, expiresAt: later(-1) },
    { ...fine, expiresAt: later(400) },
    { ...fine, expiresAt: undefined },
    { ...fine, requestsPerMinute: 0 },
  ])
    expect((await mint(wrong)).status, JSON.stringify(wrong)).toBe(400);
});

test("somebody else's token does not exist", async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  const { id, token } = await one.mint({ actions: ["servicestage:app:list"] });
  expect((await other.call(other.accessToken, `/v1/api-tokens/${id}`, { method: "DELETE" })).status).toBe(404);
  expect((await one.call(token, "/v1/applications")).status).toBe(200);
});
