import { expect } from "vitest";
import type { Runtime } from "./runtimes.ts";
import type { Answer, Speaker } from "./session.ts";

type Said = Record<string, Answer>;
type Asked = {
  ask: (speaker: Speaker, said: Said, runtime: Runtime) => Promise<Answer>;
  /** What the answer must hold at least, its status and its body. */
  expected: { status: number; body?: unknown };
};

const token = (said: Said) => said["sign in"]!.body.accessToken as string;
const cookie = (answer: Answer) => answer.cookies.map((one) => one.split(";")[0]).join("; ");
const as = (said: Said, more: object = {}) => ({ token: token(said), ...more });
const refused = (status: number, code: string) => ({ status, body: { code } });
const gqlRefused = (code: string, status = 200) => ({ status, body: { errors: [{ extensions: { code } }] } });
const admin = (password: string) => ({ account: "flyloft", user: "admin", password });
const big = (bytes: number) => JSON.stringify({ name: "x".repeat(bytes) });

/** A body whose length is not told beforehand. */
const streamed = (text: string) =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < text.length; at += 65_536)
        controller.enqueue(new TextEncoder().encode(text.slice(at, at + 65_536)));
      controller.close();
    },
  });

const registration = {
  name: "machine",
  version: "1.0.0",
  capabilities: ["process"],
  host: { hostname: "machine", os: "linux", arch: "x64", cpus: 2, memoryBytes: 4e9, address: "127.0.0.1" },
  runtimes: [{ family: "node", version: "24.21.0", path: "/usr/bin/node" }],
};

/** One after the other; what an earlier one was answered is there for the later ones. */
export const requests: Record<string, Asked> = {
  // Addresses and methods
  health: { ask: ({ call }) => call("GET", "/health"), expected: { status: 200, body: { status: "ok" } } },
  "health, head only": { ask: ({ call }) => call("HEAD", "/health"), expected: { status: 200 } },
  options: { ask: ({ call }) => call("OPTIONS", "/v1/applications"), expected: { status: 401 } },
  "an unknown address of the API, by a stranger": {
    ask: ({ call }) => call("GET", "/v1/nothing"),
    expected: refused(401, "unauthenticated"),
  },
  "a list, by a stranger": {
    ask: ({ call }) => call("GET", "/v1/applications"),
    expected: refused(401, "unauthenticated"),
  },
  "a change, by a stranger": {
    ask: ({ call }) => call("POST", "/v1/applications", { body: { name: "shop" } }),
    expected: refused(401, "unauthenticated"),
  },
  "a token that is none": {
    ask: ({ call }) => call("GET", "/v1/applications", { token: "nonsense" }),
    expected: refused(401, "unauthenticated"),
  },
  "step functions, by a stranger": {
    ask: ({ call }) => call("POST", "/api/inngest?fnId=flyloft-carry-out&stepId=step", { body: {} }),
    expected: { status: 401 },
  },

  // Sessions
  "a wrong password": {
    ask: ({ call }) => call("POST", "/v1/sessions", { body: admin("wrong") }),
    expected: refused(401, "unauthenticated"),
  },
  "an unknown user": {
    ask: ({ call }) => call("POST", "/v1/sessions", { body: { ...admin("wrong"), user: "nobody" } }),
    expected: refused(401, "unauthenticated"),
  },
  "a sign-in without a body": {
    ask: ({ call }) => call("POST", "/v1/sessions"),
    expected: refused(401, "unauthenticated"),
  },
  "sign in": {
    ask: ({ call }, _, { password }) => call("POST", "/v1/sessions", { body: admin(password) }),
    expected: { status: 201, body: { expiresIn: 900 } },
  },
  "who am I, by token": {
    ask: ({ call }, said) => call("GET", "/v1/viewer", as(said)),
    expected: { status: 200, body: { name: "admin", account: "flyloft" } },
  },
  "who am I, by cookie": {
    ask: ({ call }, said) => call("GET", "/v1/viewer", { headers: { cookie: cookie(said["sign in"]!) } }),
    expected: { status: 200, body: { name: "admin" } },
  },
  "another project": {
    ask: ({ call }, said) =>
      call("GET", "/v1/viewer", as(said, { headers: { "x-project-id": "prj_00000000000000000000000000" } })),
    expected: refused(404, "not_found"),
  },
  "a change from a page of another site": {
    ask: ({ call }, said) =>
      call("POST", "/v1/applications", {
        body: { name: "evil" },
        headers: { cookie: cookie(said["sign in"]!), origin: "https://evil.test" },
      }),
    expected: refused(403, "forbidden"),
  },
  "a change from a page that hides where it is from": {
    ask: ({ call }, said) =>
      call("POST", "/graphql", {
        body: { query: "{ __typename }" },
        headers: { cookie: cookie(said["sign in"]!), origin: "null" },
      }),
    expected: { status: 403 },
  },
  "a change from a page of our own": {
    ask: ({ call }, said, { url }) =>
      call("POST", "/v1/applications", {
        body: { name: "from-the-console" },
        headers: { cookie: cookie(said["sign in"]!), origin: url },
      }),
    expected: { status: 201, body: { name: "from-the-console" } },
  },
  "public keys": {
    ask: ({ call }) => call("GET", "/v1/jwks.json"),
    expected: { status: 200, body: { keys: [{ alg: "EdDSA" }] } },
  },

  // REST
  create: {
    ask: ({ call }, said) =>
      call("POST", "/v1/applications", as(said, { body: { name: "shop", description: "für alle, 商店" } })),
    expected: { status: 201, body: { name: "shop", description: "für alle, 商店" } },
  },
  "create again": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: { name: "shop" } })),
    expected: { status: 409, body: { code: "conflict", fields: { name: ["Taken"] } } },
  },
  "a wrong name": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: { name: "no spaces" } })),
    expected: { status: 400, body: { code: "invalid", fields: { name: [expect.stringMatching(/Only/)] } } },
  },
  "a wrong type": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: { name: 5 } })),
    expected: refused(400, "invalid"),
  },
  "a body that is no JSON": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: "{" })),
    expected: refused(400, "invalid"),
  },
  "a body that is a list": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: [] })),
    expected: refused(400, "invalid"),
  },
  "a NUL": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: { name: "ab", description: "\0" } })),
    expected: refused(400, "invalid"),
  },
  "a body of 3 MiB": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: big(3 * 1024 ** 2) })),
    expected: { status: 413 },
  },
  "a body of 3 MiB whose length is not told": {
    ask: ({ call }, said) => call("POST", "/v1/applications", as(said, { body: streamed(big(3 * 1024 ** 2)) })),
    expected: { status: 413 },
  },
  list: {
    ask: ({ call }, said) => call("GET", "/v1/applications?first=1", as(said)),
    expected: { status: 200, body: { nodes: [{ name: "shop" }], pageInfo: { hasNextPage: true } } },
  },
  "list on": {
    ask: ({ call }, said) =>
      call("GET", `/v1/applications?first=1&after=${said["list"]!.body.pageInfo.endCursor}`, as(said)),
    expected: { status: 200, body: { nodes: [{ name: "from-the-console" }], pageInfo: { hasNextPage: false } } },
  },
  "a page of nothing": {
    ask: ({ call }, said) => call("GET", "/v1/applications?first=0", as(said)),
    expected: refused(400, "invalid"),
  },
  "a cursor that is none": {
    ask: ({ call }, said) => call("GET", "/v1/applications?after=x", as(said)),
    expected: refused(400, "invalid"),
  },
  "an id that names nothing": {
    ask: ({ call }, said) => call("GET", "/v1/applications/app_00000000000000000000000000", as(said)),
    expected: refused(404, "not_found"),
  },
  "an id with odd characters": {
    ask: ({ call }, said) => call("GET", "/v1/applications/%27%20or%201%3D1", as(said)),
    expected: refused(404, "not_found"),
  },
  "an unknown address of the API": {
    ask: ({ call }, said) => call("GET", "/v1/nothing", as(said)),
    expected: refused(404, "not_found"),
  },
  "a method that is not there": {
    ask: ({ call }, said) => call("PUT", "/v1/applications", as(said, { body: {} })),
    expected: refused(404, "not_found"),
  },
  "a list, head only": {
    ask: ({ call }, said) => call("HEAD", "/v1/applications", as(said)),
    expected: { status: 200, body: "" },
  },
  "with an idempotency key": {
    ask: ({ call }, said) =>
      call("POST", "/v1/applications", as(said, { body: { name: "once" }, headers: { "idempotency-key": "k1" } })),
    expected: { status: 201, body: { name: "once" } },
  },
  "with the same idempotency key": {
    ask: ({ call }, said) =>
      call("POST", "/v1/applications", as(said, { body: { name: "once" }, headers: { "idempotency-key": "k1" } })),
    expected: { status: 201, body: { name: "once" } },
  },
  "with the same idempotency key and another body": {
    ask: ({ call }, said) =>
      call("POST", "/v1/applications", as(said, { body: { name: "twice" }, headers: { "idempotency-key": "k1" } })),
    expected: refused(409, "conflict"),
  },
  "an upload, with an idempotency key": {
    ask: ({ call }, said) =>
      call(
        "POST",
        "/v1/packages",
        as(said, { body: { fileName: "a.zip", size: 10 }, headers: { "idempotency-key": "k2" } }),
      ),
    expected: { status: 201, body: { package: { state: "uploading" } } },
  },
  "the same upload again": {
    ask: ({ call }, said) =>
      call(
        "POST",
        "/v1/packages",
        as(said, { body: { fileName: "a.zip", size: 10 }, headers: { "idempotency-key": "k2" } }),
      ),
    expected: { status: 201, body: { package: { state: "uploading" } } },
  },
  "a list that is no page": {
    ask: ({ call }, said) => call("GET", "/v1/runtimes", as(said)),
    expected: { status: 200, body: expect.any(Array) },
  },
  "several at once, each with its outcome": {
    ask: ({ call }, said) =>
      call("POST", "/v1/components/delete", as(said, { body: { componentIds: ["cmp_00000000000000000000000000"] } })),
    expected: { status: 200, body: [{ id: "cmp_00000000000000000000000000", done: false, code: "not_found" }] },
  },
  delete: {
    ask: ({ call }, said) => call("DELETE", `/v1/applications/${said["with an idempotency key"]!.body.id}`, as(said)),
    expected: { status: 200 },
  },
  "the description of the API": {
    ask: ({ call }) => call("GET", "/v1/openapi.json"),
    expected: { status: 200, body: { openapi: "3.1.0" } },
  },

  // GraphQL
  "a query": {
    ask: ({ gql }, said) =>
      gql(
        "{ applications(first: 5) { totalCount nodes { name createdAt viewerCan { deleteApplication { allowed reason } } } pageInfo { hasNextPage endCursor } } }",
        {},
        as(said),
      ),
    expected: { status: 200, body: { data: { applications: { totalCount: 2 } } } },
  },
  "a query with everything that the language has": {
    ask: ({ gql }, said) =>
      gql(
        `query Named($n: Int = 1, $yes: Boolean!, $id: ID!) { list: applications(first: $n) { ...some } node(id: $id) { __typename ... on Application { name @skip(if: $yes) id @include(if: $yes) } } __typename }
         fragment some on ApplicationConnection { nodes { n: name } }`,
        { yes: true, id: said["create"]!.body.id },
        as(said),
      ),
    expected: {
      status: 200,
      body: { data: { list: { nodes: [{ n: "shop" }] }, node: { __typename: "Application" }, __typename: "Query" } },
    },
  },
  "a query by GET": {
    ask: ({ call }, said) => call("GET", `/graphql?query=${encodeURIComponent("{ viewer { name } }")}`, as(said)),
    expected: { status: 200, body: { data: { viewer: { name: "admin" } } } },
  },
  "a change by GET": {
    ask: ({ call }, said) =>
      call(
        "GET",
        `/graphql?query=${encodeURIComponent('mutation { createApplication(input: { name: "by-get" }) { id } }')}`,
        as(said),
      ),
    expected: { status: 405 },
  },
  "a mutation": {
    ask: ({ gql }, said) =>
      gql(
        "mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { name description } }",
        { input: { name: "web" } },
        as(said),
      ),
    expected: { status: 200, body: { data: { createApplication: { name: "web", description: "" } } } },
  },
  "a refused mutation": {
    ask: ({ gql }, said) => gql('mutation { createApplication(input: { name: "web" }) { name } }', {}, as(said)),
    expected: gqlRefused("conflict"),
  },
  "two mutations, one refused": {
    ask: ({ gql }, said) =>
      gql(
        'mutation { a: createApplication(input: { name: "web" }) { name } b: createApplication(input: { name: "api" }) { name } }',
        {},
        as(said),
      ),
    expected: gqlRefused("conflict"),
  },
  "a mutation with a key, twice": {
    async ask({ gql }, said) {
      const once = () =>
        gql('mutation { createApplication(input: { name: "keyed" }, idempotencyKey: "k3") { id } }', {}, as(said));
      await once();
      return once();
    },
    expected: { status: 200, body: { data: { createApplication: { id: expect.stringMatching(/^app_/) } } } },
  },
  "a wrong value": {
    ask: ({ gql }, said) =>
      gql("mutation ($name: String!) { createApplication(input: { name: $name }) { id } }", { name: "" }, as(said)),
    expected: gqlRefused("invalid"),
  },
  "a variable of a wrong type": {
    ask: ({ gql }, said) => gql("query ($n: Int) { applications(first: $n) { totalCount } }", { n: "one" }, as(said)),
    expected: { status: 400, body: { errors: [{ extensions: { code: "invalid" } }] } },
  },
  "a variable that is missing": {
    ask: ({ gql }, said) => gql("query ($id: ID!) { node(id: $id) { __typename } }", {}, as(said)),
    expected: { status: 400, body: { errors: [{ extensions: { code: "invalid" } }] } },
  },
  "a syntax error": {
    ask: ({ gql }, said) => gql("{ applications", {}, as(said)),
    expected: { status: 200, body: { errors: [{ extensions: { code: "invalid" } }] } },
  },
  "an unknown field": {
    ask: ({ gql }, said) => gql("{ secrets }", {}, as(said)),
    expected: { status: 200, body: { errors: [{ extensions: { code: "invalid" } }] } },
  },
  "two operations and no name": {
    ask: ({ gql }, said) => gql("query A { viewer { name } } query B { viewer { name } }", {}, as(said)),
    expected: { status: 400, body: { errors: [{ extensions: { code: "invalid" } }] } },
  },
  "several queries in one body": {
    ask: ({ call }, said) => call("POST", "/graphql", as(said, { body: [{ query: "{ __typename }" }] })),
    expected: { status: 400 },
  },
  "no query": {
    ask: ({ call }, said) => call("POST", "/graphql", as(said, { body: {} })),
    expected: gqlRefused("invalid"),
  },
  "GraphQL with a body that is no JSON": {
    ask: ({ call }, said) => call("POST", "/graphql", as(said, { body: "{" })),
    expected: gqlRefused("invalid"),
  },
  "GraphQL with 3 MiB": {
    ask: ({ call }, said) => call("POST", "/graphql", as(said, { body: big(3 * 1024 ** 2) })),
    expected: { status: 413 },
  },
  "a query by a stranger": {
    ask: ({ gql }) => gql("{ applications { totalCount } }"),
    expected: gqlRefused("unauthenticated"),
  },
  "a query with a token that is none": {
    ask: ({ gql }) => gql("{ applications { totalCount } }", {}, { token: "nonsense" }),
    expected: gqlRefused("unauthenticated", 401),
  },
  "something that is not there": {
    ask: ({ gql }, said) => gql('{ instance(instanceId: "ins_none") { name } }', {}, as(said)),
    expected: gqlRefused("not_found"),
  },
  "a subscription to something that is not there": {
    ask: ({ gql }, said) =>
      gql(
        'subscription { instanceChanged(instanceId: "ins_none") { state } }',
        {},
        as(said, { headers: { accept: "text/event-stream" } }),
      ),
    expected: { status: 200 },
  },

  // Agents
  "an agent that does not sign": {
    ask: ({ call }) => call("PUT", "/agent/v1/registration", { body: registration }),
    expected: refused(401, "unauthenticated"),
  },
  "an agent with a user's token": {
    ask: ({ call }, said) => call("PUT", "/agent/v1/registration", as(said, { body: registration })),
    expected: refused(401, "unauthenticated"),
  },
  "an agent": {
    ask: ({ signed }) => signed("PUT", "/agent/v1/registration", registration),
    expected: { status: 200, body: { agentId: expect.stringMatching(/^agt_/) } },
  },
  "an agent that says nonsense": {
    ask: ({ signed }) => signed("PUT", "/agent/v1/registration", { name: "" }),
    expected: refused(400, "invalid"),
  },
  changes: {
    ask: ({ signed }, said) => signed("GET", `/agent/v1/changes?agent=${said["an agent"]!.body.agentId}&after=0`),
    expected: { status: 200, body: { cursor: 0, workloads: [] } },
  },
  "changes after nonsense": {
    ask: ({ signed }, said) => signed("GET", `/agent/v1/changes?agent=${said["an agent"]!.body.agentId}&after=x`),
    expected: refused(400, "invalid"),
  },
  "changes of another agent": {
    ask: ({ signed }) => signed("GET", "/agent/v1/changes?agent=agt_00000000000000000000000000&after=0"),
    expected: refused(404, "not_found"),
  },
  "an observation of nothing": {
    ask: ({ signed }, said) =>
      signed("POST", `/agent/v1/observations?agent=${said["an agent"]!.body.agentId}`, {
        observations: [],
        events: [],
      }),
    expected: { status: 204, body: "" },
  },
  "a package of nobody": {
    ask: ({ signed }, said) =>
      signed("GET", `/agent/v1/artifacts/pkg%5F%20%C3%A4?agent=${said["an agent"]!.body.agentId}`),
    expected: refused(404, "not_found"),
  },
  "an address that agents do not have": {
    ask: ({ signed }) => signed("GET", "/agent/v1/nothing"),
    expected: { status: 404 },
  },
  "the API with a key": {
    ask: ({ signed }) => signed("GET", "/v1/viewer"),
    expected: { status: 200, body: { account: "flyloft" } },
  },

  // The end of a session
  renew: {
    ask: ({ call }, said) =>
      call("POST", "/v1/sessions/refresh", { body: { refreshToken: said["sign in"]!.body.refreshToken } }),
    expected: { status: 200, body: { expiresIn: 900 } },
  },
  "renew by cookie": {
    ask: ({ call }, said) => call("POST", "/v1/sessions/refresh", { headers: { cookie: cookie(said["renew"]!) } }),
    expected: { status: 200 },
  },
  "renew with a copied token": {
    ask: ({ call }, said) =>
      call("POST", "/v1/sessions/refresh", { body: { refreshToken: said["sign in"]!.body.refreshToken } }),
    expected: refused(401, "unauthenticated"),
  },
  "the session that was copied": {
    ask: ({ call }, said) => call("GET", "/v1/viewer", { token: said["renew by cookie"]!.body.accessToken }),
    expected: refused(401, "unauthenticated"),
  },
  "sign in again": {
    ask: ({ call }, _, { password }) => call("POST", "/v1/sessions", { body: admin(password) }),
    expected: { status: 201 },
  },
  "sign out": {
    ask: ({ call }, said) =>
      call("DELETE", "/v1/sessions/current", { headers: { cookie: cookie(said["sign in again"]!) } }),
    expected: { status: 204 },
  },
  "after the sign-out": {
    ask: ({ call }, said) => call("GET", "/v1/viewer", { token: said["sign in again"]!.body.accessToken }),
    expected: refused(401, "unauthenticated"),
  },
  "too many wrong passwords": {
    async ask({ call }) {
      for (let i = 0; i < 25; i++) {
        const answer = await call("POST", "/v1/sessions", { body: admin("wrong") });
        if (answer.status !== 401) return { ...answer, body: { code: answer.body.code }, headers: {} };
      }
      throw new Error("Nothing stops who guesses passwords");
    },
    expected: refused(429, "limit_reached"),
  },
};
