import { expect, test } from "vitest";
import { edge } from "../kit/edge.ts";
import { office, password, type Person, policyId, signedIn } from "./people.ts";

const in_ = (projectId: string) => ({ headers: { "x-project-id": projectId } });
const statusOf = async (person: Person, projectId: string) =>
  (await person.rest("GET", "/applications", undefined, in_(projectId))).status;

test("a grant for one project holds there only, one for all projects in each, also in those made later (IAM-05)", async () => {
  const o = await office();
  const second = await o.project("second");
  const dana = await o.hire([policyId("ServiceStage ReadOnlyAccess")], second);
  expect([await statusOf(dana, o.projectId), await statusOf(dana, second)]).toEqual([403, 200]);
  const { data } = await dana.gql(`{ viewer { projects { id authorised delegatedBy } } }`);
  expect(data.viewer.projects).toEqual([
    { id: o.projectId, authorised: false, delegatedBy: null },
    { id: second, authorised: true, delegatedBy: null },
  ]);
  const erik = await o.hire([policyId("ServiceStage ReadOnlyAccess")]);
  const third = await o.project("third");
  expect([await statusOf(erik, second), await statusOf(erik, third), await statusOf(dana, third)]).toEqual([
    200, 200, 403,
  ]);
});

test("a session begins in the first project in which something is granted, and switching goes on working (IAM-05)", async () => {
  const o = await office();
  const [second, third] = [await o.project("second"), await o.project("third")];
  const reading = policyId("ServiceStage ReadOnlyAccess");
  const homeOf = async (person: Person) => (await person.must("GET", "/viewer"))["projectId"];
  const newcomer = await o.hire([reading], third);
  // What was granted after the sign-in counts at the next one.
  const dana = await signedIn(o.door, { account: o.account, user: newcomer.name, password });
  expect([await homeOf(newcomer), await homeOf(dana)]).toEqual([third, third]);
  expect((await dana.rest("GET", "/applications")).status).toBe(200);
  const more = await o.group([reading], second);
  await o.boss.must("POST", `/groups/${more}/members`, { userIds: [newcomer.id] });
  const again = await signedIn(o.door, { account: o.account, user: newcomer.name, password });
  expect([await homeOf(dana), await homeOf(again)]).toEqual([third, second]);
  expect([await statusOf(again, third), await statusOf(again, o.projectId)]).toEqual([200, 403]);
  expect([await homeOf(await o.hire(null)), await homeOf(await o.hire([reading]))]).toEqual([o.projectId, o.projectId]);
  expect(await homeOf(o.boss)).toBe(o.projectId);
});

test("rights are the union over all groups, minus what any of them denies (IAM-03)", async () => {
  const o = await office();
  const dana = await o.hire([await o.allow("servicestage:app:list")]);
  const more = await o.group([await o.allow("servicestage:app:create")]);
  const less = await o.group([
    await o.policy({ Version: "1.1", Statement: [{ Effect: "Deny", Action: ["servicestage:app:list"] }] }),
  ]);
  const can = async () => [
    (await dana.rest("GET", "/applications")).status,
    (await dana.rest("POST", "/applications", { name: `app-${Math.random().toString(36).slice(2)}` })).status,
  ];
  expect(await can()).toEqual([200, 403]);
  await o.boss.must("POST", `/groups/${more}/members`, { userIds: [dana.id] });
  expect(await can()).toEqual([200, 201]);
  await o.boss.must("POST", `/groups/${less}/members`, { userIds: [dana.id] });
  expect(await can()).toEqual([403, 201]);
  await o.boss.must("DELETE", `/groups/${less}/members/${dana.id}`);
  await o.boss.must("DELETE", `/groups/${more}`);
  expect(await can()).toEqual([200, 403]);
});

/** An office where somebody manages identities and may otherwise only look. */
async function withManager() {
  const o = await office();
  const managing = await o.allow("iam:user:*", "iam:group:*", "iam:policy:*", "iam:delegation:*");
  return { o, mallory: await o.hire([managing, policyId("ServiceStage ReadOnlyAccess")]) };
}

test("whoever manages groups hands on what they hold, and nothing more: not by a grant, not by a membership, not by a policy", async () => {
  const { o, mallory } = await withManager();
  const own = (await mallory.must("POST", "/groups", { name: "mine" }))["id"];
  const grant = (policyIds: string[], projectId: string | null = null) =>
    mallory.rest("POST", `/groups/${own}/grants`, { policyIds, projectId });
  expect((await grant([policyId("ServiceStage ReadOnlyAccess")])).status).toBe(200);
  expect(await grant([policyId("ServiceStage Developer")])).toMatchObject({
    status: 403,
    body: { code: "forbidden", action: "servicestage:app:create" },
  });
  expect((await grant([policyId("ServiceStage FullAccess")], o.projectId)).status).toBe(403);

  const powerful = await o.group([policyId("ServiceStage FullAccess")]);
  const join = await mallory.rest("POST", `/groups/${powerful}/members`, { userIds: [mallory.id] });
  expect(join.status).toBe(403);

  const everything = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["*:*:*"] }] };
  const written = (await mallory.must("POST", "/policies", { name: "everything", document: everything }))["id"];
  expect((await grant([written])).status).toBe(403);
  const harmless = (
    await mallory.must("POST", "/policies", {
      name: "harmless",
      document: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["servicestage:app:get"] }] },
    })
  )["id"];
  expect((await grant([harmless])).status).toBe(200);
  expect((await mallory.rest("PATCH", `/policies/${harmless}`, { document: everything })).status).toBe(403);
  expect((await mallory.rest("PATCH", `/users/${mallory.id}`, { administrator: true })).status).toBe(403);
});

test("nobody becomes somebody who holds more: not by their password, nor by keeping them out", async () => {
  const { o, mallory } = await withManager();
  const developer = await o.hire([policyId("ServiceStage Developer")]);
  for (const id of [o.userId, developer.id]) {
    expect((await mallory.rest("PUT", `/users/${id}/password`, { password })).status).toBe(403);
    expect((await mallory.rest("PATCH", `/users/${id}`, { enabled: false })).status).toBe(403);
    expect((await mallory.rest("DELETE", `/users/${id}`)).status).toBe(403);
  }
  const reader = await o.hire([policyId("ServiceStage ReadOnlyAccess")]);
  expect((await mallory.rest("PUT", `/users/${reader.id}/password`, { password })).status).toBe(200);
});

test("a denial is lifted only by those who hold what it denies: not by leaving the group, nor by ending grant, group or policy", async () => {
  const { o, mallory } = await withManager();
  const denying = await o.policy({
    Version: "1.1",
    Statement: [{ Effect: "Deny", Action: ["servicestage:app:list"] }],
  });
  const strict = await o.group([denying]);
  await o.boss.must("POST", `/groups/${strict}/members`, { userIds: [mallory.id] });
  const [grant] = (await o.boss.must("GET", `/groups/${strict}/grants`)) as unknown as { id: string }[];
  const empty = { Version: "1.1", Statement: [{ Effect: "Deny", Action: ["servicestage:app:modify"] }] };
  const ways: [string, string, unknown?][] = [
    ["DELETE", `/groups/${strict}/members/${mallory.id}`],
    ["DELETE", `/groups/${strict}/grants/${grant!.id}`],
    ["DELETE", `/groups/${strict}`],
    ["PATCH", `/policies/${denying}`, { document: empty }],
  ];
  for (const [method, path, body] of ways)
    expect([path, (await mallory.rest(method, path, body)).body["action"]]).toEqual([path, "servicestage:app:list"]);
  expect((await o.boss.rest("DELETE", `/groups/${strict}`)).status).toBe(200);
});

test("a right that holds under conditions, for one thing or in another project is not handed on for good", async () => {
  const o = await office();
  const second = await o.project("second");
  const manage = await o.allow("iam:group:*");
  const narrow = (rest: object) =>
    o.policy({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["servicestage:app:delete"], ...rest }] });
  const wanted = await o.allow("servicestage:app:delete");
  const group = await o.group([]);
  const grants = async (held: string[], projectId: string | null) =>
    (
      await (
        await o.hire([manage, ...held])
      ).rest("POST", `/groups/${group}/grants`, { policyIds: [wanted], projectId })
    ).status;
  expect(await grants([await narrow({ Condition: { IpAddress: { SourceIp: "127.0.0.1" } } })], null)).toBe(403);
  expect(await grants([await narrow({ Resource: ["application/*"] })], null)).toBe(403);
  expect(await grants([wanted], null)).toBe(200);
  const here = await o.hire([manage]);
  await o.boss.must("POST", `/groups/${here.groupId}/grants`, { policyIds: [wanted], projectId: second });
  const give = async (projectId: string | null) =>
    (await here.rest("POST", `/groups/${group}/grants`, { policyIds: [wanted], projectId })).status;
  expect([await give(null), await give(o.projectId), await give(second)]).toEqual([403, 403, 200]);
});

test("the platform's own policies bring no right over identities, and a grant for one project none over the account", async () => {
  const o = await office();
  const full = await o.hire([policyId("ServiceStage FullAccess"), policyId("CSE Admin")]);
  const local = await o.hire([await o.allow("*:*:*")], o.projectId);
  for (const person of [full, local]) {
    for (const path of ["/users", "/groups", "/policies", "/delegations"])
      expect((await person.rest("GET", path)).status).toBe(403);
    expect((await person.rest("POST", "/projects", { name: "mine" })).status).toBe(403);
  }
  expect((await local.rest("GET", "/audit")).status).toBe(200);
});

test("everybody who is signed in sees the names and ids of the projects they may use, as SDKs and agents are told them (IAM-26, ERR-13)", async () => {
  const o = await office();
  const second = await o.project("asia");
  const dana = await o.hire([policyId("ServiceStage ReadOnlyAccess")]);
  const { data } = await dana.gql(`{ viewer { projects { id name authorised } } }`);
  expect(data.viewer.projects).toEqual([
    { id: o.projectId, name: expect.any(String), authorised: true },
    { id: second, name: "asia", authorised: true },
  ]);
  expect((await dana.must("GET", "/viewer"))["projects"]).toMatchObject(
    data.viewer.projects.map(({ id, name }: { id: string; name: string }) => ({ id, name })),
  );
});

test("a project is renamed after its consequences are acknowledged, and its id and grants stay (IAM-26, ERR-02)", async () => {
  const o = await office();
  const dana = await o.hire([policyId("ServiceStage ReadOnlyAccess")], o.projectId);
  const warned = await o.boss.rest("PATCH", `/projects/${o.projectId}`, { name: "europe" });
  expect(warned).toMatchObject({
    status: 412,
    body: {
      code: "blocked",
      instances: 0,
      message: expect.stringMatching(/Project id or name is not existed.*upgrade each without changing/s),
    },
  });
  await o.boss.must("PATCH", `/projects/${o.projectId}`, { name: "europe", acknowledged: true });
  const { data } = await dana.gql(`{ viewer { projectId projects { id name } } }`);
  expect(data.viewer).toEqual({ projectId: o.projectId, projects: [{ id: o.projectId, name: "europe" }] });
  expect(await statusOf(dana, o.projectId)).toBe(200);
  const second = await o.project("asia");
  expect(await o.boss.rest("PATCH", `/projects/${second}`, { name: "europe", acknowledged: true })).toMatchObject({
    status: 409,
  });
  expect((await dana.rest("PATCH", `/projects/${o.projectId}`, { name: "mine", acknowledged: true })).status).toBe(403);
});

test("another account acts in a delegated project within the policies and its own rights, and never with identities (IAM-22)", async () => {
  const o = await office();
  const partner = await office();
  const reader = await partner.hire([policyId("ServiceStage ReadOnlyAccess")]);
  const local = await partner.hire([policyId("ServiceStage FullAccess")], partner.projectId);
  const there = in_(o.projectId);
  expect(await statusOf(partner.boss, o.projectId)).toBe(404);

  const all = await o.allow("*:*:*");
  const { accountId } = await partner.boss.must("GET", "/viewer");
  const { id } = await o.boss.must("POST", "/delegations", {
    name: "to the partner",
    projectId: o.projectId,
    delegateId: accountId,
    policyIds: [policyId("ServiceStage Developer"), all],
  });
  const made = await partner.boss.rest("POST", "/applications", { name: "theirs" }, there);
  expect(made.status).toBe(201);
  expect((await o.boss.must("GET", "/applications"))["nodes"]).toMatchObject([{ name: "theirs" }]);
  expect((await partner.boss.must("GET", "/applications"))["nodes"]).toEqual([]);
  expect(await statusOf(reader, o.projectId)).toBe(200);
  expect((await reader.rest("POST", "/applications", { name: "more" }, there)).status).toBe(403);
  expect(await statusOf(local, o.projectId)).toBe(403);
  for (const path of ["/users", "/audit", "/account/audit", "/policies"])
    expect((await partner.boss.rest("GET", path, undefined, there)).status).toBe(403);
  expect(
    (await partner.boss.rest("PATCH", `/projects/${o.projectId}`, { name: "x", acknowledged: true }, there)).status,
  ).toBe(403);
  const { nodes } = await o.boss.must("GET", "/audit?operation=createApplication");
  expect(nodes).toMatchObject([
    { actorId: reader.id, actorName: `${reader.name}@${partner.account}`, result: "forbidden" },
    { actorId: partner.userId, actorName: `owner@${partner.account}`, result: "done" },
  ]);

  const { data } = await partner.boss.gql(
    `{ viewer { account projects { id delegatedBy } } receivedDelegations { account project } }`,
  );
  expect(data.viewer.projects).toContainEqual({ id: o.projectId, delegatedBy: o.account });
  expect(data.receivedDelegations).toEqual([{ account: o.account, project: "default" }]);
  const { data: away } = await partner.boss.gql(`{ viewer { account projectId } }`, {}, there);
  expect(away.viewer).toEqual({ account: partner.account, projectId: o.projectId });

  await o.boss.must("DELETE", `/delegations/${id}`);
  expect(await statusOf(partner.boss, o.projectId)).toBe(404);
});

test("a delegation ends when its time has come, is made only by those who hold what it gives, and not to oneself", async () => {
  const { o, mallory } = await withManager();
  const partner = await office();
  const given = {
    projectId: o.projectId,
    delegateId: partner.accountId,
    policyIds: [policyId("ServiceStage ReadOnlyAccess")],
  };
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  await o.boss.must("POST", "/delegations", { ...given, name: "for a day", expiresAt: tomorrow });
  expect(await statusOf(partner.boss, o.projectId)).toBe(200);
  partner.clock.offset = 2 * 86_400_000;
  const later = edge(partner);
  const again = await signedIn(later, { account: partner.account, user: "owner", password: "correct horse battery" });
  expect(await statusOf(again, o.projectId)).toBe(404);
  expect((await mallory.rest("POST", "/delegations", { ...given, name: "read" })).status).toBe(201);
  const more = { ...given, name: "more", policyIds: [policyId("ServiceStage Developer")] };
  expect((await mallory.rest("POST", "/delegations", more)).status).toBe(403);
  expect((await o.boss.rest("POST", "/delegations", { ...given, name: "self", delegateId: o.accountId })).status).toBe(
    400,
  );
  const unknown = { ...given, name: "unknown", delegateId: "acc_00000000000000000000000000" };
  expect((await o.boss.rest("POST", "/delegations", unknown)).status).toBe(404);
  const ended = { ...given, name: "ended", expiresAt: "2020-01-01T00:00:00Z" };
  expect((await o.boss.rest("POST", "/delegations", ended)).status).toBe(400);
});
