import { groupMembers, groups, users } from "@flyloft/db";
import { readProviders } from "@flyloft/functions/identity";
import { eq } from "drizzle-orm";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookiesOf, edge } from "../kit/edge.ts";
import { client, falseProvider, openIdProvider, passThrough } from "../kit/openid.ts";
import { type World, world } from "../kit/world.ts";

const callback = "http://flyloft.test/v1/sign-in/openid/corporate/callback";
const html = { accept: "text/html" };
const pathOf = (url: URL | string) => new URL(url, callback).pathname + new URL(url, callback).search;

function doorTo(w: World, issuer: string, settings: object = {}) {
  const given = {
    id: "corporate",
    name: "Corporate",
    account: w.account,
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    ...settings,
  };
  return edge(w, { openIdProviders: readProviders(JSON.stringify([given])) });
}
type Door = ReturnType<typeof doorTo>;

/** From our door to the provider's page. */
async function leave(door: Door, query = "") {
  const answer = await door.send(`/v1/sign-in/openid/corporate${query}`);
  expect(answer.status).toBe(302);
  return {
    address: answer.headers.get("location")!,
    cookie: cookiesOf(answer),
    set: answer.headers.getSetCookie()[0]!,
  };
}

describe("a real OpenID provider", () => {
  const people = new Map<string, Record<string, unknown>>();
  let provider: Awaited<ReturnType<typeof openIdProvider>>;
  beforeAll(async () => void (provider = await openIdProvider(people, callback)));
  afterAll(() => provider.close());

  async function enter(door: Door, person: string, query = "") {
    const { address, cookie } = await leave(door, query);
    const back = await passThrough(address, person, callback);
    return { back, cookie, answer: await door.send(pathOf(back), { headers: { cookie } }) };
  }

  test("signs in whom an administrator linked, with PKCE, state and nonce, and sends back to the page that was asked for (BEY-03)", async () => {
    const w = await world();
    const door = doorTo(w, provider.url);
    const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
    const link = { issuer: provider.url, subject: "alice" };
    expect((await enter(door, "alice")).answer.status).toBe(401);
    expect(
      (
        await door.post(`/v1/users/${w.userId}/identities`, link, {
          headers: { authorization: `Bearer ${accessToken}` },
        })
      ).status,
    ).toBe(201);
    const { address, set } = await leave(door);
    for (const part of ["code_challenge_method=S256", "state=", "nonce=", "response_type=code"])
      expect(address).toContain(part);
    expect(set).toMatch(/HttpOnly; SameSite=Lax/);
    const { answer } = await enter(door, "alice", "?next=/applications%3Fx=1");
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/applications?x=1"]);
    const viewer = (await (await door.send("/v1/viewer", { headers: { cookie: cookiesOf(answer) } })).json()) as {
      id: string;
    };
    expect(viewer.id).toBe(w.userId);
  });

  test("makes users where it may, who hold nothing but what their groups there mean here", async () => {
    const w = await world();
    const door = doorTo(w, provider.url, { createUsers: true, groups: { staff: "developers", boss: "managers" } });
    const ids = ["developers", "managers", "others"].map((name) => ({
      id: w.owner.newId("group"),
      accountId: w.accountId,
      name,
    }));
    await w.db.insert(groups).values(ids);
    const groupsOf = async () => {
      const rows = await w.db
        .select({ name: groups.name })
        .from(groupMembers)
        .innerJoin(groups, eq(groups.id, groupMembers.groupId))
        .where(eq(groups.accountId, w.accountId));
      return rows.map(({ name }) => name).sort();
    };
    people.set("bob", { preferred_username: "bob", email: "bob@corporate.test", groups: ["staff", "unknown"] });
    const { answer } = await enter(door, "bob");
    expect(answer.status).toBe(302);
    expect(await groupsOf()).toEqual(["developers"]);
    const [bob] = await w.db.select().from(users).where(eq(users.email, "bob@corporate.test"));
    expect(bob).toMatchObject({ name: "bob", administrator: false, accountId: w.accountId });
    const refused = await door.post("/v1/applications", { name: "shop" }, { headers: { cookie: cookiesOf(answer) } });
    expect(refused.status).toBe(403);
    await w.db.insert(groupMembers).values({ groupId: ids[2]!.id, userId: bob!.id });
    people.set("bob", { preferred_username: "bob", groups: ["boss"] });
    expect((await enter(door, "bob")).answer.status).toBe(302);
    expect(await groupsOf()).toEqual(["managers", "others"]);
    people.set("bob", { preferred_username: "bob" });
    expect((await enter(door, "bob")).answer.status).toBe(302);
    expect(await groupsOf()).toEqual(["others"]);
    await w.db.update(users).set({ enabled: false }).where(eq(users.id, bob!.id));
    expect((await enter(door, "bob")).answer.status).toBe(401);
  });

  test("makes nobody a user that exists already by that name", async () => {
    const w = await world();
    const door = doorTo(w, provider.url, { createUsers: true });
    people.set("mallory", { preferred_username: "owner" });
    expect((await enter(door, "mallory")).answer.status).toBe(401);
  });

  test("an answer is taken once, from the browser that asked, with its own state", async () => {
    const w = await world();
    const door = doorTo(w, provider.url, { createUsers: true });
    people.set("carol", { preferred_username: "carol" });
    const { back, cookie, answer } = await enter(door, "carol");
    expect(answer.status).toBe(302);
    const try_ = async (url: URL, given: Record<string, string>) =>
      (await door.send(pathOf(url), { headers: given })).status;
    expect(await try_(back, { cookie })).toBe(401);
    const other = await leave(door);
    const fresh = await passThrough((await leave(door)).address, "carol", callback);
    expect(await try_(fresh, {})).toBe(401);
    expect(await try_(fresh, { cookie: other.cookie })).toBe(401);
    const third = await leave(door);
    const answered = await passThrough(third.address, "carol", callback);
    const changed = new URL(answered);
    changed.searchParams.set("iss", "http://elsewhere.test");
    expect(await try_(changed, { cookie: third.cookie })).toBe(401);
  });

  test("new keys of the provider are found, and clocks may differ by a minute", async () => {
    const w = await world();
    const door = doorTo(w, provider.url, { createUsers: true });
    people.set("dave", { preferred_username: "dave" });
    const status = async () => (await enter(door, "dave")).answer.status;
    expect(await status()).toBe(302);
    await provider.rotate();
    // Keys are looked for again after ten seconds at the earliest.
    w.clock.offset = 11_000;
    expect(await status()).toBe(302);
    w.clock.offset = -45_000;
    expect(await status()).toBe(302);
    w.clock.offset = -120_000;
    expect(await status()).toBe(401);
    w.clock.offset = 0;
  });

  test("a second factor of one's own is asked for after the provider, too; people are told of problems on a page", async () => {
    const w = await world();
    const door = doorTo(w, provider.url, { createUsers: true });
    people.set("erin", { preferred_username: "erin" });
    const { answer } = await enter(door, "erin");
    const headers = { cookie: cookiesOf(answer) };
    const { secret } = (await (await door.post("/v1/second-factors/totp", {}, { headers })).json()) as {
      secret: string;
    };
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const problem = await door.send("/v1/sign-in/openid/corporate/callback?error=access_denied", { headers: html });
    expect(problem.headers.get("location")).toMatch(/^\/sign-in#problem=unauthenticated/);
  });
});

test("the page to go to afterwards is one of ours", async () => {
  const w = await world();
  const provider = await falseProvider({ token: async () => ({}), keys: () => ({ keys: [] }) });
  const { address } = await leave(doorTo(w, provider.url), "?next=https://evil.test/");
  expect(address).toContain(`${provider.url}/auth?`);
  await provider.close();
});

describe("a provider's word that is not right is not taken", () => {
  let nonce = "";
  let issuer = "";
  let token: () => Promise<unknown> = async () => ({});
  let userinfo: unknown = {};
  let keys: { keys: object[] } = { keys: [] };
  let provider: Awaited<ReturnType<typeof falseProvider>>;
  let good: CryptoKey;
  let door: Door;
  let w: World;

  beforeAll(async () => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    good = pair.privateKey as CryptoKey;
    keys = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "RS256" }] };
    provider = await falseProvider({ token: () => token(), keys: () => keys, userinfo: () => userinfo });
    issuer = provider.url;
    w = await world();
    door = doorTo(w, issuer, { createUsers: true });
  });
  afterAll(() => provider.close());

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (change: object = {}) => ({
    iss: issuer,
    aud: client.id,
    sub: "frank",
    preferred_username: "frank",
    nonce,
    iat: now(),
    exp: now() + 300,
    ...change,
  });
  const sign = (payload: object, header: object = {}, key: CryptoKey | Uint8Array = good) =>
    new SignJWT(payload as never).setProtectedHeader({ alg: "RS256", kid: "k1", ...header }).sign(key);
  async function attempt(make: () => Promise<unknown>) {
    const { address, cookie } = await leave(door);
    nonce = new URL(address).searchParams.get("nonce")!;
    token = make;
    const state = new URL(address).searchParams.get("state")!;
    return (await door.send(`/v1/sign-in/openid/corporate/callback?code=c&state=${state}`, { headers: { cookie } }))
      .status;
  }
  const bytes = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

  test("the right word is", async () => {
    expect(await attempt(async () => ({ id_token: await sign(claims()) }))).toBe(302);
  });

  test("unsigned, signed by another, with the public key as a password, for others, too old or not yet, for another sign-in", async () => {
    const foreign = (await generateKeyPair("RS256")).privateKey as CryptoKey;
    const publicKey = new TextEncoder().encode(JSON.stringify(keys.keys[0]));
    const secret = new TextEncoder().encode(client.secret);
    const tries: [string, () => Promise<unknown>][] = [
      ["no token", async () => ({})],
      ["not a token", async () => ({ id_token: "a.b.c" })],
      ["alg none", async () => ({ id_token: `${bytes({ alg: "none" })}.${bytes(claims())}.` })],
      ["foreign key", async () => ({ id_token: await sign(claims(), {}, foreign) })],
      ["HS256 by public key", async () => ({ id_token: await sign(claims(), { alg: "HS256" }, publicKey) })],
      ["HS256 by client secret", async () => ({ id_token: await sign(claims(), { alg: "HS256" }, secret) })],
      ["other issuer", async () => ({ id_token: await sign(claims({ iss: "https://other.test" })) })],
      ["other audience", async () => ({ id_token: await sign(claims({ aud: "somebody" })) })],
      ["many audiences", async () => ({ id_token: await sign(claims({ aud: [client.id, "somebody"] })) })],
      ["other azp", async () => ({ id_token: await sign(claims({ azp: "somebody" })) })],
      ["expired", async () => ({ id_token: await sign(claims({ iat: now() - 500, exp: now() - 100 })) })],
      ["old", async () => ({ id_token: await sign(claims({ iat: now() - 3600, exp: now() + 3600 })) })],
      ["from the future", async () => ({ id_token: await sign(claims({ iat: now() + 3600, exp: now() + 7200 })) })],
      ["not before", async () => ({ id_token: await sign(claims({ nbf: now() + 3600 })) })],
      ["no expiry", async () => ({ id_token: await sign({ ...claims(), exp: undefined }) })],
      ["no subject", async () => ({ id_token: await sign({ ...claims(), sub: undefined }) })],
      ["other nonce", async () => ({ id_token: await sign(claims({ nonce: "x" })) })],
      ["no nonce", async () => ({ id_token: await sign({ ...claims(), nonce: undefined }) })],
      ["unknown kid", async () => ({ id_token: await sign(claims(), { kid: "k2" }) })],
      ["an error", async () => ({ error: "invalid_grant" })],
    ];
    for (const [what, make] of tries) expect(await attempt(make), what).toBe(401);
  });

  test("what userinfo says of somebody else is not about the one who signs in", async () => {
    userinfo = { sub: "somebody", preferred_username: "somebody-else", email: "other@corporate.test" };
    expect(
      await attempt(async () => ({
        access_token: "t",
        id_token: await sign(claims({ sub: "grace", preferred_username: "grace" })),
      })),
    ).toBe(302);
    expect(await w.db.select().from(users).where(eq(users.email, "other@corporate.test"))).toEqual([]);
    userinfo = {};
  });

  test("answers that are no JSON, endless or of another issuer are told as unavailable", async () => {
    expect(await attempt(async () => "<html>")).toBe(503);
    expect(await attempt(async () => `"${"x".repeat(600_000)}"`)).toBe(503);
    const liar = await falseProvider({
      token: async () => ({}),
      keys: () => ({}),
      discovery: () => ({ issuer: "https://other.test" }),
    });
    expect((await doorTo(w, liar.url).send("/v1/sign-in/openid/corporate")).status).toBe(503);
    await liar.close();
    const gone = await doorTo(w, liar.url).send("/v1/sign-in/openid/corporate");
    expect(gone.status).toBe(503);
    expect(await gone.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  });

  test("an endpoint that is neither https nor this machine is not called", async () => {
    const sly = await falseProvider({
      token: async () => ({}),
      keys: () => ({}),
      discovery: () => ({ token_endpoint: "http://169.254.169.254/latest" }),
    });
    door = doorTo(w, sly.url);
    expect(await attempt(async () => ({}))).toBe(503);
    await sly.close();
    for (const issuer of [
      "http://intranet.test",
      "file:///etc/passwd",
      "https://user:pass@idp.test",
      "http://127.0.0.1.evil.test",
    ])
      expect(
        () => readProviders(JSON.stringify([{ id: "x", name: "x", account: "a", issuer, clientId: "c" }])),
        issuer,
      ).toThrow();
  });
});
