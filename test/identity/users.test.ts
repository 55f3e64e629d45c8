import { users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { office, password, policyId, signedIn } from "./people.ts";

test("create group and grant, create user and add it, sign in, verify: in this order (IAM-03), by GraphQL", async () => {
  const { boss, door, account } = await office();
  const { data: made } = await boss.gql(`mutation {
    createGroup(input: { name: "developers", description: "who build" }) { id name memberCount }
  }`);
  const groupId = made.createGroup.id;
  const { data: granted } = await boss.gql(
    `mutation ($input: GrantPoliciesInput!) { grantPolicies(input: $input) { policy projectId project { name } } }`,
    { input: { groupId, policyIds: [policyId("ServiceStage Developer")] } },
  );
  expect(granted.grantPolicies).toEqual([{ policy: "ServiceStage Developer", projectId: null, project: null }]);
  const { data: hired } = await boss.gql(
    `mutation ($input: CreateUserInput!) { createUser(input: $input) { id name email phone enabled administrator } }`,
    { input: { name: "dana", password, email: "dana@example.org", phone: "+49 30 1234567", description: "builds" } },
  );
  expect(hired.createUser).toMatchObject({
    name: "dana",
    email: "dana@example.org",
    enabled: true,
    administrator: false,
  });
  const userId = hired.createUser.id;
  const dana = await signedIn(door, { account, user: "dana", password });
  const create = `mutation { createApplication(input: { name: "shop" }) { id } }`;
  expect((await dana.gql(create)).errors?.[0]?.extensions).toMatchObject({
    code: "forbidden",
    action: "servicestage:app:create",
  });
  await boss.gql(`mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { memberCount } }`, {
    input: { groupId, userIds: [userId] },
  });
  expect((await dana.gql(create)).data.createApplication.id).toMatch(/^app_/);
  const { data } = await boss.gql(
    `{ users(search: "dana") { totalCount nodes { name groups { name memberCount grants { policy } } } } }`,
  );
  expect(data.users).toEqual({
    totalCount: 1,
    nodes: [
      {
        name: "dana",
        groups: [{ name: "developers", memberCount: 1, grants: [{ policy: "ServiceStage Developer" }] }],
      },
    ],
  });
});

test("a name is taken once in an account and free in every other; the hash of a password is told nowhere", async () => {
  const { boss, db } = await office();
  const other = await office();
  const given = { name: "dana", password };
  const answer = await boss.rest("POST", "/users", given);
  expect(answer.status).toBe(201);
  expect(await boss.rest("POST", "/users", given)).toMatchObject({
    status: 409,
    body: { fields: { name: ["Taken"] } },
  });
  expect((await other.boss.rest("POST", "/users", given)).status).toBe(201);
  const [row] = await db.select().from(users).where(eq(users.id, answer.body["id"]));
  expect(row!.passwordHash).toMatch(/^scrypt\./);
  const told = JSON.stringify([answer, await boss.rest("GET", "/users"), await boss.rest("GET", `/users/${row!.id}`)]);
  expect(told).not.toContain("scrypt");
  expect(told).not.toContain("assword");
});

test.each([
  [{ name: "x y" }, "name"],
  [{ name: "dana", email: "nobody" }, "email"],
  [{ name: "dana", phone: "call me" }, "phone"],
  [{ name: "dana", description: "x".repeat(257) }, "description"],
  [{ name: "dana", password: "short" }, "password"],
  [{ name: "dana", password: "password1234" }, "password"],
])("%j is refused with its field", async (given, field) => {
  const { boss } = await office();
  const answer = await boss.rest("POST", "/users", { password, ...given });
  expect(answer).toMatchObject({ status: 400, body: { code: "invalid", fields: { [field]: [expect.any(String)] } } });
});

test("a disabled or deleted user is out with the next request; enabled again, it signs in again", async () => {
  const o = await office();
  const dana = await o.hire([policyId("ServiceStage ReadOnlyAccess")]);
  const status = async () => (await dana.rest("GET", "/applications")).status;
  expect(await status()).toBe(200);
  await o.boss.must("PATCH", `/users/${dana.id}`, { enabled: false });
  expect(await status()).toBe(401);
  await expect(signedIn(o.door, { account: o.account, user: dana.name, password })).rejects.toThrow("wrong");
  await o.boss.must("PATCH", `/users/${dana.id}`, { enabled: true });
  expect(await status()).toBe(401);
  const again = await signedIn(o.door, { account: o.account, user: dana.name, password });
  expect((await again.rest("GET", "/applications")).status).toBe(200);
  await o.boss.must("DELETE", `/users/${dana.id}`);
  expect((await again.rest("GET", "/applications")).status).toBe(401);
  expect((await o.boss.rest("GET", `/users/${dana.id}`)).status).toBe(404);
});

test("a password that an administrator gives ends the sessions of the user", async () => {
  const o = await office();
  const dana = await o.hire(null);
  expect((await dana.rest("GET", "/viewer")).status).toBe(200);
  await o.boss.must("PUT", `/users/${dana.id}/password`, { password: "another-Pigeon-17-ladder" });
  expect((await dana.rest("GET", "/viewer")).status).toBe(401);
  await signedIn(o.door, { account: o.account, user: dana.name, password: "another-Pigeon-17-ladder" });
});

test("the last administrator cannot be disabled, demoted or deleted; of two who go at once, one stays", async () => {
  const o = await office();
  for (const change of [{ enabled: false }, { administrator: false }])
    expect(await o.boss.rest("PATCH", `/users/${o.userId}`, change)).toMatchObject({
      status: 412,
      body: { code: "blocked" },
    });
  expect((await o.boss.rest("DELETE", `/users/${o.userId}`)).status).toBe(412);
  const second = await o.hire(null);
  await o.boss.must("PATCH", `/users/${second.id}`, { administrator: true });
  const tries = await Promise.all([
    second.rest("PATCH", `/users/${o.userId}`, { enabled: false }),
    o.boss.rest("PATCH", `/users/${second.id}`, { administrator: false }),
  ]);
  const left = await o.db.select().from(users).where(eq(users.accountId, o.accountId));
  expect(left.filter((one) => one.administrator && one.enabled)).toHaveLength(1);
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("users, groups, policies and delegations of another account do not exist", async () => {
  const o = await office();
  const other = await office();
  const dana = await other.hire([policyId("CSE Viewer")]);
  const policy = await other.allow("servicestage:app:get");
  const calls: [string, string, unknown?][] = [
    ["GET", `/users/${dana.id}`],
    ["PATCH", `/users/${dana.id}`, { enabled: false }],
    ["DELETE", `/users/${dana.id}`],
    ["PUT", `/users/${dana.id}/password`, { password }],
    ["GET", `/groups/${dana.groupId}`],
    ["PATCH", `/groups/${dana.groupId}`, { name: "ours" }],
    ["DELETE", `/groups/${dana.groupId}`],
    ["GET", `/groups/${dana.groupId}/grants`],
    ["POST", `/groups/${dana.groupId}/grants`, { policyIds: [policyId("CSE Admin")] }],
    ["POST", `/groups/${dana.groupId}/members`, { userIds: [o.userId] }],
    ["DELETE", `/groups/${dana.groupId}/members/${dana.id}`],
    ["GET", `/policies/${policy}`],
    ["PATCH", `/policies/${policy}`, { name: "ours" }],
    ["DELETE", `/policies/${policy}`],
    ["PATCH", `/projects/${other.projectId}`, { name: "ours", acknowledged: true }],
    ["GET", `/permissions/explain?subjectId=${dana.id}&action=servicestage:app:get`],
  ];
  for (const [method, path, body] of calls)
    expect([method, path, (await o.boss.rest(method, path, body)).status]).toEqual([method, path, 404]);
  const mine = await o.group([]);
  expect((await o.boss.rest("POST", `/groups/${mine}/members`, { userIds: [dana.id] })).status).toBe(404);
  expect((await o.boss.rest("POST", `/groups/${mine}/grants`, { policyIds: [policy] })).status).toBe(404);
  const elsewhere = { policyIds: [policyId("CSE Viewer")], projectId: other.projectId };
  expect((await o.boss.rest("POST", `/groups/${mine}/grants`, elsewhere)).status).toBe(404);
  for (const id of [dana.id, dana.groupId, policy, other.projectId]) {
    const { errors } = await o.boss.gql(`query ($id: ID!) { node(id: $id) { __typename } }`, { id });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "not_found" });
  }
  const { data } = await o.boss.gql(
    `{ users { nodes { name } } groups { nodes { id } } policies(first: 100) { nodes { id } } }`,
  );
  expect(data.users.nodes).toEqual([{ name: "owner" }]);
  expect(data.groups.nodes).toEqual([{ id: mine }]);
  expect(JSON.stringify(data.policies)).not.toContain(policy);
});

test("a list of users with their groups and what those hold costs the same number of statements for one as for many", async () => {
  const o = await office();
  const card = `{ users(first: 50) { nodes {
    name groups { name memberCount grants { policy project { name } } } viewerCan { deleteUser { allowed } }
  } } }`;
  const cost = async () => {
    const before = o.statements.length;
    const { data, errors } = await ask(o.owner, card);
    expect(errors).toBeUndefined();
    return { count: o.statements.length - before, users: data.users.nodes.length };
  };
  await o.hire([policyId("CSE Viewer")], o.projectId);
  const one = await cost();
  for (let i = 0; i < 3; i++) await o.hire([policyId("CSE Viewer"), policyId("CSE Admin")], o.projectId);
  const many = await cost();
  expect([one.users, many.users]).toEqual([2, 5]);
  expect(many.count).toBe(one.count);
  expect(many.count).toBeLessThanOrEqual(5);
});
