import { createApplication, deleteApplication } from "@flyloft/functions/apps";
import {
  createComponent,
  deleteComponent,
  deleteComponents,
  deletePackage,
  getComponent,
  getPackage,
  loadComponents,
  updateComponentSource,
} from "@flyloft/functions/components";
import { auditLog, environments, instances, resources, revisions, type ReleaseSpec } from "@flyloft/db";
import type { Ctx } from "@flyloft/functions/kernel";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { nodeZip } from "../kit/archives.ts";
import { world } from "../kit/world.ts";
import { store, upload } from "./store.ts";

const docker = { type: "web", runtime: "Docker" } as const;
const reasons = (tries: PromiseSettledResult<unknown>[]) =>
  tries.flatMap((one) =>
    one.status === "rejected" ? [(one.reason as { code?: string }).code ?? String(one.reason)] : [],
  );

/** An instance as a deployment would leave it, with one version. */
async function deployed(
  { db, newId, actor: { projectId } }: Ctx,
  component: { id: string; applicationId: string },
  environment: string,
  packageId: string,
) {
  const vpcId = newId("resource");
  await db.insert(resources).values({ id: vpcId, projectId, kind: "vpc", name: vpcId, attributes: {} });
  const environmentId = newId("environment");
  await db.insert(environments).values({ id: environmentId, projectId, name: environment, vpcId, createdBy: "owner" });
  const id = newId("instance");
  await db.insert(instances).values({
    id,
    projectId,
    environmentId,
    applicationId: component.applicationId,
    componentId: component.id,
    name: "web-1",
    deploySystem: "container",
    version: "1.0.0",
    revision: 1,
    replicas: 1,
    maxUnavailable: { value: 0, percent: false },
    createdBy: "owner",
  });
  const spec = { packageId } as ReleaseSpec;
  await db.insert(revisions).values({
    id: newId("revision"),
    projectId,
    instanceId: id,
    number: 1,
    version: "1.0.0",
    spec,
    createdBy: "owner",
  });
  return id;
}

test("a name is taken once in an application, also when several try at once, and is free in another", async () => {
  const { owner, applicationId } = await store();
  const tries = await Promise.allSettled(
    [1, 2, 3, 4].map(() => createComponent(owner, { applicationId, name: "cart", ...docker })),
  );
  expect(reasons(tries)).toEqual(["conflict", "conflict", "conflict"]);
  const other = await createApplication(owner, { name: "other" });
  expect(await createComponent(owner, { applicationId: other.id, name: "cart", ...docker })).toMatchObject({
    name: "cart",
  });
});

test("the component beyond the limit of an application is refused, also when several try at once (CMP-02, LIM-02)", async () => {
  const { owner, applicationId } = await store({ components: 2 });
  const tries = await Promise.allSettled(
    ["c1", "c2", "c3", "c4"].map((name) => createComponent(owner, { applicationId, name, ...docker })),
  );
  expect(reasons(tries)).toEqual(["limit_reached", "limit_reached"]);
  const other = await createApplication(owner, { name: "other" });
  await createComponent(owner, { applicationId: other.id, name: "c1", ...docker });
});

test("an application that is deleted while a component is created ends with both or neither", async () => {
  const { owner } = await store();
  for (let i = 0; i < 8; i++) {
    const { id: applicationId } = await createApplication(owner, { name: `app-${i}` });
    const tries = await Promise.allSettled([
      createComponent(owner, { applicationId, name: "cart", ...docker }),
      deleteApplication(owner, { applicationId }),
    ]);
    expect([["not_found"], ["blocked"]]).toContainEqual(reasons(tries));
  }
});

test("another tenant's component, application and package do not exist, and somebody without rights is told the missing action", async () => {
  const { owner, nobody, applicationId } = await store();
  const other = await store();
  const stranger = other.owner;
  const { id: componentId } = await createComponent(owner, { applicationId, name: "cart", ...docker });
  await expect(createComponent(stranger, { applicationId, name: "mine", ...docker })).rejects.toMatchObject({
    code: "not_found",
  });
  const { id: packageId } = await upload(owner, "a.zip", nodeZip());
  const theirs = {
    applicationId: other.applicationId,
    name: "mine",
    type: "web",
    runtime: "Nodejs24",
    source: { kind: "zip", packageId },
  } as const;
  await expect(createComponent(stranger, theirs)).rejects.toMatchObject({ code: "not_found" });
  for (const verb of [getComponent, deleteComponent]) {
    await expect(verb(stranger, { componentId })).rejects.toMatchObject({ code: "not_found" });
    await expect(verb(nobody, { componentId })).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await loadComponents(stranger, [componentId])).toEqual([expect.any(Error)]);
  expect(await deleteComponents(stranger, { componentIds: [componentId] })).toMatchObject([
    { done: false, code: "not_found" },
  ]);
  await expect(createComponent(nobody, { applicationId, name: "c2", ...docker })).rejects.toMatchObject({
    code: "forbidden",
    details: { action: "servicestage:app:create" },
  });
  const { errors } = await ask(stranger, `query ($id: ID!) { node(id: $id) { __typename } }`, { id: componentId });
  expect(errors?.[0]?.extensions.code).toBe("not_found");
});

test("a component that is deployed is not deleted, and the refusal names where; in a batch the others go (CMP-28)", async () => {
  const { owner, applicationId, db, projectId } = await store();
  const { id: packageId } = await upload(owner, "a.zip", nodeZip());
  const made = await Promise.all(
    ["c1", "c2", "c3"].map((name) => createComponent(owner, { applicationId, name, ...docker })),
  );
  await deployed(owner, made[1]!, "prod", packageId);
  await deployed(owner, made[1]!, "beta", packageId);
  await expect(deleteComponent(owner, { componentId: made[1]!.id })).rejects.toMatchObject({
    code: "blocked",
    message: expect.stringContaining("beta, prod"),
    details: { environments: ["beta", "prod"] },
  });

  const { data } = await ask(
    owner,
    `mutation ($ids: [ID!]!) { deleteComponents(input: { componentIds: $ids }) { id done code message } }`,
    { ids: [...made, made[0]!].map(({ id }) => id) },
  );
  expect(data.deleteComponents).toEqual([
    { id: made[0]!.id, done: true, code: null, message: null },
    { id: made[1]!.id, done: false, code: "blocked", message: expect.stringContaining("beta, prod") },
    { id: made[2]!.id, done: true, code: null, message: null },
  ]);
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.projectId, projectId), eq(auditLog.operation, "deleteComponent")));
  expect(rows.map(({ targetId, result }) => [targetId, result]).slice(1)).toEqual([
    [made[0]!.id, "done"],
    [made[1]!.id, "blocked"],
    [made[2]!.id, "done"],
  ]);
});

test("sources are replaced in a batch, each with its own outcome, and the same key answers the same (CMP-26)", async () => {
  const { owner, applicationId } = await store();
  const [first, second] = [
    await upload(owner, "a.zip", nodeZip("serves", "1.0.0")),
    await upload(owner, "b.zip", nodeZip("serves", "2.0.0")),
  ];
  const node = (name: string) =>
    createComponent(owner, {
      applicationId,
      name,
      type: "web",
      runtime: "Nodejs24",
      source: { kind: "zip", packageId: first.id },
    });
  const made = [
    await node("c1"),
    await createComponent(owner, { applicationId, name: "c2", ...docker }),
    await node("c3"),
  ];
  const input = { changes: made.map(({ id }) => ({ componentId: id, source: { kind: "zip", packageId: second.id } })) };
  const replace = () =>
    ask(
      owner,
      `mutation ($input: UpdateComponentSourcesInput!) { updateComponentSources(input: $input, idempotencyKey: "k") { done code } }`,
      { input },
    );
  const expected = [
    { done: true, code: null },
    { done: false, code: "blocked" },
    { done: true, code: null },
  ];
  expect((await replace()).data.updateComponentSources).toEqual(expected);
  expect(await getComponent(owner, { componentId: made[2]!.id })).toMatchObject({ source: { packageId: second.id } });
  await updateComponentSource(owner, { componentId: made[2]!.id, source: { kind: "zip", packageId: first.id } });
  expect((await replace()).data.updateComponentSources).toEqual(expected);
  expect(await getComponent(owner, { componentId: made[2]!.id })).toMatchObject({ source: { packageId: first.id } });
});

test("a package is deleted with its object unless a component or a version uses it, and the refusal names the user", async () => {
  const { owner, applicationId, blobs } = await store();
  const [used, kept, free] = [
    await upload(owner, "used.zip", nodeZip()),
    await upload(owner, "kept.zip", nodeZip()),
    await upload(owner, "free.zip", nodeZip()),
  ];
  const component = await createComponent(owner, {
    applicationId,
    name: "web-1",
    type: "web",
    runtime: "Nodejs24",
    source: { kind: "zip", packageId: used.id },
  });
  await deployed(owner, component, "prod", kept.id);
  await expect(deletePackage(owner, { packageId: used.id })).rejects.toMatchObject({
    code: "blocked",
    details: { usedBy: ["component shop/web-1"] },
  });
  await expect(deletePackage(owner, { packageId: kept.id })).rejects.toMatchObject({
    code: "blocked",
    details: { usedBy: ["version 1.0.0 of web-1 in prod"] },
  });
  for (const { id: packageId, objectKey } of [used, kept]) {
    expect(await getPackage(owner, { packageId })).toMatchObject({ state: "ready" });
    expect(await blobs.head(objectKey)).not.toBeNull();
  }
  expect(await deletePackage(owner, { packageId: free.id })).toEqual({ id: free.id });
  expect(await blobs.head(free.objectKey)).toBeNull();
  await expect(getPackage(owner, { packageId: free.id })).rejects.toMatchObject({ code: "not_found" });
});

test("a package that is deleted while it is selected ends up used or gone, never both", async () => {
  const { owner, applicationId, blobs } = await store();
  for (let i = 0; i < 8; i++) {
    const { id: packageId, objectKey } = await upload(owner, "a.zip", nodeZip());
    const source = { kind: "zip", packageId } as const;
    const tries = await Promise.allSettled([
      createComponent(owner, { applicationId, name: `c-${i}`, type: "web", runtime: "Nodejs24", source }),
      deletePackage(owner, { packageId }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await blobs.head(objectKey)) !== null).toBe(tries[0]!.status === "fulfilled");
  }
});

test("a package whose deletion broke off cannot be used, and its deletion can be repeated", async () => {
  const { owner, applicationId, blobs } = await store();
  const { id: packageId, objectKey } = await upload(owner, "a.zip", nodeZip());
  const broken = {
    ...owner,
    ports: { ...owner.ports, blobs: { ...blobs, remove: () => Promise.reject(new Error("connection lost")) } },
  };
  await expect(deletePackage(broken, { packageId })).rejects.toMatchObject({ code: "unavailable" });
  const input = {
    applicationId,
    name: "web-1",
    type: "web",
    runtime: "Nodejs24",
    source: { kind: "zip", packageId },
  } as const;
  await expect(createComponent(owner, input)).rejects.toMatchObject({ code: "blocked" });
  await deletePackage(owner, { packageId });
  expect(await blobs.head(objectKey)).toBeNull();
});

test("applications with their components, packages and totals cost the same statements however many there are", async () => {
  const { owner, statements } = await store();
  const { id: packageId } = await upload(owner, "a.zip", nodeZip());
  const query = `{ applications { nodes { name components(first: 3) { totalCount nodes { name runtime source { package { fileName } } application { name } } } few: components(first: 1) { nodes { name } } } } }`;
  const cost = async () => {
    const before = statements.length;
    const { data, errors } = await ask(owner, query);
    expect(errors).toBeUndefined();
    return { statements: statements.length - before, data: data.applications.nodes };
  };
  const fill = async (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const { id: applicationId } = await createApplication(owner, { name: `a-${i}` });
      for (const name of ["c1", "c2", "c3", "c4"]) {
        await createComponent(owner, {
          applicationId,
          name,
          type: "web",
          runtime: "Nodejs24",
          source: { kind: "zip", packageId },
        });
      }
    }
  };
  await fill(0, 1);
  const small = await cost();
  await fill(1, 6);
  const large = await cost();
  expect(large.statements).toBe(small.statements);
  expect(large.data[0]).toEqual({
    name: "a-5",
    components: {
      totalCount: 4,
      nodes: ["c4", "c3", "c2"].map((name) => ({
        name,
        runtime: "Nodejs24",
        source: { package: { fileName: "a.zip" } },
        application: { name: "a-5" },
      })),
    },
    few: { nodes: [{ name: "c4" }] },
  });
  expect(large.data.at(-1)).toMatchObject({ name: "shop", components: { totalCount: 0, nodes: [] } });
});

test("who may list applications but not see one is not shown its components", async () => {
  const { as, owner } = await store();
  const statements = owner.actor.statements.map((one) => ({ ...one, action: ["servicestage:app:list"] }));
  const lister = as({ statements });
  const { errors } = await ask(lister, `{ applications { nodes { name components { totalCount } } } }`);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "forbidden", action: "servicestage:app:get" });
});

test("what a viewer can do tells beforehand what is refused: deployed, in use, full; in few statements for all", async () => {
  const { owner, applicationId, statements } = await store({ components: 3 });
  const { id: packageId } = await upload(owner, "a.zip", nodeZip());
  const source = { kind: "zip", packageId } as const;
  for (const name of ["c1", "c2", "c3"]) {
    const made = await createComponent(owner, { applicationId, name, type: "web", runtime: "Nodejs24", source });
    if (name === "c2") await deployed(owner, made, "prod", packageId);
  }
  const before = statements.length;
  const { data } = await ask(
    owner,
    `{ applications { nodes { viewerCan { createComponent { reason } } components { nodes {
    name viewerCan { deleteComponent { reason } } source { package { viewerCan { deletePackage { reason } } } } } } } } }`,
  );
  expect(statements.length - before).toBeLessThanOrEqual(7);
  const [application] = data.applications.nodes;
  expect(application.viewerCan.createComponent.reason).toContain("At most 3");
  const reasonsOf = application.components.nodes.map((one: any) => [one.name, one.viewerCan.deleteComponent.reason]);
  expect(reasonsOf).toEqual([
    ["c3", null],
    ["c2", expect.stringContaining("prod")],
    ["c1", null],
  ]);
  expect(application.components.nodes[0].source.package.viewerCan.deletePackage.reason).toContain(
    "component shop/c1, component shop/c2, component shop/c3, version 1.0.0",
  );
});

test("only so many components can be asked for at once", async () => {
  const { owner } = await store();
  for (const first of [0, 201]) {
    const { errors } = await ask(owner, `{ applications { nodes { components(first: ${first}) { totalCount } } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "invalid", fields: { first: [expect.any(String)] } });
  }
  expect((await world()).owner.limits.components).toBe(1000);
});
