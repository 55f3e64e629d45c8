import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { accessKeys, auditSeals, resources, signingKeys, totpSecrets } from "@flyloft/db";
import { authenticateCall } from "@flyloft/functions/engines";
import { rotateSigningKey, sealAudit } from "@flyloft/functions/identity";
import { makeSecretBox, resealEverything, sealedColumns, sealedForm } from "@flyloft/functions/kernel";
import { root } from "@flyloft/infra/local/bundle";
import { getTableName } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { anEngine } from "../engines/an-engine.ts";
import { serve } from "../engines/serve.ts";
import { edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const password = "correct horse battery";
const fresh = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const w = await world();
const sql = postgres(w.databaseUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** A world in which everything that can be sealed is. */
const door = edge(w);
const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
const headers = { authorization: `Bearer ${accessToken}` };
const made = (await (await door.post("/v1/access-keys", { password }, { headers })).json()) as { secret: string };
await door.post("/v1/second-factors/totp", { password }, { headers });
const vpc = (await (
  await door.post("/v1/resources", { kind: "vpc", name: "vpc", attributes: { cidr: "10.0.0.0/16" } }, { headers })
).json()) as { id: string };
const cache = await door.post(
  "/v1/resources",
  {
    kind: "cache",
    name: "cache",
    vpcId: vpc.id,
    attributes: { host: "cache.test", port: 6379, password: "the cache's own" },
  },
  { headers },
);
expect(cache.status).toBe(201);
await sealAudit(w.owner);
const engine = await serve(w, await anEngine(w.owner, { authentication: true }), { authenticate: authenticateCall });
const token = { authorization: "Bearer of.no.use" };
expect((await fetch(`${engine.url}/v4/default/registry/microservices`, { headers: token })).status).toBe(401);

describe("a sealed text", () => {
  const box = makeSecretBox(fresh("k1", 1));
  const sealed = box.seal("secret", "place/1");

  test("opens in its place and nowhere else, and not after any change", () => {
    expect(sealed).toMatch(sealedForm);
    expect(box.open(sealed, "place/1")).toBe("secret");
    expect(() => box.open(sealed, "place/2")).toThrow();
    for (let i = 0; i < sealed.length; i++) {
      const changed = `${sealed.slice(0, i)}${sealed[i] === "A" ? "B" : "A"}${sealed.slice(i + 1)}`;
      expect(() => box.open(changed, "place/1"), changed).toThrow();
    }
    for (const other of [`${sealed}=`, ` ${sealed}`, `${sealed}.`, sealed.split(".").slice(0, 3).join("."), ""])
      expect(() => box.open(other, "place/1")).toThrow();
  });

  test("does not open with a part of its tag, nor written in another way", () => {
    const [id, iv, tag, body] = sealed.split(".") as [string, string, string, string];
    for (const length of [0, 4, 8, 12, 15]) {
      const cut = Buffer.from(tag, "base64url").subarray(0, length).toString("base64url");
      expect(() => box.open([id, iv, cut, body].join("."), "place/1")).toThrow();
    }
    const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const same = [...last]
      .map((one) => tag.slice(0, -1) + one)
      .filter((one) => Buffer.from(one, "base64url").equals(Buffer.from(tag, "base64url")));
    expect(same.length).toBeGreaterThan(1);
    expect(
      same
        .filter((one) => one !== tag)
        .every((one) => throws(() => box.open([id, iv, one, body].join("."), "place/1"))),
    ).toBe(true);
  });
});
const throws = (work: () => unknown) => {
  try {
    work();
    return false;
  } catch {
    return true;
  }
};

type Column = { table_name: string; column_name: string };
const columns = await sql<Column[]>`
  select table_name, column_name from information_schema.columns
  where table_schema = 'public' and data_type in ('text', 'json', 'jsonb', 'character varying')`;
const sealedNames = sealedColumns.map(({ table, column }) => `${getTableName(table)}.${column.name}`).sort();

const sealedText = String.raw`(^|")\w+\.[\w-]{16}\.[\w-]{22}\.[\w-]*("|$)`;

test("every column that holds a sealed text is in the list, and each in the list holds one", async () => {
  // Answers of a day, with whatever they held.
  const passing = ["idempotency_keys.output"];
  const found = [];
  for (const { table_name, column_name } of columns) {
    const [row] = await sql`select 1 from ${sql(table_name)} where ${sql(column_name)}::text ~ ${sealedText} limit 1`;
    if (row && !passing.includes(`${table_name}.${column_name}`)) found.push(`${table_name}.${column_name}`);
  }
  expect(found.sort()).toEqual(sealedNames);
});

test("a column whose name speaks of a secret is sealed, or holds only a hash", () => {
  const hashed = /(^|_)hash$/;
  const harmless: Record<string, string> = {
    "signing_keys.public_jwk": "public",
    "passkeys.public_key": "public",
    "passkeys.credential_id": "public",
    "failed_attempts.key": "a digest",
    "idempotency_keys.key": "the caller's own",
    "used_nonces.key_id": "an id",
    "agents.access_key_id": "an id",
    "packages.object_key": "a path",
    "engine_entries.key": "a place in the tree of an engine",
    "engine_restored_entries.key": "a place in the tree of an engine",
    "engine_account_locks.key": "a name and an address",
    "engine_signing_keys.public_key": "public",
  };
  const suspicious = columns
    .filter(
      ({ column_name }) => /secret|passw|private|token|credential|key/.test(column_name) && !hashed.test(column_name),
    )
    .map(({ table_name, column_name }) => `${table_name}.${column_name}`)
    .filter(
      (name) => !sealedNames.includes(name) && !(name in harmless) && !/_variables\.key$|\.variable_key$/.test(name),
    );
  expect(suspicious).toEqual([]);
});

test("no secret is in the database as it is", async () => {
  for (const { table_name, column_name } of columns) {
    const all = JSON.stringify(await sql`select ${sql(column_name)}::text as text from ${sql(table_name)}`);
    for (const secret of [made.secret, password, "the cache's own"])
      expect(all, `${table_name}.${column_name}`).not.toContain(secret);
  }
});

const everything = async () => [
  ...(await w.db.select({ text: signingKeys.privateJwk }).from(signingKeys)),
  ...(await w.db.select({ text: accessKeys.secret }).from(accessKeys)),
  ...(await w.db.select({ text: totpSecrets.secret }).from(totpSecrets)),
  ...(await w.db.select({ text: auditSeals.sealed }).from(auditSeals)),
  ...(await w.db.select({ text: resources.attributes }).from(resources)).map(({ text }) => ({
    text: (text as { password?: string }).password ?? "k2.",
  })),
];

test("everything is sealed anew while the platform runs, so that the old key can go", async () => {
  const both = makeSecretBox(`${fresh("k2", 2)},${w.secretKeys}`);
  const running = edge(w, { secrets: both });
  const work = Array.from({ length: 8 }, () => running.signIn());
  const [{ resealed, failed }, ...answers] = await Promise.all([
    resealEverything({ db: w.db, secrets: both }),
    ...work,
  ]);
  expect(failed).toEqual([]);
  expect(resealed).toBeGreaterThanOrEqual(5);
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(await resealEverything({ db: w.db, secrets: both })).toEqual({ resealed: 0, failed: [] });
  for (const { text } of await everything()) expect(text).toMatch(/^k2\./);
  const alone = edge(w, { secrets: makeSecretBox(fresh("k2", 2)) });
  expect((await alone.signIn()).status).toBe(201);
});

test("what cannot be opened is named and left as it is; the rest is done", async () => {
  const [before] = await w.db.select().from(accessKeys);
  await w.db.update(accessKeys).set({ secret: `${before!.secret.slice(0, -2)}AA` });
  const third = makeSecretBox(`${fresh("k3", 3)},${fresh("k2", 2)}`);
  const { resealed, failed } = await resealEverything({ db: w.db, secrets: third });
  expect(failed).toEqual([`secret of ${before!.id}`]);
  expect(resealed).toBeGreaterThan(2);
  await w.db.update(accessKeys).set({ secret: before!.secret });
});

test("the command does the same, and makes a new signing key; tokens of the old one are good until it is distrusted", async () => {
  const keys = `${fresh("k4", 4)},${fresh("k3", 3)},${fresh("k2", 2)}`;
  const run = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, "infra/entry/rotate-keys.ts"), ...args],
      { env: { ...process.env, DATABASE_URL: w.databaseUrl, SECRET_KEYS: keys } },
    );
    return JSON.parse(stdout) as { resealed: number; failed: string[]; signingKey: string | null };
  };
  const running = edge(w, { secrets: makeSecretBox(keys) });
  const { accessToken: old } = (await (await running.signIn()).json()) as { accessToken: string };
  const status = async () => (await running.send("/v1/viewer", { headers: { authorization: `Bearer ${old}` } })).status;
  const { resealed, failed, signingKey } = await run("--signing-key");
  expect([resealed > 0, failed]).toEqual([true, []]);
  const ids = async () =>
    ((await (await running.send("/v1/jwks.json")).json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
  expect(await ids()).toContain(signingKey);
  expect((await ids()).length).toBeGreaterThan(1);
  expect(await status()).toBe(200);
  await rotateSigningKey({ ...w.owner, secrets: makeSecretBox(keys) }, { distrustOthers: true });
  expect(await ids()).toHaveLength(1);
  // What other processes remember of a key is looked at again after a minute.
  w.clock.offset = 61_000;
  expect(await status()).toBe(401);
  w.clock.offset = 0;
});
