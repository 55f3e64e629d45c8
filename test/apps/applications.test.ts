import { createApplication, deleteApplication, listApplications, updateApplication } from "@flyloft/functions/apps";
import { auditLog } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { world } from "../kit/world.ts";

test("an application is created once per name, also when two try at once", async () => {
  const { owner } = await world();
  const tries = await Promise.allSettled([1, 2, 3].map(() => createApplication(owner, { name: "shop" })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { data } = await ask(
    owner,
    `{ applications { totalCount nodes { name description viewerCan { deleteApplication { allowed reason } } } } }`,
  );
  expect(data.applications).toEqual({
    totalCount: 1,
    nodes: [{ name: "shop", description: "", viewerCan: { deleteApplication: { allowed: true, reason: null } } }],
  });
});

test.each([["a"], ["x".repeat(65)], ["no spaces"], ["sla/sh"], [""]])(
  "the name %j is refused with its field",
  async (name) => {
    const { owner } = await world();
    const { errors } = await ask(
      owner,
      `mutation ($name: String!) { createApplication(input: { name: $name }) { id } }`,
      { name },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "invalid",
      fields: { name: expect.arrayContaining([expect.any(String)]) },
    });
  },
);

test("the thousandth-and-first application is refused, and the limit is the operator's to set (LIM-01)", async () => {
  const { owner } = await world({ limits: { applications: 2 } });
  const tries = await Promise.allSettled(["one", "two", "three"].map((name) => createApplication(owner, { name })));
  expect(
    tries.filter(({ status }) => status === "rejected").map((one) => (one as PromiseRejectedResult).reason.code),
  ).toEqual(["limit_reached"]);
});

test("another tenant's application does not exist, and somebody without rights is told the missing action", async () => {
  const { owner, nobody } = await world();
  const stranger = (await world()).owner;
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  await expect(deleteApplication(stranger, { applicationId })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteApplication(nobody, { applicationId })).rejects.toMatchObject({
    code: "forbidden",
    details: { action: "servicestage:app:delete" },
  });
});

test("every change and every refusal leaves an audit row", async () => {
  const { owner, nobody, db, projectId } = await world();
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  await updateApplication(nobody, { applicationId, name: "theirs" }).catch(() => {});
  const rows = await db.select().from(auditLog).where(eq(auditLog.projectId, projectId));
  expect(rows.map(({ operation, actorId, result }) => ({ operation, actorId, result }))).toEqual([
    { operation: "createApplication", actorId: owner.actor.id, result: "done" },
    { operation: "updateApplication", actorId: nobody.actor.id, result: "forbidden" },
  ]);
});

test("pages meet without gap or overlap while others are added", async () => {
  const { owner } = await world();
  for (const name of ["a1", "b2", "c3", "d4", "e5"]) await createApplication(owner, { name });
  const first = await listApplications(owner, { first: 2, orderBy: "name" });
  await createApplication(owner, { name: "b1" });
  const second = await listApplications(owner, { first: 10, orderBy: "name", after: first.endCursor! });
  expect([...first.nodes, ...second.nodes].map(({ name }) => name)).toEqual(["a1", "b2", "c3", "d4", "e5"]);
});

test("the same idempotency key creates once and answers the same; with other input it is refused", async () => {
  const { owner } = await world();
  const once = { ...owner, idempotencyKey: "k1" };
  const made = await Promise.all([1, 2, 3].map(() => createApplication(once, { name: "shop" })));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made[2]!.createdAt).toEqual(made[0]!.createdAt);
  await expect(createApplication(once, { name: "other" })).rejects.toMatchObject({ code: "conflict" });
});
