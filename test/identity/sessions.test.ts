import { sessions, users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cookiesOf, edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

type Opened = { accessToken: string; refreshToken: string; expiresIn: number; sessionId: string };
const bearer = (accessToken: string) => ({ headers: { authorization: `Bearer ${accessToken}` } });

test("a user name and a password open a session, for programs by a token and for browsers by cookies (IAM-04)", async () => {
  const door = edge(await world());
  const answer = await door.signIn();
  expect(answer.status).toBe(201);
  const { accessToken, expiresIn } = (await answer.clone().json()) as Opened;
  expect(expiresIn).toBe(900);
  expect((await door.send("/v1/viewer", bearer(accessToken))).status).toBe(200);
  expect((await door.send("/v1/viewer", { headers: { cookie: cookiesOf(answer) } })).status).toBe(200);
  for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/);
});

test("a refresh token works once; used again it ends the session of whoever holds the newer one", async () => {
  const door = edge(await world());
  const first = (await (await door.signIn()).json()) as Opened;
  const renew = async (refreshToken: string) => door.post("/v1/sessions/refresh", { refreshToken });
  const second = (await (await renew(first.refreshToken)).json()) as Opened;
  expect(second.sessionId).toBe(first.sessionId);
  expect((await door.send("/v1/viewer", bearer(second.accessToken))).status).toBe(200);
  expect((await renew(first.refreshToken)).status).toBe(401);
  expect((await door.send("/v1/viewer", bearer(second.accessToken))).status).toBe(401);
  expect((await renew(second.refreshToken)).status).toBe(401);
});

test("a refresh token that never was one ends nobody's session", async () => {
  const door = edge(await world());
  const { accessToken, sessionId, refreshToken } = (await (await door.signIn()).json()) as Opened;
  for (const made of [sessionId, `${sessionId}.`, `${sessionId}.${"A".repeat(43)}`, `${refreshToken}x`, "", "."])
    expect((await door.post("/v1/sessions/refresh", { refreshToken: made })).status).toBe(401);
  expect((await door.send("/v1/viewer", bearer(accessToken))).status).toBe(200);
});

test("twenty who bring the same refresh token at once: one is served", async () => {
  const door = edge(await world());
  const { refreshToken } = (await (await door.signIn()).json()) as Opened;
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => door.post("/v1/sessions/refresh", { refreshToken })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("signing out, the end of the session and a disabled user are felt by the next request", async () => {
  const w = await world();
  const door = edge(w);
  const open = async () => (await (await door.signIn()).json()) as Opened;
  const [one, two, three] = [await open(), await open(), await open()];
  const status = async ({ accessToken }: Opened) => (await door.send("/v1/viewer", bearer(accessToken))).status;
  expect((await door.send("/v1/sessions/current", { method: "DELETE", ...bearer(one.accessToken) })).status).toBe(204);
  expect([await status(one), await status(two)]).toEqual([401, 200]);
  await w.db
    .update(sessions)
    .set({ expiresAt: new Date(0) })
    .where(eq(sessions.id, two.sessionId));
  expect([await status(two), await status(three)]).toEqual([401, 200]);
  await w.db.update(users).set({ enabled: false }).where(eq(users.id, w.userId));
  expect(await status(three)).toBe(401);
  expect((await door.signIn()).status).toBe(401);
});
