import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@flyloft/infra/local/bundle";
import { costOf, documentLimits } from "@flyloft/graphql/document-limits";
import { schema } from "@flyloft/graphql/schema";
import { getIntrospectionQuery, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { cookiesOf, edge } from "../kit/edge.ts";
import { world } from "../kit/world.ts";

const w = await world({ limits: { requestsPerSecond: 10_000 } });
const door = edge(w);
const { accessToken } = (await (await door.signIn()).json()) as { accessToken: string };
const headers = { authorization: `Bearer ${accessToken}` };
const ask = (query: string, variables: object = {}) => door.gql(query, variables, { headers });
const refusal = async (query: string, variables: object = {}) => {
  const { errors } = await ask(query, variables);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "invalid", requestId: expect.stringMatching(/^req_/) });
  return errors![0]!.message;
};

describe("a document", () => {
  const nested = (depth: number) =>
    `{ applications(first: 1) { nodes { ${"components(first: 1) { nodes { application { ".repeat(depth)} id ${"} } } ".repeat(depth)} } } }`;

  test("may be so deep and no deeper", async () => {
    expect((await ask(nested(3))).errors).toBeUndefined();
    expect(await refusal(nested(6))).toMatch(/depth/);
  });

  test("may be so broad, with so many aliases and mutations, and no more", async () => {
    const many = (n: number, field: string) => Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(" ");
    expect((await ask(`{ ${many(50, "viewer { id }")} }`)).errors).toBeUndefined();
    expect(await refusal(`{ ${many(51, "viewer { id }")} }`)).toMatch(/aliases/);
    expect(await refusal(`{ viewer { ${"id ".repeat(101)} } }`)).toMatch(/breadth/);
    expect(await refusal(`mutation { ${many(11, 'createApplication(input: { name: "x" }) { id }')} }`)).toMatch(
      /mutations/,
    );
  });

  test("may ask for so much and no more; pages count by their size, given or in a variable", async () => {
    const query = (first: string) =>
      `query${first === "$n" ? " ($n: Int)" : ""} { applications(first: ${first}) { nodes { components(first: ${first}) { nodes { id name instances { id name } } } } } }`;
    expect((await ask(query("10"))).errors).toBeUndefined();
    expect(await refusal(query("200"))).toMatch(/fields/);
    expect(await refusal(query("$n"), { n: 200 })).toMatch(/fields/);
    expect((await ask(query("$n"), { n: 10 })).errors).toBeUndefined();
  });

  test("that unfolds to a billion fields is refused in a moment", async () => {
    const fragments = Array.from({ length: 40 }, (_, i) => `fragment f${i} on Viewer { ...f${i + 1} ...f${i + 1} id }`);
    const query = `{ viewer { ...f0 } } ${fragments.join(" ")} fragment f40 on Viewer { id }`;
    const began = performance.now();
    expect(await refusal(query)).toMatch(/breadth|fields/);
    expect(performance.now() - began).toBeLessThan(500);
  });

  test("that spreads itself, or is too long, is refused", async () => {
    expect(await refusal("{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }")).toMatch(
      /itself/,
    );
    expect(await refusal(`{ viewer { id } } #${"x".repeat(documentLimits.characters)}`)).toMatch(/characters/);
    expect(await refusal(`{ viewer { ${"name ".repeat(documentLimits.tokens)} } }`)).toMatch(/tokens/);
  });

  test("of the console or the bench stays far below every limit", () => {
    const source = readFileSync(join(root, "web/generated/graphql.ts"), "utf8");
    const documents = [...source.matchAll(/new TypedDocumentString\(`([^`]+)`/g)].map(([, text]) => text!);
    expect(documents.length).toBeGreaterThan(10);
    for (const text of documents) {
      expect(costOf(schema, parse(text), null, {}), text).toBeLessThan(documentLimits.cost / 4);
      expect(text.length).toBeLessThan(documentLimits.characters / 4);
    }
    const bench =
      "{ applications(first: 50) { nodes { id name description components(first: 10) { nodes { id name type } } } } }";
    expect(costOf(schema, parse(bench), null, {})).toBeLessThan(documentLimits.cost / 20);
  });
});

describe("the schema", () => {
  test("is for those to see who are signed in", async () => {
    expect((await ask(getIntrospectionQuery())).data.__schema.types.length).toBeGreaterThan(50);
    for (const query of [
      getIntrospectionQuery(),
      "{ __schema { types { name } } }",
      '{ __type(name: "Query") { name } }',
      "{ viewer { ...f } } fragment f on Viewer { id __typename } { __schema { types { name } } }",
    ]) {
      const { data, errors } = await door.gql(query);
      expect(data?.__schema ?? data?.__type).toBeUndefined();
      expect(errors!.length).toBeGreaterThan(0);
    }
  });

  test("is not spelled out by suggestions to those who are not", async () => {
    const told = async (given: object) => JSON.stringify(await door.gql("{ viewr { id } }", {}, given));
    expect(await told({ headers })).toContain("Did you mean");
    expect(await told({})).not.toContain("Did you mean");
  });
});

describe("a request", () => {
  test("asks one thing: batches are refused", async () => {
    const answer = await door.post("/graphql", [{ query: "{ viewer { id } }" }, { query: "{ viewer { id } }" }], {
      headers,
    });
    expect(answer.status).toBe(400);
  });

  test("by GET changes nothing", async () => {
    const query = 'mutation { createApplication(input: { name: "by-get" }) { id } }';
    const answer = await door.send(`/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(answer.status).toBe(405);
    const read = await door.send(
      `/graphql?query=${encodeURIComponent('{ applications(filter: { search: "by-get" }) { totalCount } }')}`,
      { headers },
    );
    expect(read.status).toBeLessThan(500);
    const { data } = await ask("{ applications { totalCount } }");
    expect(data.applications.totalCount).toBe(0);
  });

  test("that a form could send is refused", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/graphql",
      "",
    ]) {
      const answer = await door.send("/graphql", {
        method: "POST",
        body: '{"query":"{ viewer { id } }"}',
        headers: { ...headers, "content-type": type },
      });
      expect([type, answer.status]).toEqual([type, 415]);
    }
  });

  test("may name a document by its digest, once somebody signed in has brought it", async () => {
    const query = "query Persisted { viewer { name } }";
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    const send = async (body: object, given: Record<string, string> = headers) =>
      (await (await door.post("/graphql", body, { headers: given })).json()) as {
        data: any;
        errors?: { message: string; extensions: { code: string } }[];
      };
    expect((await send({ extensions })).errors![0]).toMatchObject({
      message: "PersistedQueryNotFound",
      extensions: { code: "not_found" },
    });
    await send({ query, extensions }, {});
    expect((await send({ extensions })).errors![0]!.message).toBe("PersistedQueryNotFound");
    expect((await send({ query: "{ viewer { id } }", extensions })).errors![0]!.extensions.code).toBe("invalid");
    expect((await send({ query, extensions })).data.viewer.name).toBe("owner");
    expect((await send({ extensions })).data.viewer.name).toBe("owner");
    const byGet = await door.send(`/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`, { headers });
    expect(((await byGet.json()) as { data: any }).data.viewer.name).toBe("owner");
  });

  test("with a body beyond the limit is refused with 413, also when it hides its length", async () => {
    const answer = await door.post("/v1/applications", { name: "x".repeat(3 * 1024 * 1024) }, { headers });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, "invalid"]);
  });
});

describe("a browser on another site's page", async () => {
  const cookie = cookiesOf(await door.signIn());
  const make = (given: Record<string, string>) =>
    door.post("/v1/applications", { name: "shop" }, { headers: { cookie, ...given } }).then(({ status }) => status);

  test("is refused, whichever way it says where it comes from", async () => {
    for (const given of [
      { origin: "https://evil.test" },
      { origin: "null" },
      { origin: "http://flyloft.test.evil.test" },
      { origin: "http://flyloft.test:8080" },
      { origin: "not an origin" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "http://flyloft.test", "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[])
      expect(await make(given), JSON.stringify(given)).toBe(403);
    const query = 'mutation { createApplication(input: { name: "shop" }) { id } }';
    expect((await door.post("/graphql", { query }, { headers: { cookie, origin: "https://evil.test" } })).status).toBe(
      403,
    );
    expect((await door.post("/v1/sessions", {}, { headers: { origin: "https://evil.test" } })).status).toBe(403);
    expect(
      (
        await door.send("/v1/sessions/current", {
          method: "DELETE",
          headers: { cookie, "sec-fetch-site": "cross-site" },
        })
      ).status,
    ).toBe(403);
  });

  test("is let in on a page of ours", async () => {
    expect(await make({ origin: "http://flyloft.test", "sec-fetch-site": "same-origin" })).toBe(201);
  });
});

describe("every answer", () => {
  const paths = [
    "/health",
    "/",
    "/v1/viewer",
    "/v1/openapi.json",
    "/v1/nothing",
    "/v1/jwks.json",
    "/graphql?query=%7Bviewer%7Bid%7D%7D",
    "/agent/v1/changes",
    "/applications",
  ];

  test("carries the same security headers and an id of its own", async () => {
    const ids = new Set<string>();
    for (const path of paths) {
      const answer = await door.send(path);
      const of = (name: string) => answer.headers.get(name);
      ids.add(of("x-request-id")!);
      expect([path, of("x-request-id")]).toEqual([path, expect.stringMatching(/^req_[0-9a-z]{26}$/)]);
      expect([path, of("x-content-type-options"), of("x-frame-options"), of("referrer-policy")]).toEqual([
        path,
        "nosniff",
        "DENY",
        "same-origin",
      ]);
      expect(of("content-security-policy")).toMatch(
        /default-src 'self'; script-src 'self'; .*connect-src 'self' http:\/\/objects\.test;.*frame-ancestors 'none'/,
      );
      expect(of("access-control-allow-origin")).toBeNull();
      expect(answer.headers.get("x-powered-by")).toBeNull();
    }
    expect(ids.size).toBe(paths.length);
  });

  test("of the API is for no cache; by https browsers are held to it, and cookies are guarded", async () => {
    expect((await door.send("/v1/viewer", { headers })).headers.get("cache-control")).toBe("no-store");
    const safe = edge(w, { publicUrl: "https://flyloft.test" });
    const answer = await safe.signIn();
    expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    for (const set of answer.headers.getSetCookie())
      expect(set).toMatch(/^__Host-flyloft_\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const cookie = cookiesOf(answer);
    expect((await safe.send("/v1/viewer", { headers: { cookie } })).status).toBe(200);
    expect((await safe.post("/v1/sessions/refresh", {}, { headers: { cookie } })).status).toBe(200);
  });

  test("that refuses names the id that its header carries", async () => {
    const answer = await door.send("/v1/viewer");
    expect(((await answer.json()) as { requestId: string }).requestId).toBe(answer.headers.get("x-request-id"));
  });
});

test("one caller has so many turns a second, and is told when the next comes; others are not held up", async () => {
  const slow = await world({ limits: { requestsPerSecond: 5 } });
  const gate = edge(slow);
  const open = async () => ({
    authorization: `Bearer ${((await (await gate.signIn()).json()) as { accessToken: string }).accessToken}`,
  });
  const mine = await open();
  const answers = [];
  for (let i = 0; i < 30; i++) answers.push(await gate.send("/v1/viewer", { headers: mine }));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(Number(refused[0]!.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await door.send("/v1/viewer", { headers })).status).toBe(200);
  slow.clock.offset = 5_000;
  expect((await gate.send("/v1/viewer", { headers: mine })).status).toBe(200);
});
