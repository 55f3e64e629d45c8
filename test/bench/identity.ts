import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@flyloft/db";
import { authenticate, signRequest } from "@flyloft/functions/identity";
import { anonymous, defaultLimits, makeSecretBox } from "@flyloft/functions/kernel";
import { databaseUrl, startStack } from "../kit/stack.ts";

const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

async function timed(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work(i);
    took.push(performance.now() - began);
  }
  return median(took);
}

/** What it costs to know who asks, in milliseconds (medians) and statements: over HTTP, and inside the server alone. */
export async function identityCosts() {
  const stack = await startStack({ runtime: "node" });
  const statements: string[] = [];
  const { url } = stack.platform;
  const password = await stack.platform.password();
  const json = { "content-type": "application/json" };
  const post = async <T>(path: string, body: object, headers: object = {}) => {
    const answer = await fetch(new URL(path, url), {
      method: "POST",
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const signIn = () =>
    post<{ accessToken: string }>("/v1/sessions", { account: "flyloft", user: stack.platform.adminUser, password });
  const { secretKeys } = JSON.parse(readFileSync(join(stack.home, "secrets.json"), "utf8")) as { secretKeys: string };
  const { db, close } = openDatabase(databaseUrl(stack.sql.options), {
    connections: 1,
    onStatement: (one) => void statements.push(one),
  });
  try {
    const { accessToken } = await signIn();
    const owner = { authorization: `Bearer ${accessToken}` };
    const key = await post<{ id: string; secret: string }>("/v1/access-keys", { password }, owner);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { token } = await post<{ token: string }>(
      "/v1/api-tokens",
      { name: "bench", actions: ["*:*:*"], expiresAt },
      owner,
    );
    const address = new URL("/v1/viewer", url).href;
    const signed = () =>
      signRequest(
        { method: "GET", url: address, body: "" },
        { keyId: key.id, secret: key.secret },
        { created: Math.floor(Date.now() / 1000), nonce: randomUUID() },
      );
    const proofs = { session: () => owner, token: () => ({ authorization: `Bearer ${token}` }), key: signed };

    let offset = 0;
    const ctx = {
      actor: anonymous,
      db,
      secrets: makeSecretBox(secretKeys),
      limits: { ...defaultLimits, requestsPerSecond: 1_000_000 },
      now: () => new Date(Date.now() + offset),
      sourceIp: "127.0.0.1",
    };
    const costs: Record<string, { coldMs: number; cachedMs: number; statements: number; overHttpMs: number }> = {};
    for (const [name, proof] of Object.entries(proofs)) {
      const once = () => authenticate(ctx, new Request(address, { headers: proof() }), new Uint8Array());
      // What is remembered of signing keys is looked at again after a minute; what is remembered of a key is new once.
      const coldMs = await timed(name === "session" ? 8 : 1, async (i) => {
        offset = name === "session" ? i * 61_000 : 0;
        await once();
      });
      offset = 0;
      await timed(50, once);
      const before = statements.length;
      const times = 400;
      const cachedMs = await timed(times, once);
      const overHttpMs = await timed(200, async () => (await fetch(address, { headers: proof() })).text());
      costs[name] = { coldMs, cachedMs, statements: Math.round((statements.length - before) / times), overHttpMs };
    }
    const health = new URL("/health", url);
    const withoutProofMs = await timed(200, async () => (await fetch(health)).text());
    return { costs, withoutProofMs, signInMs: await timed(15, signIn) };
  } finally {
    await close();
    await stack.remove();
  }
}
