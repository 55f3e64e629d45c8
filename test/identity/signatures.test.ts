import { accessKeys, users } from "@flyloft/db";
import { agentDoor } from "@flyloft/functions/agents";
import { issueAccessKey } from "@flyloft/functions/identity";
import { signRequest } from "@flyloft/functions/identity/http-signature";
import { anonymous, type HttpEnv } from "@flyloft/functions/kernel";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { world } from "../kit/world.ts";

type Over = {
  method?: string;
  path?: string;
  body?: string;
  headers?: Record<string, string>;
  created?: number;
  nonce?: string;
  keyId?: string;
  secret?: string;
};
const origin = "http://flyloft.test";
const registration = {
  name: "machine",
  version: "1.0.0",
  capabilities: [],
  runtimes: [],
  host: { hostname: "machine", os: "linux", arch: "x64", cpus: 2, memoryBytes: 4e9, address: "127.0.0.1" },
};

/** An agent with a key of its own; `over` is what somebody changes on the way. */
async function signer() {
  const made = await world();
  const { owner, userId, projectId, db } = made;
  const key = await db.transaction((tx) =>
    issueAccessKey(
      { tx, newId: owner.newId, secrets: owner.secrets },
      { userId, projectId, description: "test", system: false },
    ),
  );
  const door = new Hono<HttpEnv>()
    .use("*", async (c, next) => {
      c.set("ctx", { ...owner, actor: anonymous });
      await next();
    })
    .route("/", agentDoor());
  async function send(method: string, path: string, body: object | null, over: Over = {}) {
    const text = body ? JSON.stringify(body) : "";
    const { created = Math.floor(made.owner.now().getTime() / 1000), nonce = randomUUID() } = over;
    const signed = { keyId: over.keyId ?? key.keyId, secret: over.secret ?? key.secret };
    const headers = {
      ...signRequest({ method, url: origin + path, body: text }, signed, { created, nonce }),
      ...over.headers,
    };
    const sent = over.body ?? text;
    const answer = await door.request(origin + (over.path ?? path), {
      method: over.method ?? method,
      headers,
      ...(sent !== "" && { body: sent }),
    });
    return { status: answer.status, body: (await answer.text()) || "" };
  }
  const { body } = await send("PUT", "/agent/v1/registration", registration);
  const { agentId } = JSON.parse(body) as { agentId: string };
  return {
    ...made,
    key,
    send,
    agentId,
    report: (over?: Over) =>
      send("POST", `/agent/v1/observations?agent=${agentId}`, { observations: [], events: [] }, over),
  };
}

test("a signed request is accepted", async () => {
  const { report } = await signer();
  expect(await report()).toEqual({ status: 204, body: "" });
});

const now = () => Math.floor(Date.now() / 1000);
const changes: [string, (made: Awaited<ReturnType<typeof signer>>) => Over][] = [
  ["another body", () => ({ body: '{"observations":[],"events":[ ]}' })],
  ["no body", () => ({ body: " " })],
  ["another path", ({ agentId }) => ({ path: `/agent/v1/logs?agent=${agentId}` })],
  ["another query", ({ agentId }) => ({ path: `/agent/v1/observations?agent=${agentId}&x=1` })],
  ["no query", () => ({ path: "/agent/v1/observations" })],
  ["another method", () => ({ method: "PUT" })],
  [
    "a digest of another body",
    () => ({ headers: { "content-digest": "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:" } }),
  ],
  ["no digest", () => ({ headers: { "content-digest": "" } })],
  ["a time long ago", () => ({ created: now() - 301 })],
  ["a time to come", () => ({ created: now() + 310 })],
  ["another secret", () => ({ secret: "x".repeat(43) })],
  ["an unknown key", () => ({ keyId: "key_00000000000000000000000000" })],
  [
    "fewer covered parts",
    () => ({
      headers: {
        "signature-input": `flyloft=("@method" "@path");created=${now()};nonce="12345678";keyid="k";alg="hmac-sha256"`,
      },
    }),
  ],
  ["no signature", () => ({ headers: { signature: "" } })],
  ["a signature of another length", () => ({ headers: { signature: "flyloft=:AAAA:" } })],
  [
    "another algorithm",
    () => ({
      headers: {
        "signature-input": `flyloft=("@method" "@path" "@query" "content-digest");created=${now()};nonce="12345678";keyid="k";alg="none"`,
      },
    }),
  ],
];
test.each(changes)("%s is refused", async (_, change) => {
  const made = await signer();
  const { status, body } = await made.report(change(made));
  expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 401, code: "unauthenticated" });
});

test("a request that is sent again is refused, also when both come at once", async () => {
  const { report } = await signer();
  const nonce = randomUUID();
  const created = now();
  const both = await Promise.all([1, 2, 3].map(() => report({ nonce, created })));
  expect(both.map(({ status }) => status).sort()).toEqual([204, 401, 401]);
  expect((await report({ nonce, created })).status).toBe(401);
});

test("a nonce is the key's own: another key may use the same", async () => {
  const [one, other] = [await signer(), await signer()];
  const nonce = randomUUID();
  expect([(await one.report({ nonce })).status, (await other.report({ nonce })).status]).toEqual([204, 204]);
});

test("a key that was turned off, and one whose owner was, are refused at once", async () => {
  const { report, db, key, userId } = await signer();
  await db.update(accessKeys).set({ enabled: false }).where(eq(accessKeys.id, key.keyId));
  expect((await report()).status).toBe(401);
  await db.update(accessKeys).set({ enabled: true }).where(eq(accessKeys.id, key.keyId));
  expect((await report()).status).toBe(204);
  await db.update(users).set({ enabled: false }).where(eq(users.id, userId));
  expect((await report()).status).toBe(401);
});

test("an agent of another tenant does not exist, whatever key signs", async () => {
  const [mine, theirs] = [await signer(), await signer()];
  const path = (what: string) => `/agent/v1/${what}agent=${theirs.agentId}`;
  const tries = [
    mine.send("GET", path("changes?after=0&"), null),
    mine.send("POST", path("observations?"), { observations: [], events: [] }),
    mine.send("POST", path("logs?"), { chunks: [] }),
    mine.send("GET", path("artifacts/pkg_1?"), null),
  ];
  for (const { status, body } of await Promise.all(tries))
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 404, code: "not_found" });
});

test("odd characters in path and query are signed as they are sent", async () => {
  const { send, agentId } = await signer();
  const path = `/agent/v1/artifacts/a%20b%2Fc?agent=${agentId}&x=%C3%A4+%26`;
  expect((await send("GET", path, null)).status).toBe(404);
});
