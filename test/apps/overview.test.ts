import {
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
  setApplicationVariables,
  updateApplication,
} from "@flyloft/functions/apps";
import { createComponent } from "@flyloft/functions/components";
import { createEnvironment } from "@flyloft/functions/environments";
import { expect, test } from "vitest";
import { land, rejected } from "../environments/land.ts";
import { ask } from "../kit/ask.ts";
import { world } from "../kit/world.ts";

const refusal = (code: string, field: string) => ({ code, details: { fields: { [field]: expect.any(Array) } } });

test("name and description change, within the rules of creation (APP-01)", async () => {
  const { owner } = await world();
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  await createApplication(owner, { name: "other" });
  expect(await updateApplication(owner, { applicationId, name: "商店_1", description: "x".repeat(256) })).toMatchObject(
    { name: "商店_1", description: "x".repeat(256) },
  );
  await expect(updateApplication(owner, { applicationId, name: "other" })).rejects.toMatchObject(
    refusal("conflict", "name"),
  );
  await expect(updateApplication(owner, { applicationId, name: "a b" })).rejects.toMatchObject(
    refusal("invalid", "name"),
  );
  await expect(updateApplication(owner, { applicationId, description: "x".repeat(257) })).rejects.toMatchObject(
    refusal("invalid", "description"),
  );
  await expect(createApplication(owner, { name: "more", description: "NUL \0" })).rejects.toMatchObject(
    refusal("invalid", "description"),
  );
  expect(await getApplication(owner, { applicationId })).toMatchObject({ name: "商店_1" });
});

test("two who rename to one name at once: one does", async () => {
  const { owner } = await world();
  const made = await Promise.all(["aa", "bb", "cc"].map((name) => createApplication(owner, { name })));
  const tries = await Promise.allSettled(
    made.map(({ id }) => updateApplication(owner, { applicationId: id, name: "shop" })),
  );
  expect(rejected(tries).map(({ code }) => code)).toEqual(["conflict", "conflict"]);
});

test("the list is searched, also for characters that mean something to the database (APP-03)", async () => {
  const { owner } = await world();
  for (const name of ["my_shop", "myXshop", "bank"]) await createApplication(owner, { name });
  expect((await listApplications(owner, { search: "Y_S" })).nodes.map(({ name }) => name)).toEqual(["my_shop"]);
  expect((await listApplications(owner, { search: "%" })).nodes).toEqual([]);
  await expect(listApplications(owner, { after: "nonsense" })).rejects.toMatchObject(refusal("invalid", "after"));
  await expect(listApplications(owner, { first: 201 })).rejects.toMatchObject(refusal("invalid", "first"));
});

test("an application that holds a component stays; its components are named and the viewer is told beforehand (APP-05)", async () => {
  const { owner } = await world();
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  await createApplication(owner, { name: "empty" });
  await createComponent(owner, { applicationId, name: "web", type: "generic", runtime: "Docker" });
  await expect(deleteApplication(owner, { applicationId })).rejects.toMatchObject({
    code: "blocked",
    details: { components: ["web"] },
  });
  expect(await getApplication(owner, { applicationId })).toMatchObject({ name: "shop" });
  const { data } = await ask(
    owner,
    `{ applications { nodes { name viewerCan { deleteApplication { allowed reason } } } } }`,
  );
  expect(data.applications.nodes).toEqual([
    { name: "empty", viewerCan: { deleteApplication: { allowed: true, reason: null } } },
    { name: "shop", viewerCan: { deleteApplication: { allowed: false, reason: "Delete its components first" } } },
  ]);
});

test("an application deleted while a component is created in it is either gone or kept with the component (APP-05)", async () => {
  const { owner } = await world();
  for (let round = 0; round < 5; round++) {
    const { id: applicationId } = await createApplication(owner, { name: `shop-${round}` });
    const tries = [
      () => deleteApplication(owner, { applicationId }),
      () => createComponent(owner, { applicationId, name: "web", type: "generic", runtime: "Docker" }),
    ];
    if (round % 2 === 1) tries.reverse();
    const refusals = rejected(await Promise.allSettled(tries.map((one) => one())));
    expect(refusals.map(({ code }) => code)).toEqual([expect.stringMatching(/^(not_found|blocked)$/)]);
  }
});

test("deleted twice at once, it is gone once", async () => {
  const { owner } = await world();
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  const tries = await Promise.allSettled([1, 2, 3].map(() => deleteApplication(owner, { applicationId })));
  expect(rejected(tries).map(({ code }) => code)).toEqual(["not_found", "not_found"]);
});

test("what may not be read is not found by its id alone either", async () => {
  const { owner, nobody } = await world();
  const { id } = await createApplication(owner, { name: "shop" });
  const { errors } = await ask(nobody, `query ($id: ID!) { node(id: $id) { ... on Application { name } } }`, { id });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "forbidden", action: "servicestage:app:get" });
});

test("the overview of applications costs the same number of statements for one as for many (APP-04)", async () => {
  const { owner, statements } = await world();
  const { vpcId, clusterId } = await land(owner);
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  const make = async (name: string) => {
    const { id: applicationId } = await createApplication(owner, { name });
    for (const one of ["web", "api"])
      await createComponent(owner, { applicationId, name: one, type: "generic", runtime: "Docker" });
    await setApplicationVariables(owner, {
      applicationId,
      environmentId,
      variables: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
      ],
    });
  };
  const cost = async () => {
    const before = statements.length;
    const { data, errors } = await ask(
      owner,
      `{ applications(first: 100) { nodes {
      name components { nodes { name } } variables { environment { name resources { name } } key } viewerCan { deleteApplication { allowed } }
    } } }`,
    );
    expect(errors).toBeUndefined();
    return { seen: data.applications.nodes.length, statements: statements.length - before };
  };
  await make("first");
  const one = await cost();
  for (const name of ["second", "third", "fourth"]) await make(name);
  expect(await cost()).toEqual({ seen: 4, statements: one.statements });
});
