import { recoveryCodes, totpSecrets } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { acceptedStep, base32, codeOf, stepAt } from "../../functions/identity/totp/codes.ts";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const password = "correct horse battery";
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const fromBase32 = (text: string) => {
  const bits = [...text].map((one) => alphabet.indexOf(one).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
};

test("codes are those of RFC 6238, appendix B", () => {
  const secret = Buffer.from("12345678901234567890");
  const vectors: [number, string][] = [
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ];
  for (const [seconds, code] of vectors) expect(codeOf(secret, stepAt(new Date(seconds * 1000)))).toBe(code);
  expect(base32(Buffer.from("Hello!\xde\xad\xbe\xef", "latin1"))).toBe("JBSWY3DPEHPK3PXP");
});

test("a code is good for its step and one to either side, and never again after it was used", () => {
  const secret = Buffer.from("12345678901234567890");
  const at = new Date(1_700_000_010_000);
  const step = stepAt(at);
  const accepted = (off: number, last = 0) => acceptedStep(secret, codeOf(secret, step + off), at, last);
  expect([-2, -1, 0, 1, 2].map((off) => accepted(off))).toEqual([null, step - 1, step, step + 1, null]);
  expect([accepted(0, step), accepted(-1, step - 1), accepted(1, step)]).toEqual([null, null, step + 1]);
  for (const wrong of ["", "12345", "1234567", "abcdef", " 12345"])
    expect(acceptedStep(secret, wrong, at, 0)).toBeNull();
});

async function enrolled() {
  const w = await world();
  const door = edge(w);
  const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  const { secret, address } = (await (
    await door.post("/v1/second-factors/totp", { password }, { headers })
  ).json()) as { secret: string; address: string };
  const bytes = fromBase32(secret);
  // Each code works once, so every use moves on by a step.
  let steps = 0;
  const code = () => {
    w.clock.offset = ++steps * 30_000;
    return codeOf(bytes, stepAt(new Date(Date.now() + w.clock.offset)));
  };
  const confirmed = await door.send("/v1/second-factors/totp", { method: "PATCH", body: { code: code() }, headers });
  const { recoveryCodes: codes } = (await confirmed.json()) as { recoveryCodes: string[] };
  const second = (ticket: string, given: string) => door.post("/v1/sessions/second-step", { ticket, code: given });
  const half = async () =>
    (await (await door.signIn()).json()) as { secondFactor: string[]; ticket: string; accessToken?: string };
  return { w, door, headers, address, secret, code, codes, second, half, bytes };
}

test("a second factor is asked for once it was confirmed, and the session knows of it (BEY-03)", async () => {
  const { w, door, address, code, codes, second } = await enrolled();
  expect(address).toMatch(/^otpauth:\/\/totp\/Flyloft%3Aowner%40.*secret=[A-Z2-7]{32}&issuer=Flyloft$/);
  expect(codes).toHaveLength(10);
  const answer = await door.signIn();
  expect(answer.status).toBe(202);
  expect(answer.headers.getSetCookie().some((cookie) => cookie.includes("access"))).toBe(false);
  const { secondFactor, ticket } = (await answer.json()) as { secondFactor: string[]; ticket: string };
  expect(secondFactor).toEqual(["totp", "recovery"]);
  const opened = await second(ticket, code());
  expect(opened.status).toBe(201);
  const { accessToken } = (await opened.json()) as { accessToken: string };
  const sessions = (await (
    await door.send("/v1/sessions", { headers: { authorization: `Bearer ${accessToken}` } })
  ).json()) as { current: boolean; mfa: boolean }[];
  expect(sessions.filter(({ mfa }) => mfa)).toEqual([expect.objectContaining({ current: true })]);
  w.clock.offset = 0;
});

test("a ticket is good for one session, for five minutes, and says nothing when it was changed", async () => {
  const { w, code, second, half } = await enrolled();
  const { ticket } = await half();
  expect((await second(ticket, "000000")).status).toBe(401);
  expect((await second(ticket, code())).status).toBe(201);
  expect((await second(ticket, code())).status).toBe(401);
  const { ticket: fresh } = await half();
  const [id, iv, tag, body] = fresh.split(".") as [string, string, string, string];
  const changed = [
    `${fresh}=`,
    `${fresh} `,
    `${fresh}A`,
    [id, iv, tag.slice(0, 6), body].join("."),
    [id, iv, tag, `${body.slice(0, -2)}AA`].join("."),
    [id, tag, iv, body].join("."),
    "",
    "...",
    `x.${iv}.${tag}.${body}`,
  ];
  for (const one of changed) expect((await second(one, code())).status).toBe(401);
  const last = code();
  w.clock.offset += 301_000;
  expect((await second(fresh, last)).status).toBe(401);
  w.clock.offset = 0;
});

test("a code opens one session, also for two who bring it at once", async () => {
  const { w, code, second, half } = await enrolled();
  const tickets = [(await half()).ticket, (await half()).ticket, (await half()).ticket];
  const one = code();
  const answers = await Promise.all(tickets.map((ticket) => second(ticket, one)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  w.clock.offset = 0;
});

test("a recovery code works once, however it is written; only hashes are kept", async () => {
  const { w, codes, second, half } = await enrolled();
  const spoken = codes[0]!.toUpperCase().replaceAll("-", " ");
  expect((await second((await half()).ticket, spoken)).status).toBe(201);
  expect((await second((await half()).ticket, codes[0]!)).status).toBe(401);
  const kept = await w.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, w.userId));
  expect(kept).toHaveLength(9);
  for (const code of codes) expect(JSON.stringify(kept)).not.toContain(code);
  w.clock.offset = 0;
});

test("guessing codes is locked after five, with a ticket of one's own or of another", async () => {
  const { w, code, second, half } = await enrolled();
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push((await second((await half()).ticket, String(100_000 + i))).status);
  expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await second((await half()).ticket, code())).status).toBe(201);
  w.clock.offset = 0;
});

test("a key can be made with a code instead of the password, and only with one that is not used (IAM-23)", async () => {
  const { w, door, headers, code } = await enrolled();
  const one = code();
  expect((await door.post("/v1/access-keys", { code: one }, { headers })).status).toBe(201);
  expect((await door.post("/v1/access-keys", { code: one }, { headers })).status).toBe(400);
  w.clock.offset = 0;
});

test("the secret is sealed; it is told once and cannot be replaced without being removed, which takes a proof", async () => {
  const { w, door, headers, secret, bytes, code } = await enrolled();
  const kept = JSON.stringify(await w.db.select().from(totpSecrets));
  for (const told of [secret, bytes.toString("base64url"), bytes.toString("hex")]) expect(kept).not.toContain(told);
  expect((await door.post("/v1/second-factors/totp", { password }, { headers })).status).toBe(409);
  expect((await door.post("/v1/second-factors/totp/remove", {}, { headers })).status).toBe(400);
  expect((await door.post("/v1/second-factors/totp/remove", { code: code() }, { headers })).status).toBe(200);
  expect((await door.signIn()).status).toBe(201);
  w.clock.offset = 0;
});

test("GraphQL tells of the second step by a refusal that carries the ticket", async () => {
  const { w, door, code } = await enrolled();
  const input = { account: w.account, user: "owner", password };
  const { errors } = await door.gql("mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }", {
    input,
  });
  const { code: kind, secondFactor, ticket } = errors![0]!.extensions;
  expect([kind, secondFactor]).toEqual(["unauthenticated", ["totp", "recovery"]]);
  const { data } = await door.gql(
    "mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { accessToken } }",
    { input: { ticket, code: code() } },
  );
  expect(data.completeSignIn.accessToken).toMatch(/^eyJ/);
  w.clock.offset = 0;
});
