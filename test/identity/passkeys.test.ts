import { users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { authenticator } from "../kit/authenticator.ts";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const password = "correct horse battery";
type Begun = { ticket: string; options: { challenge: string; rpId: string; allowCredentials: { id: string }[] } };

async function signedIn() {
  const w = await world();
  const door = edge(w);
  const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  const begin = async () => (await (await door.post("/v1/passkeys/begin", { password }, { headers })).json()) as Begun;
  const add = (ticket: string, response: object) =>
    door.post("/v1/passkeys", { ticket, name: "laptop", response }, { headers });
  const options = async (given: object = {}) =>
    (await (await door.post("/v1/sessions/passkey-options", given)).json()) as Begun;
  const enter = (ticket: string, response: object) => door.post("/v1/sessions/passkey", { ticket, response });
  return { w, door, headers, begin, add, options, enter };
}

async function withPasskey() {
  const given = await signedIn();
  const device = authenticator();
  const { ticket, options } = await given.begin();
  const made = await given.add(ticket, device.create({ challenge: options.challenge }));
  expect(made.status).toBe(201);
  return { ...given, device, passkey: (await made.json()) as { id: string } };
}

test("a passkey alone signs in, as two proofs, when it asked for its owner (BEY-03)", async () => {
  const { door, device, options, enter } = await withPasskey();
  const { ticket, options: asked } = await options();
  expect([asked.rpId, asked.allowCredentials]).toEqual(["flyloft.test", []]);
  const opened = await enter(ticket, device.get({ challenge: asked.challenge }));
  expect(opened.status).toBe(201);
  const { accessToken } = (await opened.json()) as { accessToken: string };
  const list = (await (
    await door.send("/v1/sessions", { headers: { authorization: `Bearer ${accessToken}` } })
  ).json()) as { current: boolean; method: string; mfa: boolean }[];
  expect(list.find(({ current }) => current)).toMatchObject({ method: "passkey", mfa: true });
});

test("a passkey is the second step after a password, also without asking for its owner", async () => {
  const { door, device, options, enter } = await withPasskey();
  const half = (await (await door.signIn()).json()) as { secondFactor: string[]; ticket: string };
  expect(half.secondFactor).toEqual(["passkey"]);
  const { ticket, options: asked } = await options({ ticket: half.ticket });
  expect(asked.allowCredentials).toHaveLength(1);
  expect((await enter(ticket, device.get({ challenge: asked.challenge, verified: false }))).status).toBe(201);
});

test("wrong answers of a passkey are refused: another site, another challenge, nobody present, a copy, another key", async () => {
  const { device, options, enter } = await withPasskey();
  const stranger = authenticator();
  const tries: ((challenge: string) => object)[] = [
    (challenge) => device.get({ challenge, origin: "http://flyloft.test.evil.test" }),
    (challenge) => device.get({ challenge, rpId: "evil.test" }),
    () => device.get({ challenge: Buffer.from("another challenge").toString("base64url") }),
    (challenge) => device.get({ challenge, verified: false }),
    (challenge) => device.get({ challenge, present: false, verified: false }),
    (challenge) => device.get({ challenge, counter: 0 }),
    (challenge) => stranger.get({ challenge }),
    (challenge) => ({
      ...stranger.get({ challenge }),
      id: device.get({ challenge }).id,
      rawId: device.get({ challenge }).id,
    }),
    (challenge) => device.create({ challenge }),
    () => ({}),
    () => ({ id: 7, response: null }),
    (challenge) => ({
      ...device.get({ challenge }),
      response: { clientDataJSON: "!", authenticatorData: "", signature: "" },
    }),
  ];
  for (const [i, make] of tries.entries()) {
    const { ticket, options: asked } = await options();
    expect((await enter(ticket, make(asked.challenge))).status, `try ${i}`).toBe(401);
  }
  const { ticket, options: asked } = await options();
  expect((await enter(ticket, device.get({ challenge: asked.challenge }))).status).toBe(201);
});

test("an answer opens one session, within five minutes, and not for another user's first step", async () => {
  const { w, device, options, enter } = await withPasskey();
  const { ticket, options: asked } = await options();
  const answer = device.get({ challenge: asked.challenge });
  expect((await enter(ticket, answer)).status).toBe(201);
  expect((await enter(ticket, device.get({ challenge: asked.challenge }))).status).toBe(401);
  const other = await withPasskey();
  const half = (await (await other.door.signIn()).json()) as { ticket: string };
  const second = await options({ ticket: half.ticket });
  expect((await enter(second.ticket, device.get({ challenge: second.options.challenge }))).status).toBe(401);
  const late = await options();
  w.clock.offset = 301_000;
  expect((await enter(late.ticket, device.get({ challenge: late.options.challenge }))).status).toBe(401);
  w.clock.offset = 0;
  await w.db.update(users).set({ enabled: false }).where(eq(users.id, w.userId));
  const disabled = await options();
  expect((await enter(disabled.ticket, device.get({ challenge: disabled.options.challenge }))).status).toBe(401);
});

test("adding a passkey takes a proof, the right site and one's own ticket; one device is added once", async () => {
  const { door, headers, begin, add } = await signedIn();
  expect((await door.post("/v1/passkeys/begin", {}, { headers })).status).toBe(400);
  const device = authenticator();
  const wrong = await begin();
  expect(
    (await add(wrong.ticket, device.create({ challenge: wrong.options.challenge, origin: "http://evil.test" }))).status,
  ).toBe(400);
  expect((await add(wrong.ticket, { id: "x" })).status).toBe(400);
  const other = await signedIn();
  expect((await other.add(wrong.ticket, device.create({ challenge: wrong.options.challenge }))).status).toBe(400);
  expect((await add(wrong.ticket, device.create({ challenge: wrong.options.challenge }))).status).toBe(201);
  const again = await begin();
  expect((await add(again.ticket, device.create({ challenge: again.options.challenge }))).status).toBe(400);
});

test("a deleted passkey signs in no more", async () => {
  const { door, headers, device, passkey, options, enter } = await withPasskey();
  expect((await door.post(`/v1/passkeys/${passkey.id}/delete`, {}, { headers })).status).toBe(400);
  expect((await door.post(`/v1/passkeys/${passkey.id}/delete`, { password }, { headers })).status).toBe(200);
  const { ticket, options: asked } = await options();
  expect((await enter(ticket, device.get({ challenge: asked.challenge }))).status).toBe(401);
  expect((await door.signIn()).status).toBe(201);
});
