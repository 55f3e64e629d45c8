import { components, revisions } from "@flyloft/db";
import { setApplicationVariables } from "@flyloft/functions/apps";
import { getInstance, upgradeInstance } from "@flyloft/functions/deployments";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { mutate } from "../kit/mutate.ts";
import { balksOnce, aPackage, carried, running, type Stage, stage } from "./stage.ts";

const history = async ({ owner }: Stage, instanceId: string) =>
  owner.db.select().from(revisions).where(eq(revisions.instanceId, instanceId)).orderBy(asc(revisions.number));
const http = (path: string) => ({ check: { kind: "http" as const, path } });

test("a rollback restores package, configuration, health checks and pace exactly, as a further version (OPS-04)", async () => {
  const at = await stage();
  const { owner, agent } = at;
  const { id } = await running(at, {
    version: "1.0",
    replicas: 2,
    variables: [
      { name: "A", value: "1" },
      { name: "B", value: "2" },
    ],
    arguments: ["--fast"],
    readiness: http("/ready"),
    liveness: http("/live"),
    logFiles: ["a.log"],
    strategy: "replace",
    scaleInWindow: 3,
    maxUnavailable: { value: 1, percent: false },
    deadline: 33,
    description: "first",
  });
  const before = agent.wishFor(id);
  const other = await aPackage(owner, "2.zip", nodeZip("serves", "2.0.0"));
  await upgradeInstance(owner, {
    instanceId: id,
    version: "2.0",
    packageId: other,
    variables: [{ name: "C", value: "3" }],
    arguments: [],
    readiness: null,
    liveness: null,
    logFiles: [],
    strategy: "rolling",
    scaleInWindow: 60,
    maxUnavailable: { value: 50, percent: true },
    deadline: 99,
    description: "second",
  });
  await carried(at, id);
  expect(agent.wishFor(id).release).toMatchObject({
    version: "2.0",
    artifact: { packageId: other },
    environment: { C: "3" },
    readiness: null,
  });

  expect(
    await mutate(
      owner,
      "rollbackInstance",
      { instanceId: id, revision: 1 },
      "{ version revision state task { kind } }",
    ),
  ).toEqual({
    version: "1.0",
    revision: 3,
    state: "upgrading",
    task: { kind: "rollback" },
  });
  await carried(at, id);
  const after = agent.wishFor(id);
  expect({ ...after.release, revision: 1 }).toEqual(before.release);
  expect([after.strategy, after.scaleInWindow]).toEqual([before.strategy, before.scaleInWindow]);
  const [first, , third] = await history(at, id);
  expect(third!.spec).toEqual(first!.spec);
  expect(third).toMatchObject({ restores: 1, proven: true, version: "1.0" });
  expect(await getInstance(owner, { instanceId: id })).toMatchObject({
    scaleInWindow: 3,
    maxUnavailable: { value: 1, percent: false },
  });
});

test("an upgrade changes what is named and keeps the rest (OPS-03)", async () => {
  const at = await stage();
  const { id } = await running(at, {
    variables: [{ name: "A", value: "1" }],
    readiness: http("/ready"),
    scaleInWindow: 3,
  });
  await mutate(at.owner, "upgradeInstance", { instanceId: id, version: "1.0.1" });
  const [first, second] = await history(at, id);
  expect(second!.spec).toEqual(first!.spec);
});

test("variables of the application are those of the time of the deployment; the component's own win (APP-06)", async () => {
  const at = await stage();
  const { owner, agent, applicationId, environment } = at;
  const set = (variables: { key: string; value: string }[]) =>
    setApplicationVariables(owner, { applicationId, environmentId: environment.id, variables });
  await set([
    { key: "User", value: "admin" },
    { key: "COLOUR", value: "grey" },
  ]);
  const { id } = await running(at, { variables: [{ name: "COLOUR", value: "blue" }] });
  expect(agent.wishFor(id).release.environment).toEqual({ User: "admin", COLOUR: "blue" });

  await set([{ key: "User", value: "root" }]);
  await mutate(owner, "restartInstance", { instanceId: id });
  await carried(at, id);
  expect(agent.wishFor(id).release.environment).toEqual({ User: "admin", COLOUR: "blue" });
  await mutate(owner, "upgradeInstance", { instanceId: id, version: "1.0.1" });
  await carried(at, id);
  expect(agent.wishFor(id).release.environment).toEqual({ User: "root", COLOUR: "blue" });
  await mutate(owner, "rollbackInstance", { instanceId: id, revision: 1 });
  await carried(at, id);
  expect(agent.wishFor(id).release.environment).toEqual({ User: "admin", COLOUR: "blue" });
});

test.each([
  ["JSON", "a.json", '{"key1":"value1","COLOUR":"green"}'],
  ["YAML", "a.yaml", "key1: value1\nCOLOUR: green\n"],
])("variables come from a %s file too; what was typed wins (ADV-05)", async (_, name, content) => {
  const at = await stage();
  const { id } = await running(at, {
    variables: [{ name: "COLOUR", value: "blue" }],
    variablesFile: { name, content },
  });
  expect(at.agent.wishFor(id).release.environment).toEqual({ COLOUR: "blue", key1: "value1" });
  const [first] = await history(at, id);
  expect(first!.spec).not.toHaveProperty("variablesFile");
});

test("what cannot be rolled back to is refused: no other version, an unknown one, the present one, the same number", async () => {
  const at = await stage();
  const { owner } = at;
  const { id } = await running(at);
  const back = (revision: number) => mutate(owner, "rollbackInstance", { instanceId: id, revision });
  expect(await back(1)).toMatchObject({ code: "conflict" });
  await mutate(owner, "upgradeInstance", { instanceId: id, version: "2.0.0" });
  await carried(at, id);
  await mutate(owner, "upgradeInstance", { instanceId: id, variables: [] });
  await carried(at, id);
  expect(await back(9)).toMatchObject({ code: "invalid", fields: { revision: [expect.any(String)] } });
  expect(await back(3)).toMatchObject({ code: "invalid", fields: { revision: [expect.any(String)] } });
  expect(await back(2)).toMatchObject({ code: "conflict", message: expect.stringContaining("same number") });
  expect(await back(1)).toMatchObject({ id });
});

test("a rollback needs its runtime on the machine and its package in storage", async () => {
  const at = await stage();
  const { owner } = at;
  const { id } = await running(at);
  await mutate(owner, "upgradeInstance", { instanceId: id, version: "2.0.0" });
  await carried(at, id);
  const [first] = await history(at, id);
  await owner.db
    .update(revisions)
    .set({ spec: { ...first!.spec, runtime: "Java21" } })
    .where(eq(revisions.id, first!.id));
  expect(await mutate(owner, "rollbackInstance", { instanceId: id, revision: 1 })).toMatchObject({
    code: "invalid",
    fields: { revision: [expect.any(String)] },
  });
  await owner.db
    .update(revisions)
    .set({ spec: { ...first!.spec, packageId: "pkg_gone" } })
    .where(eq(revisions.id, first!.id));
  expect(await mutate(owner, "rollbackInstance", { instanceId: id, revision: 1 })).toMatchObject({ code: "not_found" });
});

test("an upgrade for hosts is refused what DEP-12 does not give them", async () => {
  const at = await stage();
  const { owner } = at;
  await owner.db.update(components).set({ runtime: "Nodejs8" }).where(eq(components.id, at.component.id));
  const { id } = await running(at, { system: "vm", hostIds: [at.host.id] });
  for (const change of [{ replicas: 2 }, { strategy: "replace" }, { readiness: http("/") }, { command: ["node"] }])
    expect(await mutate(owner, "upgradeInstance", { instanceId: id, version: "2.0", ...change })).toMatchObject({
      code: "invalid",
      fields: { [Object.keys(change)[0]!]: [expect.any(String)] },
    });
  expect(await mutate(owner, "upgradeInstance", { instanceId: id, version: "2.0", variables: [] })).toMatchObject({
    id,
  });
});

test("an upgrade that was refused leaves no version behind", async () => {
  const at = await stage();
  const { id } = await running(at);
  await mutate(at.owner, "upgradeInstance", { instanceId: id, version: "2.0.0", jvmOptions: "-Xmx1g" });
  expect(await history(at, id)).toHaveLength(1);
  expect(await getInstance(at.owner, { instanceId: id })).toMatchObject({
    state: "running",
    version: "1.0.0",
    taskId: null,
  });
});

test("after a failed upgrade the numbers go on, and the failed version can be tried again", async () => {
  const at = await stage();
  const { id } = await running(at);
  await mutate(at.owner, "upgradeInstance", { instanceId: id, version: "2.0.0" });
  await carried(at, id, { play: balksOnce });
  await mutate(at.owner, "upgradeInstance", { instanceId: id, version: "2.0.0" });
  await carried(at, id);
  expect((await history(at, id)).map(({ number, version, proven }) => ({ number, version, proven }))).toEqual([
    { number: 1, version: "1.0.0", proven: true },
    { number: 2, version: "2.0.0", proven: false },
    { number: 3, version: "2.0.0", proven: true },
  ]);
});
