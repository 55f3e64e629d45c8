import { generateKeyPairSync, randomUUID } from "node:crypto";
import { signingKeys } from "@flyloft/db";
import { authenticate, currentSigningKey, signRequest } from "@flyloft/functions/identity";
import { anonymous, isDomainError } from "@flyloft/functions/kernel";
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { afterAll, describe, expect, test } from "vitest";
import { hashApiToken, looksLikeApiToken, makeApiToken } from "../../functions/identity/tokens/api-token-text.ts";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const w = await world({ limits: { requestsPerSecond: 1_000_000 } });
const door = edge(w);
const ctx = { ...w.owner, actor: anonymous };
const { accessToken, refreshToken, sessionId } = (await (await door.signIn()).json()) as {
  accessToken: string;
  refreshToken: string;
  sessionId: string;
};
const owner = { headers: { authorization: `Bearer ${accessToken}` } };
const key = (await (await door.post("/v1/access-keys", { password: "correct horse battery" }, owner)).json()) as {
  id: string;
  secret: string;
};
const { token } = (await (
  await door.post(
    "/v1/api-tokens",
    { name: "x", actions: ["*:*:*"], expiresAt: new Date(Date.now() + 3_600_000).toISOString() },
    owner,
  )
).json()) as { token: string };

// The seed is told when something goes wrong, and can be given to see it again.
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
let state = seed;
const random = (below: number) => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
  return (state >>> 0) % below;
};
const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
const odd = [
  "",
  ".",
  "..",
  "/",
  "\\",
  "'",
  '"',
  ";",
  "=",
  "==",
  " ",
  "%00",
  "%2e",
  "+",
  "-",
  "_",
  "A",
  "0",
  "é",
  "💥".slice(0, 1),
  "null",
  "undefined",
  "{}",
  "[]",
  "Bearer",
  "flt_",
  "eyJ",
  "x".repeat(300),
];
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, "?");

/** One random change: a character, a piece, an insertion, a repetition, another order. */
function changed(text: string): string {
  const at = random(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const how = random(7);
  if (how === 0) return before + pick(odd) + after;
  if (how === 1) return before + after.slice(1 + random(8));
  if (how === 2) return before + String.fromCharCode(33 + random(94)) + after.slice(1);
  if (how === 3) return text.split("").reverse().join("");
  if (how === 4) return before;
  if (how === 5) return text + text;
  return changed(changed(text));
}

let cases = 0;
const entered: string[] = [];
const crashed: string[] = [];
/** Nobody gets in, and every refusal is one of ours. */
async function refused(
  what: string,
  headers: Record<string, string>,
  { method = "GET", path = "/v1/viewer", body = "" } = {},
) {
  cases++;
  let request: Request;
  try {
    request = new Request(`http://flyloft.test${path}`, { method, headers });
  } catch {
    return;
  }
  try {
    await authenticate(ctx, request, new TextEncoder().encode(body));
    entered.push(`${what} (seed ${seed}): ${JSON.stringify(headers)}`);
  } catch (error) {
    if (!isDomainError(error)) crashed.push(`${what} (seed ${seed}): ${String((error as Error).stack)}`);
  }
}
const bearer = (one: string) => ({ authorization: `Bearer ${printable(one)}` });
const b64 = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

describe("none of ten thousand is let in, none is a fault of ours:", () => {
  test("tokens of sessions with every trick of the algorithm, other keys, times, audiences and claims", async () => {
    const { kid, key: ours } = await currentSigningKey(ctx);
    const [row] = await w.db.select().from(signingKeys);
    const published = row!.publicJwk as JWK;
    const foreign = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: "flyloft",
      aud: "flyloft:api",
      sub: w.userId,
      sid: sessionId,
      prj: w.projectId,
      iat: now,
      exp: now + 600,
    };
    const header = { alg: "EdDSA", kid, typ: "at+jwt" };
    const sign = (payload: object, head: object = header, by: unknown = ours) =>
      new SignJWT(payload as never).setProtectedHeader(head as never).sign(by as never);
    expect(
      (await authenticate(ctx, new Request("http://flyloft.test/", { headers: bearer(await sign(claims)) }), null)).id,
    ).toBe(w.userId);

    const [, payload, signature] = accessToken.split(".") as [string, string, string];
    for (const alg of ["none", "None", "NONE", "nOnE", "", null, 0, [], "HS256", "EdDSA "])
      for (const end of ["", signature, b64("x")])
        await refused("alg", bearer(`${b64({ ...header, alg })}.${payload}.${end}`));
    const asSecrets = [
      published.x!,
      JSON.stringify(published),
      kid,
      "",
      Buffer.from(published.x!, "base64url").toString("latin1"),
    ];
    for (const secret of asSecrets)
      for (const alg of ["HS256", "HS384", "HS512"]) {
        const bytes = new TextEncoder().encode(secret.padEnd(64, "\0"));
        await refused("hmac by public key", bearer(await sign(claims, { ...header, alg }, bytes)));
      }
    for (const [alg, by] of [
      ["RS256", rsa],
      ["PS256", rsa],
      ["ES256", ec],
      ["EdDSA", foreign.privateKey],
    ] as const) {
      const jwk = await exportJWK(foreign.publicKey);
      for (const extra of [
        {},
        { jwk },
        { jku: "http://evil.test/jwks" },
        { x5u: "http://evil.test" },
        { kid: "key_unknown" },
        { kid: undefined },
      ])
        await refused("foreign key", bearer(await sign(claims, { ...header, alg, ...extra }, by)));
    }
    for (const strange of ["../../dev/null", "' or 1=1 --", "", 7, null, [kid], { kid }, "x".repeat(5000), "__proto__"])
      await refused("kid", bearer(`${b64({ ...header, kid: strange })}.${payload}.${signature}`));
    const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([one]) => one !== name));
    for (const name of ["sub", "sid", "prj", "iss", "aud", "exp", "iat"])
      await refused(`no ${name}`, bearer(await sign(without(name))));
    for (const change of [
      { exp: now - 10 },
      { exp: now - 100_000 },
      { exp: 0 },
      { exp: -1 },
      { nbf: now + 60 },
      { iat: now + 60 },
      { iat: now - 1000 },
      { aud: "other" },
      { aud: ["other"] },
      { aud: "" },
      { iss: "other" },
      { iss: ["other"] },
      { iss: `${claims.iss} ` },
      { sub: "usr_other" },
      { sub: "" },
      { sid: "ses_other" },
      { sid: "" },
      { sid: "' or true --" },
      { sid: "%" },
    ])
      await refused(JSON.stringify(change), bearer(await sign({ ...claims, ...change })));
    for (const change of [
      { sub: 7 },
      { sub: null },
      { sid: [sessionId] },
      { sid: { id: sessionId } },
      { exp: "tomorrow" },
      { exp: null },
      { exp: [] },
      { aud: 7 },
      { prj: null },
      { nbf: "x" },
    ])
      await refused(
        JSON.stringify(change),
        bearer(
          await new SignJWT({})
            .setProtectedHeader(header)
            .sign(ours as never)
            .then(() => signRaw({ ...claims, ...change })),
        ),
      );
    for (const typ of ["JWT", "id+jwt", "", "AT+JWTS", undefined])
      await refused(`typ ${typ}`, bearer(await sign(claims, { ...header, typ })));
    for (const crit of [["x"], ["exp"], [], "x"])
      await refused("crit", bearer(`${b64({ ...header, crit })}.${payload}.${signature}`));

    async function signRaw(body: object): Promise<string> {
      const text = `${b64(header)}.${b64(body)}`;
      const made = await crypto.subtle.sign("Ed25519", ours as CryptoKey, new TextEncoder().encode(text));
      return `${text}.${Buffer.from(made).toString("base64url")}`;
    }
    for (let i = 0; i < 3_500; i++) {
      const one = printable(changed(accessToken));
      if (one.trim() !== accessToken) await refused("changed token", bearer(one));
    }
  });

  test("signed requests with changed headers, paths, bodies, times and keys", async () => {
    const base = { method: "POST", path: "/v1/applications?a=1&b=2", body: '{"name":"shop"}' };
    const now = () => Math.floor(Date.now() / 1000);
    const fresh = (change: Partial<typeof base> = {}, by = key, created = now(), nonce = randomUUID()) => {
      const { method, path, body } = { ...base, ...change };
      return signRequest(
        { method, url: `http://flyloft.test${path}`, body },
        { keyId: by.id, secret: by.secret },
        { created, nonce },
      ) as Record<string, string>;
    };
    for (let i = 0; i < 1_500; i++) {
      const headers = fresh();
      const name = pick(["content-digest", "signature-input", "signature"]);
      const one = printable(changed(headers[name]!));
      if (one.trim() === headers[name]) continue;
      await refused(`changed ${name}`, { ...headers, [name]: one }, base);
    }
    for (let i = 0; i < 700; i++) {
      const what = random(4);
      const other = { ...base };
      if (what === 0) other.path = `/v1/${pick(["environments", "viewer", "users"])}?${randomUUID()}`;
      else if (what === 1) other.body = changed(base.body);
      else if (what === 2) other.method = pick(["PUT", "PATCH", "DELETE"]);
      else other.path = `/v1/applications?${pick(["a=1", "b=2&a=1", "a=1&b=2&", "a=1&b=2&c", "A=1&b=2"])}`;
      if (other.body === base.body && other.path === base.path && other.method === base.method) continue;
      await refused("changed request", fresh(), other);
    }
    for (let i = 0; i < 400; i++) {
      const off = (301 + random(10_000_000)) * pick([1, -1]);
      await refused("time", fresh({}, key, now() + off), base);
      const [secret, id] = [changed(key.secret), printable(changed(key.id)).replace(/["\\]/g, "")];
      if (secret !== key.secret) await refused("secret", fresh({}, { ...key, secret }), base);
      if (id !== key.id) await refused("key", fresh({}, { ...key, id }), base);
    }
    for (let i = 0; i < 400; i++) {
      const parts = [
        '("@method" "@path" "@query" "content-digest")',
        `created=${now()}`,
        `nonce="${randomUUID()}"`,
        `keyid="${key.id}"`,
        'alg="hmac-sha256"',
      ];
      for (let swaps = 0; swaps < 1 + random(3); swaps++)
        parts.splice(
          random(parts.length),
          1,
          pick([
            '("@method")',
            "()",
            'alg="none"',
            'alg="rsa-v1_5-sha256"',
            'keyid=""',
            "created=1e9",
            `created=-${now()}`,
            "expires=1",
            'tag="x"',
            "",
          ]),
        );
      await refused("made-up input", { ...fresh(), "signature-input": `flyloft=${parts.join(";")}` }, base);
    }
  });

  test("API tokens, cookies and odd headers", async () => {
    expect(looksLikeApiToken(token)).toBe(true);
    for (let i = 0; i < 2_000; i++) {
      const one = printable(changed(token));
      if (one.trim() !== token) await refused("changed API token", bearer(one));
      await refused("made-up API token", bearer(makeApiToken()));
    }
    await refused("its hash", bearer(hashApiToken(token)));
    await refused("the refresh token", bearer(refreshToken));
    for (let i = 0; i < 1_500; i++) {
      const cookie = printable(changed(`flyloft_access=${accessToken}`));
      if (cookie.split(";").some((one) => one.trim() === `flyloft_access=${accessToken}`)) continue;
      await refused("changed cookie", { cookie });
      const name = pick(["authorization", "cookie", "signature-input", "x-project-id", "x-request-tags"]);
      await refused("odd header", {
        [name]: printable(Array.from({ length: 1 + random(6) }, () => pick(odd)).join("")),
      });
    }
  });

  afterAll(() => {
    expect(entered).toEqual([]);
    expect(crashed).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(10_000);
  });
});

test("through the whole door a thousand odd requests are refused, none with 5xx", async () => {
  const wrong: string[] = [];
  const paths = [
    "/v1/viewer",
    "/graphql",
    "/agent/v1/changes",
    "/v1/sessions",
    "/v1/sessions/refresh",
    "/v1/sessions/second-step",
    "/v1/sessions/passkey",
    "/v1/sessions/passkey-options",
    "/v1/sign-in/openid/x/callback",
  ];
  const bodies = [
    "",
    "{",
    "[]",
    "null",
    "7",
    '"x"',
    '{"refreshToken":{}}',
    '{"refreshToken":"."}',
    '{"ticket":"a.b.c.d","code":"123456","response":{}}',
    '{"account":"a","user":"b","password":{"$gt":""}}',
    '{"account":"\\u0000","user":"\\u0000","password":"\\u0000"}',
    '{"query":7}',
    '{"query":"{","variables":[]}',
    '{"query":"{ viewer { id } }","operationName":{}}',
    '{"extensions":{"persistedQuery":7}}',
  ];
  for (let i = 0; i < 1_000; i++) {
    const method = pick(["GET", "POST", "PUT", "DELETE"]);
    const headers: Record<string, string> = {
      accept: pick(["*/*", "application/json", "text/event-stream", "text/html"]),
    };
    if (random(2))
      headers["authorization"] = printable(
        `${pick(["Bearer", "bearer", "Basic", "", "Bearer  "])} ${changed(pick([accessToken, token]))}`,
      ).trim();
    if (random(3) === 0)
      headers["cookie"] = printable(changed(`flyloft_access=${accessToken}; flyloft_refresh=${refreshToken}`));
    if (random(4) === 0) headers["x-forwarded-for"] = printable(pick(odd));
    if (random(4) === 0) headers["idempotency-key"] = printable(pick(odd));
    if (method !== "GET")
      headers["content-type"] = pick(["application/json", "text/plain", "application/json; charset=x"]);
    const given = { method, headers, ...(method !== "GET" && { body: pick(bodies) }) };
    let answer: Response;
    try {
      answer = await door.send(pick(paths), given);
    } catch {
      // The header cannot even be sent.
      continue;
    }
    const text = answer.body
      ? await Promise.race([answer.text(), new Promise<string>((resolve) => setTimeout(resolve, 1000, ""))])
      : "";
    if (answer.status >= 500 || /"code":"internal"|at .*\.ts:\d+/.test(text))
      wrong.push(`seed ${seed} ${answer.status} ${JSON.stringify(given)} ${text}`);
  }
  expect(wrong).toEqual([]);
});
