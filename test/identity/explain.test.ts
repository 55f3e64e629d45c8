import { expect, test } from "vitest";
import { office, password, type Office, type Person, policyId } from "./people.ts";

const explain = (by: Person, asked: Record<string, string>) =>
  by.rest("GET", `/permissions/explain?${new URLSearchParams(asked)}`);

async function told(o: Office, asked: Record<string, string>) {
  const { status, body } = await explain(o.boss, asked);
  expect(status).toBe(200);
  return body;
}

test("the statement that decides is shown with its policy, its place in it, and the group it came by (BEY-04)", async () => {
  const o = await office();
  const denial = await o.policy({
    Version: "1.1",
    Statement: [
      { Effect: "Allow", Action: ["cse:engine:list"] },
      { Effect: "Deny", Action: ["servicestage:app:delete"] },
    ],
  });
  const { id: subjectId, groupId } = await o.hire([policyId("ServiceStage Developer"), denial]);
  const { data } = await o.boss.gql(
    `query ($subjectId: ID!) {
      create: explainPermission(subjectId: $subjectId, action: "servicestage:app:create") { allowed reason by { effect action policy policyId statement groupId group on } }
      remove: explainPermission(subjectId: $subjectId, action: "servicestage:app:delete") { allowed decidedOn reason by { effect policyId statement } }
      audit: explainPermission(subjectId: $subjectId, action: "iam:audit:list") { allowed reason by { policy } }
    }`,
    { subjectId },
  );
  expect(data.create).toMatchObject({
    allowed: true,
    by: {
      effect: "Allow",
      action: expect.arrayContaining(["servicestage:app:*"]),
      policy: "ServiceStage Developer",
      policyId: policyId("ServiceStage Developer"),
      statement: 0,
      groupId,
      on: `account/${o.accountId}`,
    },
  });
  expect(data.create.reason).toBe(
    `servicestage:app:create is allowed by policy ServiceStage Developer, by group ${data.create.by.group}`,
  );
  expect(data.remove).toMatchObject({
    allowed: false,
    decidedOn: "servicestage:app:delete",
    by: { effect: "Deny", policyId: denial, statement: 1 },
  });
  expect(data.audit).toEqual({ allowed: false, reason: "Nothing allows iam:audit:list", by: null });
});

test("an action that fails for what it depends on says so", async () => {
  const o = await office();
  const { id: subjectId } = await o.hire([await o.allow("cse:config:modify", "cse:engine:list", "cse:engine:get")]);
  expect(await told(o, { subjectId, action: "cse:config:modify" })).toMatchObject({
    allowed: false,
    decidedOn: "cse:config:get",
    reason: "cse:config:modify needs cse:config:get, which nothing allows",
  });
});

test("it can be asked of one thing, of another project, of the account, and under circumstances that are not those of now", async () => {
  const o = await office();
  const second = await o.project("second");
  const app = (await o.boss.must("POST", "/applications", { name: "shop" }))["id"];
  const policy = await o.policy({
    Version: "1.1",
    Statement: [
      { Effect: "Allow", Action: ["servicestage:app:modify"], Resource: [`application/${app}`] },
      {
        Effect: "Allow",
        Action: ["servicestage:app:list"],
        Condition: {
          IpAddress: { SourceIp: ["10.0.0.0/8"] },
          Bool: { MfaPresent: ["true"] },
          StringEquals: { "RequestTag/team": ["shop"] },
          DateLessThan: { CurrentTime: ["2030-01-01T00:00:00Z"] },
        },
      },
      { Effect: "Allow", Action: ["iam:user:list"] },
    ],
  });
  const { id: subjectId } = await o.hire([policy]);
  const local = await o.hire([await o.allow("servicestage:app:list", "iam:user:list")], second);
  const allowed = async (asked: Record<string, string>) => (await told(o, { subjectId, ...asked }))["allowed"];
  expect(await allowed({ action: "servicestage:app:modify", resourceId: app })).toBe(true);
  expect(await allowed({ action: "servicestage:app:modify" })).toBe(false);
  const right = {
    action: "servicestage:app:list",
    sourceIp: "10.1.1.1",
    mfa: "true",
    tags: "team=shop",
    at: "2029-12-31T00:00:00Z",
  };
  expect(await allowed(right)).toBe(true);
  for (const wrong of [
    { sourceIp: "11.1.1.1" },
    { mfa: "false" },
    { tags: "team=other" },
    { at: "2030-06-01T00:00:00Z" },
  ])
    expect(await allowed({ ...right, ...wrong })).toBe(false);
  expect(await allowed({ action: "iam:user:list", ofAccount: "true" })).toBe(true);
  const there = { subjectId: local.id, action: "servicestage:app:list" };
  expect(await told(o, { ...there, projectId: second })).toMatchObject({ allowed: true });
  expect(await told(o, there)).toMatchObject({ allowed: false });
  expect(await allowed({ subjectId: local.id, action: "iam:user:list", ofAccount: "true", projectId: second })).toBe(
    false,
  );
});

test("of an API token what it holds back is told, of a key the rights of its owner, and of a disabled user nothing but that", async () => {
  const o = await office();
  const dana = await o.hire([policyId("ServiceStage Developer")]);
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const token = await dana.must("POST", "/api-tokens", {
    name: "reading",
    actions: ["servicestage:app:get"],
    expiresAt,
  });
  const subjectId = token["id"] as string;
  expect(await told(o, { subjectId, action: "servicestage:app:get" })).toMatchObject({
    allowed: true,
    by: { source: expect.stringContaining("token reading") },
  });
  expect(await told(o, { subjectId, action: "servicestage:app:create" })).toMatchObject({
    allowed: false,
    reason: expect.stringContaining("token"),
  });
  const key = await dana.must("POST", "/access-keys", { description: "of a build", password });
  expect(await told(o, { subjectId: key["id"], action: "servicestage:app:create" })).toMatchObject({
    allowed: true,
    by: { policy: "ServiceStage Developer" },
  });
  await o.boss.must("PATCH", `/users/${dana.id}`, { enabled: false });
  expect(await told(o, { subjectId: dana.id, action: "servicestage:app:create" })).toMatchObject({
    allowed: false,
    reason: "This user is disabled and may do nothing",
  });
  expect((await explain(o.boss, { subjectId, action: "servicestage:app:get" })).status).toBe(404);
});

test("it is told to those who may ask, about those of their own account, and only of actions that there are", async () => {
  const o = await office();
  const other = await office();
  const stranger = await other.hire([policyId("CSE Viewer")]);
  const dana = await o.hire([policyId("ServiceStage FullAccess")]);
  const asked = { subjectId: dana.id, action: "servicestage:app:get" };
  expect(await explain(dana, asked)).toMatchObject({ status: 403, body: { action: "iam:permission:explain" } });
  expect((await explain(o.boss, { ...asked, subjectId: stranger.id })).status).toBe(404);
  expect((await explain(o.boss, { ...asked, projectId: other.projectId })).status).toBe(404);
  expect(await explain(o.boss, { ...asked, action: "servicestage:app:fly" })).toMatchObject({
    status: 400,
    body: { fields: { action: [expect.any(String)] } },
  });
});
