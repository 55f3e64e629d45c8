import { beforeAll, expect, test } from "vitest";
import { office, type Office, policyId } from "./people.ts";

let o: Office;
beforeAll(async () => {
  o = await office();
});
const allow = (Action: unknown, rest: object = {}) => ({ Effect: "Allow", Action, ...rest });
const document = (...Statement: unknown[]) => ({ Version: "1.1", Statement });
let count = 0;
const create = (given: object) => o.boss.rest("POST", "/policies", { name: `tried ${++count}`, ...given });

test.each<[string, unknown]>([
  ["Version", { Version: "1.0", Statement: [allow(["cse:*:*"])] }],
  ["Version", { Statement: [allow(["cse:*:*"])] }],
  ["Statement", { Version: "1.1" }],
  ["Statement", document()],
  ["Statement", document(...Array(51).fill(allow(["cse:*:*"])))],
  ["Comment", { ...document(allow(["cse:*:*"])), Comment: "x" }],
  ["Statement[0]", document("Allow")],
  ["Statement[0].Effect", document({ Effect: "allow", Action: ["cse:*:*"] })],
  ["Statement[1].Action[0]", document(allow(["cse:*:*"]), allow(["cse:engine:fly"]))],
  ["Statement[0].Action[1]", document(allow(["cse:*:*", "*"]))],
  ["Statement[0].Action[0]", document(allow(["cse:eng*:get"]))],
  ["Statement[0].Action[0]", document(allow([7]))],
  ["Statement[0].Action", document(allow([]))],
  ["Statement[0].Action", document({ Effect: "Allow" })],
  ["Statement[0].Action", document(allow(Array(101).fill("cse:*:*")))],
  ["Statement[0].NotAction", document(allow(["cse:*:*"], { NotAction: ["cse:engine:get"] }))],
  ["Statement[0].Resource[0]", document(allow(["cse:*:*"], { Resource: ["planet/earth"] }))],
  ["Statement[0].Resource[0]", document(allow(["cse:*:*"], { Resource: ["application/shop"] }))],
  ["Statement[0].Resource[1]", document(allow(["cse:*:*"], { Resource: ["*", "application/*/x"] }))],
  ["Statement[0].Condition", document(allow(["cse:*:*"], { Condition: {} }))],
  ["Statement[0].Condition.Smells", document(allow(["cse:*:*"], { Condition: { Smells: { SourceIp: "10.0.0.1" } } }))],
  ["Statement[0].Condition.constructor", document(allow(["cse:*:*"], { Condition: { constructor: { a: "b" } } }))],
  [
    "Statement[0].Condition.IpAddress.Moon",
    document(allow(["cse:*:*"], { Condition: { IpAddress: { Moon: "full" } } })),
  ],
  [
    "Statement[0].Condition.IpAddress.SourceIp[1]",
    document(allow(["cse:*:*"], { Condition: { IpAddress: { SourceIp: ["10.0.0.0/8", "10.0.0.0/99"] } } })),
  ],
  ["Statement[0].Condition.Bool.SourceIp", document(allow(["cse:*:*"], { Condition: { Bool: { SourceIp: "true" } } }))],
  [
    "Statement[0].Condition.DateLessThan.CurrentTime",
    document(allow(["cse:*:*"], { Condition: { DateLessThan: { CurrentTime: "tomorrow" } } })),
  ],
  ["document", ["cse:*:*"]],
])("what is unknown or ill-formed at %s is refused with that path (IAM-11)", async (path, given) => {
  const answer = await create({ document: given });
  expect(answer).toMatchObject({ status: 400, body: { code: "invalid" } });
  expect(Object.keys(answer.body["fields"])).toEqual([path]);
});

test("everything that is wrong is said at once, at both doors alike", async () => {
  const wrong = document(allow(["cse:engine:fly"]), { Effect: "Perhaps", Action: ["a:b:c"], Reason: "none" });
  const paths = ["Statement[0].Action[0]", "Statement[1].Reason", "Statement[1].Effect", "Statement[1].Action[0]"];
  const { fields } = (await create({ document: wrong })).body;
  const { errors } = await o.boss.gql(
    `mutation ($document: JSON!) { createPolicy(input: { name: "wrong", document: $document }) { id } }`,
    { document: wrong },
  );
  expect(Object.keys(fields)).toEqual(paths);
  expect(errors?.[0]?.extensions["fields"]).toEqual(fields);
});

test("a document nested a hundred thousand deep is refused and nothing else happens", async () => {
  const deep = `{"name":"deep","document":{"Version":"1.1","Statement":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
  const answer = await o.boss.raw("/v1/policies", {
    method: "POST",
    body: deep,
    headers: { "content-type": "application/json" },
  });
  expect(answer.status).toBe(400);
});

test("the editor's statements make the document, and what the actions depend on is added and shown (IAM-10, IAM-15)", async () => {
  const statements = [
    {
      effect: "Allow",
      actions: ["cse:config:modify"],
      conditions: [{ operator: "Bool", key: "MfaPresent", values: ["true"] }],
    },
    { effect: "Deny", actions: ["cse:engine:delete"], resources: ["project/*"] },
  ];
  const { data } = await o.boss.gql(
    `query ($statements: [PolicyStatementInput!]!) {
      draftPolicy(statements: $statements) { document dependencies { statement action neededBy added } }
    }`,
    { statements },
  );
  const added = ["cse:engine:list", "cse:engine:get", "cse:config:get"];
  expect(data.draftPolicy).toEqual({
    document: document(
      { Effect: "Allow", Action: ["cse:config:modify", ...added], Condition: { Bool: { MfaPresent: ["true"] } } },
      { Effect: "Deny", Action: ["cse:engine:delete"], Resource: ["project/*"] },
    ),
    dependencies: added.map((action) => ({ statement: 0, action, neededBy: "cse:config:modify", added: true })),
  });
  const made = await create({ statements });
  expect(made).toMatchObject({
    status: 201,
    body: { document: data.draftPolicy.document, system: false, kind: "policy" },
  });
  const typed = await o.boss.must("POST", "/policies/draft", { document: document(allow(["cse:config:get"])) });
  expect(typed).toEqual({
    document: document(allow(["cse:config:get"])),
    dependencies: ["cse:engine:list", "cse:engine:get"].map((action) => ({
      statement: 0,
      action,
      neededBy: "cse:config:get",
      added: false,
    })),
  });
  expect((await create({ statements, document: document(allow(["cse:*:*"])) })).status).toBe(400);
  expect((await create({})).status).toBe(400);
  const odd = [
    { effect: "Allow", actions: ["cse:*:*"], conditions: [{ operator: "Bool", key: "__proto__", values: ["true"] }] },
  ];
  expect(Object.keys((await create({ statements: odd })).body["fields"])).toEqual([
    "Statement[0].Condition.Bool.__proto__",
  ]);
});

test("the catalogue names every action that a policy may speak of, with what it depends on", async () => {
  const { data } = await o.boss.gql(
    `{ policyCatalogue { actions { action service dependsOn impliedBy } resourceKinds conditions { key operators } } }`,
  );
  const { actions, conditions, resourceKinds } = data.policyCatalogue;
  expect(actions).toContainEqual({
    action: "cse:dashboard:get",
    service: "cse",
    dependsOn: ["cse:engine:list", "cse:engine:get", "cse:registry:get"],
    impliedBy: "cse:registry:get",
  });
  expect(resourceKinds).toContain("application");
  expect(conditions.map(({ key }: any) => key)).toEqual(["SourceIp", "CurrentTime", "MfaPresent", "RequestTag/<key>"]);
  const every = { name: "every action", document: document(allow(actions.map(({ action }: any) => action))) };
  expect((await o.boss.rest("POST", "/policies", every)).status).toBe(201);
});

test("the five system policies are there, can be copied and cannot be changed or deleted (IAM-07)", async () => {
  const { nodes } = await o.boss.must("GET", "/policies?system=true");
  expect(nodes.map(({ name }: any) => name)).toEqual([
    "CSE Admin",
    "CSE Viewer",
    "ServiceStage Developer",
    "ServiceStage FullAccess",
    "ServiceStage ReadOnlyAccess",
  ]);
  const id = policyId("CSE Viewer");
  expect(await o.boss.rest("PATCH", `/policies/${id}`, { description: "mine" })).toMatchObject({ status: 412 });
  expect(await o.boss.rest("DELETE", `/policies/${id}`)).toMatchObject({ status: 412 });
  const { data } = await o.boss.gql(
    `query ($id: ID!) { node(id: $id) { ... on Policy { name document viewerCan { deletePolicy { allowed reason } } } } }`,
    { id },
  );
  expect(data.node.viewerCan.deletePolicy).toEqual({
    allowed: false,
    reason: expect.stringContaining("System policies"),
  });
  expect((await create({ document: data.node.document })).status).toBe(201);
});

test("a policy that is granted stays; taken away, it can be deleted", async () => {
  const id = await o.allow("servicestage:app:get");
  const groupId = await o.group([id]);
  expect(await o.boss.rest("DELETE", `/policies/${id}`)).toMatchObject({ status: 412, body: { code: "blocked" } });
  const [grant] = (await o.boss.must("GET", `/groups/${groupId}/grants`)) as any;
  await o.boss.must("DELETE", `/groups/${groupId}/grants/${grant.id}`);
  expect((await o.boss.rest("DELETE", `/policies/${id}`)).status).toBe(200);
});

test("a change of a policy holds with the next request of all who hold it", async () => {
  const id = await o.allow("servicestage:app:list");
  const dana = await o.hire([id]);
  expect((await dana.rest("GET", "/applications")).status).toBe(200);
  await o.boss.must("PATCH", `/policies/${id}`, { document: document(allow(["servicestage:app:get"])) });
  expect((await dana.rest("GET", "/applications")).status).toBe(403);
});

test("a denial beats every permission, and alone it permits nothing (IAM-12)", async () => {
  const denial = await o.policy(document({ Effect: "Deny", Action: ["servicestage:app:delete"] }));
  const both = await o.hire([policyId("ServiceStage FullAccess"), denial]);
  const { id } = await both.must("POST", "/applications", { name: "kept" });
  expect(await both.rest("DELETE", `/applications/${id}`)).toMatchObject({
    status: 403,
    body: { action: "servicestage:app:delete" },
  });
  const alone = await o.hire([denial]);
  expect((await alone.rest("GET", "/applications")).status).toBe(403);
});

test("a statement about one application holds for it and for nothing else", async () => {
  const mine = (await o.boss.must("POST", "/applications", { name: "mine" }))["id"];
  const other = (await o.boss.must("POST", "/applications", { name: "other" }))["id"];
  const dana = await o.hire([
    await o.policy(document(allow(["servicestage:app:*"], { Resource: [`application/${mine}`] }))),
  ]);
  const rename = (id: string) => dana.rest("PATCH", `/applications/${id}`, { description: "changed" });
  expect([(await rename(mine)).status, (await rename(other)).status]).toEqual([200, 403]);
  expect((await dana.rest("POST", "/applications", { name: "third" })).status).toBe(403);
});

test("conditions on the source address, on the time and on tags of the request are judged per request", async () => {
  const inside = await o.policy(
    document(allow(["servicestage:app:list"], { Condition: { IpAddress: { SourceIp: "10.0.0.0/8" } } })),
  );
  const dana = await o.hire([inside]);
  const from = async (from: string) => (await dana.rest("GET", "/applications", undefined, { from })).status;
  expect([await from("10.9.8.7"), await from("127.0.0.1")]).toEqual([200, 403]);

  const past = await o.policy(
    document(
      allow(["servicestage:app:list"], { Condition: { DateLessThan: { CurrentTime: "2020-01-01T00:00:00Z" } } }),
    ),
  );
  expect((await (await o.hire([past])).rest("GET", "/applications")).status).toBe(403);

  const tagged = await o.policy(
    document(allow(["servicestage:app:list"], { Condition: { StringLike: { "RequestTag/change": "C-*" } } })),
  );
  const erik = await o.hire([tagged]);
  const carrying = async (headers: Record<string, string>) =>
    (await erik.rest("GET", "/applications", undefined, { headers })).status;
  expect([await carrying({ "x-request-tags": "change=C-17" }), await carrying({})]).toEqual([200, 403]);

  const second = await o.policy(
    document(allow(["servicestage:app:list"], { Condition: { Bool: { MfaPresent: true } } })),
  );
  expect((await (await o.hire([second])).rest("GET", "/applications")).status).toBe(403);
});

test("a role names whole services; the roles it needs are offered, then granted along, and kept while it stays (IAM-06)", async () => {
  const role = (name: string, Action: string[], dependsOn: string[] = []) =>
    o.boss.rest("POST", "/policies", { name, kind: "role", document: document(allow(Action)), dependsOn });
  expect(Object.keys((await role("fine", ["cse:engine:get"])).body["fields"])).toEqual(["Statement[0].Action[0]"]);
  const base = (await role("base", ["cse:*:*"])).body["id"];
  const middle = (await role("middle", ["servicestage:*:*"], [base])).body["id"];
  const top = (await role("top", ["servicestage:*:*"], [middle])).body["id"];
  expect((await role("lost", ["cse:*:*"], [policyId("CSE Admin")])).body["fields"]).toHaveProperty("dependsOn");
  const groupId = await o.group([]);
  expect(await o.boss.rest("POST", `/groups/${groupId}/grants`, { policyIds: [top] })).toMatchObject({
    status: 412,
    body: { code: "blocked", missing: [{ id: middle }, { id: base }] },
  });
  await o.boss.must("POST", `/groups/${groupId}/grants`, { policyIds: [top], addDependencies: true });
  const granted = (await o.boss.must("GET", `/groups/${groupId}/grants`)) as unknown as {
    id: string;
    policy: string;
  }[];
  expect(granted.map(({ policy }) => policy).sort()).toEqual(["base", "middle", "top"]);
  const revoke = (name: string) =>
    o.boss.rest("DELETE", `/groups/${groupId}/grants/${granted.find(({ policy }) => policy === name)!.id}`);
  expect([(await revoke("base")).status, (await revoke("top")).status, (await revoke("middle")).status]).toEqual([
    412, 200, 200,
  ]);
  expect((await o.boss.rest("DELETE", `/policies/${middle}`)).status).toBe(412);
});
