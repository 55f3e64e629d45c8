import { failedAttempts, users } from "@flyloft/db";
import { weaknessOf } from "@flyloft/functions/identity";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "../../functions/identity/password.ts";
import { cookiesOf, edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const password = "correct horse battery";

test("short, common, regular and own names are refused as passwords; others are not", () => {
  const names = ["alice", "acme-corp"];
  for (const weak of [
    "short",
    "123456789",
    "password123",
    "P@ssw0rd2024!",
    "Passwort!!!99",
    "qwertyuiop12",
    "aaaaaaaaaaaaaaa",
    "abcdefghijklmno",
    "1234567890123",
    "abababababab",
    "welcomewelcome",
    "Administrator1",
    "alice-2024",
    "iloveyou!!!!!!",
    "1qaz2wsx3edc",
    "zxcvbnm,./123",
    "ServiceStage1",
  ])
    expect(weaknessOf(weak, names), weak).not.toBeNull();
  for (const strong of [
    "correct horse battery",
    "tr0ub4dor&3xyz",
    "wJalrXUtnFEMI",
    "übermäßig-grün-7",
    "密码不要太简单了吧真的",
    "alice likes brown bread",
    "7hk2-9mqp-x4tw",
  ])
    expect(weaknessOf(strong, names), strong).toBeNull();
});

test("a user who does not exist, or has no password, takes as much work as a wrong password", async () => {
  const hash = await hashPassword(password);
  // The time that the processors worked, not what the clock says: others work on this machine as well.
  const work = async (of: string | null) => {
    const before = process.cpuUsage();
    expect(await passwordMatches("something else entirely", of)).toBe(false);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let i = 0; i < 15; i++) {
    known.push(await work(hash));
    unknown.push(await work(null));
  }
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.7);
  expect(ratio).toBeLessThan(1.4);
  for (const guess of ["", "\0", "x".repeat(256)]) expect(await passwordMatches(guess, null)).toBe(false);
});

test("unknown accounts, unknown users and wrong passwords are refused and locked alike", async () => {
  const w = await world();
  const door = edge(w);
  const tries = [
    { account: w.account, user: "owner", password: "wrong wrong wrong" },
    { account: w.account, user: "nobody", password: "wrong wrong wrong" },
    { account: "nowhere", user: "owner", password: "wrong wrong wrong" },
  ];
  const told = [];
  for (const given of tries) {
    const answers = [];
    for (let i = 0; i < 12; i++) {
      const answer = await door.post("/v1/sessions", given, { from: `10.0.0.${i}` });
      const { requestId: _, ...body } = (await answer.json()) as Record<string, unknown>;
      answers.push([answer.status, body, answer.headers.getSetCookie()]);
    }
    told.push(answers);
  }
  expect(told[0]!.map(([status]) => status)).toEqual([...Array<number>(10).fill(401), 429, 429]);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

test("the lock grows with every wrong password, up to fifteen minutes, and is forgotten with the right one", async () => {
  const w = await world();
  const door = edge(w);
  let asked = 0;
  const wait = async (): Promise<number> => {
    const answer = await door.signIn("wrong wrong wrong", { from: `10.9.${++asked}.1` });
    if (answer.status === 401) return wait();
    return ((await answer.json()) as { retryAfterSeconds: number }).retryAfterSeconds;
  };
  const waits = [];
  for (let i = 0; i < 10; i++) {
    const seconds = await wait();
    waits.push(seconds);
    w.clock.offset += seconds * 1000 + 500;
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  expect((await door.signIn(password, { from: "10.0.1.1" })).status).toBe(201);
  const answers = [];
  for (let i = 0; i < 10; i++) answers.push((await door.signIn("wrong wrong wrong", { from: "10.0.1.2" })).status);
  expect(answers).toEqual(Array(10).fill(401));
  w.clock.offset = 0;
});

test("a hundred guesses at once are counted one by one", async () => {
  const door = edge(await world());
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => door.signIn("wrong wrong wrong", { from: `10.0.2.${i}` })),
  );
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
});

test("an address that guesses with many names is locked, its neighbours are not; all of an IPv6 network is one address", async () => {
  const w = await world();
  const door = edge(w);
  const guess = async (user: string, from: string) =>
    (await door.post("/v1/sessions", { account: w.account, user, password: "wrong wrong wrong" }, { from })).status;
  const answers = [];
  for (let i = 0; i < 32; i++) answers.push(await guess(`user-${i}`, `2001:db8:1:2:${i.toString(16)}::1`));
  expect(answers.slice(0, 30).every((status) => status === 401)).toBe(true);
  expect(answers.at(-1)).toBe(429);
  expect((await door.signIn(password, { from: "2001:db8:1:2::77" })).status).toBe(429);
  expect((await door.signIn(password, { from: "2001:db8:1:3::77" })).status).toBe(201);
});

test("strangers who guess do not lock out a browser that signed in before", async () => {
  const w = await world();
  const door = edge(w);
  const cookie = cookiesOf(await door.signIn(password, { from: "10.0.3.1" }));
  // Until the lock is minutes long, so that it is still there when the last is asked.
  for (let i = 0; i < 18; i++) {
    await door.signIn("wrong wrong wrong", { from: `10.0.4.${i}` });
    if (i >= 9 && i < 17) w.clock.offset += 5 * 2 ** (i - 9) * 1000 + 500;
  }
  expect((await door.signIn(password, { from: "10.0.3.2" })).status).toBe(429);
  expect((await door.signIn(password, { from: "10.0.3.1", headers: { cookie } })).status).toBe(201);
  for (let i = 0; i < 38; i++)
    await door.post("/v1/sessions", { account: "x", user: `u${i}`, password: "p" }, { from: "10.0.3.1" });
  expect((await door.signIn(password, { from: "10.0.3.1" })).status).toBe(429);
  expect((await door.signIn(password, { from: "10.0.3.1", headers: { cookie } })).status).toBe(201);
  const other = await world();
  const foreign = cookiesOf(await edge(other).signIn());
  expect((await door.signIn(password, { from: "10.0.3.3", headers: { cookie: foreign } })).status).toBe(429);
  w.clock.offset = 0;
});

test("a new password takes the old one, is not a weak one, and ends the other sessions", async () => {
  const w = await world();
  const door = edge(w);
  const open = async () => ({
    authorization: `Bearer ${((await (await door.signIn()).json()) as { accessToken: string }).accessToken}`,
  });
  const [mine, other] = [await open(), await open()];
  const change = async (body: object) => (await door.post("/v1/password", body, { headers: mine })).status;
  expect(await change({ password: "wrong wrong wrong", newPassword: "another fine password" })).toBe(400);
  expect(await change({ newPassword: "another fine password" })).toBe(400);
  expect(await change({ password, newPassword: "password1234" })).toBe(400);
  expect(await change({ password, newPassword: "another fine password" })).toBe(200);
  expect((await door.send("/v1/viewer", { headers: mine })).status).toBe(200);
  expect((await door.send("/v1/viewer", { headers: other })).status).toBe(401);
  expect((await door.signIn()).status).toBe(401);
  expect((await door.signIn("another fine password")).status).toBe(201);
  const [row] = await w.db.select().from(users).where(eq(users.id, w.userId));
  expect(row!.passwordHash).toMatch(/^scrypt\.16384\./);
});

test("guessing the password in an open session is locked as well", async () => {
  const w = await world();
  const door = edge(w);
  const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
  const answers = [];
  for (let i = 0; i < 6; i++)
    answers.push(
      (
        await door.post(
          "/v1/password",
          { password: `guess number ${i}`, newPassword: "another fine password" },
          { headers: { authorization: `Bearer ${accessToken}` } },
        )
      ).status,
    );
  expect(answers).toEqual([400, 400, 400, 400, 400, 429]);
});

test("what was counted names nobody", async () => {
  const w = await world();
  await edge(w).signIn("wrong wrong wrong");
  const kept = JSON.stringify(await w.db.select().from(failedAttempts));
  expect(kept).not.toContain(w.account);
});
