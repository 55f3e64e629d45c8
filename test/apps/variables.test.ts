import { applicationVariables } from "@flyloft/db";
import {
  createApplication,
  deleteApplication,
  listApplicationVariables,
  setApplicationVariables,
} from "@flyloft/functions/apps";
import { createEnvironment, deleteEnvironment } from "@flyloft/functions/environments";
import type { Ctx } from "@flyloft/functions/kernel";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { land, rejected } from "../environments/land.ts";
import { ask } from "../kit/ask.ts";
import { allowing, world } from "../kit/world.ts";

/** An application and an environment to set variables in. */
async function open(given: { owner: Ctx }) {
  const { owner } = given;
  const { vpcId, clusterId } = await land(owner);
  const { id: applicationId } = await createApplication(owner, { name: "shop" });
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  return { applicationId, environmentId, vpcId, clusterId };
}

test("the whole set is replaced, per application and environment (APP-06)", async () => {
  const { owner } = await world();
  const { vpcId, clusterId, ...place } = await open({ owner });
  const { id: other } = await createEnvironment(owner, { name: "prod", vpcId, resourceIds: [clusterId] });
  const set = (environmentId: string, pairs: Record<string, string>) =>
    setApplicationVariables(owner, {
      ...place,
      environmentId,
      variables: Object.entries(pairs).map(([key, value]) => ({ key, value })),
    });
  await set(place.environmentId, { User: "admin", "log.level": "debug" });
  await set(other, { User: "root" });
  await set(place.environmentId, { User: "nobody", _Zone: "" });
  expect(await listApplicationVariables(owner, place)).toEqual([
    { key: "User", value: "nobody" },
    { key: "_Zone", value: "" },
  ]);
  expect(await listApplicationVariables(owner, { ...place, environmentId: other })).toEqual([
    { key: "User", value: "root" },
  ]);
  const { data } = await ask(owner, `{ applications { nodes { variables { environment { name } key value } } } }`);
  expect(data.applications.nodes[0].variables).toEqual([
    { environment: { name: "test" }, key: "User", value: "nobody" },
    { environment: { name: "test" }, key: "_Zone", value: "" },
    { environment: { name: "prod" }, key: "User", value: "root" },
  ]);
  await set(place.environmentId, {});
  expect(await listApplicationVariables(owner, place)).toEqual([]);
});

describe("variables are refused at their field, and the former set stays:", () => {
  test.each([
    ["a key that starts with a digit", [{ key: "1st", value: "" }], "variables.0.key"],
    [
      "a key with a space",
      [
        { key: "ok", value: "" },
        { key: "a b", value: "" },
      ],
      "variables.1.key",
    ],
    ["a key with an equals sign", [{ key: "a=b", value: "" }], "variables.0.key"],
    ["an empty key", [{ key: "", value: "" }], "variables.0.key"],
    ["a value that is too long", [{ key: "a", value: "x".repeat(32_769) }], "variables.0.value"],
    ["a NUL character", [{ key: "a", value: "x\0y" }], "variables.0.value"],
    [
      "a key set twice",
      [
        { key: "a", value: "1" },
        { key: "a", value: "2" },
      ],
      "variables",
    ],
    ["too many", Array.from({ length: 501 }, (_, i) => ({ key: `k${i}`, value: "" })), "variables"],
  ])("%s", async (_, variables, field) => {
    const { owner } = await world();
    const { applicationId, environmentId } = await open({ owner });
    const place = { applicationId, environmentId };
    await setApplicationVariables(owner, { ...place, variables: [{ key: "User", value: "admin" }] });
    await expect(setApplicationVariables(owner, { ...place, variables })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { [field]: expect.any(Array) } },
    });
    expect(await listApplicationVariables(owner, place)).toEqual([{ key: "User", value: "admin" }]);
  });
});

test("another tenant's application or environment does not exist, and rights are needed", async () => {
  const { owner, nobody, as, accountId } = await world();
  const { applicationId, environmentId } = await open({ owner });
  const stranger = (await world()).owner;
  const theirs = await open({ owner: stranger });
  const set = (ctx: Ctx, place: { applicationId: string; environmentId: string }) =>
    setApplicationVariables(ctx, { ...place, variables: [] });
  await expect(set(owner, { applicationId, environmentId: theirs.environmentId })).rejects.toMatchObject({
    code: "not_found",
    details: { kind: "environment" },
  });
  await expect(set(owner, { applicationId: theirs.applicationId, environmentId })).rejects.toMatchObject({
    code: "not_found",
    details: { kind: "application" },
  });
  await expect(listApplicationVariables(owner, theirs)).rejects.toMatchObject({ code: "not_found" });
  await expect(set(nobody, { applicationId, environmentId })).rejects.toMatchObject({
    code: "forbidden",
    details: { action: "servicestage:app:modify" },
  });
  await expect(listApplicationVariables(nobody, { applicationId, environmentId })).rejects.toMatchObject({
    code: "forbidden",
    details: { action: "servicestage:app:get" },
  });
  // Whoever may only list applications is not told what is in their variables.
  const lister = as({
    id: "usr_lister",
    statements: [allowing(["servicestage:app:list"], `account/${accountId}`)],
  });
  const { errors } = await ask(lister, `{ applications { nodes { name variables { value } } } }`);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "forbidden", action: "servicestage:app:get" });
});

test("of two sets given at once one stays whole", async () => {
  const { owner } = await world();
  const { applicationId, environmentId } = await open({ owner });
  const place = { applicationId, environmentId };
  const setOf = (word: string) =>
    ["a", "b", "c"].map((key) => ({ key: `${key}${word === "two" ? "" : word}`, value: word }));
  for (let round = 0; round < 5; round++) {
    await Promise.all(
      ["one", "two", "three", "four"].map((word) =>
        setApplicationVariables(owner, { ...place, variables: setOf(word) }),
      ),
    );
    const found = await listApplicationVariables(owner, place);
    expect(found).toHaveLength(3);
    expect(found).toEqual(setOf(found[0]!.value));
  }
});

test("variables go with their application and their environment, also when set at that moment", async () => {
  const { owner, db } = await world();
  const { vpcId, clusterId, environmentId } = await open({ owner });
  const rows = (applicationId: string) =>
    db.select().from(applicationVariables).where(eq(applicationVariables.applicationId, applicationId));
  const variables = [{ key: "User", value: "admin" }];
  for (let round = 0; round < 5; round++) {
    const { id: applicationId } = await createApplication(owner, { name: `app-${round}` });
    const { id: brief } = await createEnvironment(owner, { name: `brief-${round}`, vpcId, resourceIds: [clusterId] });
    const inBrief = () => setApplicationVariables(owner, { applicationId, environmentId: brief, variables });
    const gone = await Promise.allSettled([deleteEnvironment(owner, { environmentId: brief }), inBrief()]);
    expect(
      rejected(gone)
        .map(({ code }) => code)
        .filter((code) => code !== "not_found"),
    ).toEqual([]);
    expect(await rows(applicationId)).toEqual([]);

    const set = () => setApplicationVariables(owner, { applicationId, environmentId, variables });
    await set();
    const ended = await Promise.allSettled([deleteApplication(owner, { applicationId }), set()]);
    expect(
      rejected(ended)
        .map(({ code }) => code)
        .filter((code) => code !== "not_found"),
    ).toEqual([]);
    expect(await rows(applicationId)).toEqual([]);
  }
});
