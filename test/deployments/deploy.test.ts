import { agents, components, packages } from "@flyloft/db";
import { deleteComponent } from "@flyloft/functions/components";
import { createEnvironment, registerResource } from "@flyloft/functions/environments";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { mutate } from "../kit/mutate.ts";
import { aComponent, aJar, aPackage, aWar, carried, running, stage } from "./stage.ts";

const probe = { check: { kind: "http", path: "/health" } };
const deploying =
  "{ id name version state replicas deploySystem revision task { kind state startedBy } revisions { number version proven } }";

test("a deployment answers at once with its name, its version and the task that carries it out (DEP-18, DEP-24)", async () => {
  const { owner, component, environment } = await stage();
  const answer = await mutate(
    owner,
    "deployComponent",
    { componentId: component.id, environmentId: environment.id },
    deploying,
  );
  expect(answer).toEqual({
    id: expect.stringMatching(/^ins_/),
    name: expect.stringMatching(/^api-test-[a-z0-9]{6}$/),
    version: "1.0.0",
    state: "deploying",
    replicas: 1,
    deploySystem: "container",
    revision: 1,
    task: { kind: "deploy", state: "running", startedBy: "owner" },
    revisions: [{ number: 1, version: "1.0.0", proven: false }],
  });
});

test("the agent is told of it when its workflow begins, whole and never before", async () => {
  const { owner, agent, component, environment, packageId, ...at } = await stage();
  const { id } = await mutate(owner, "deployComponent", {
    componentId: component.id,
    environmentId: environment.id,
    version: "1.2",
    replicas: 2,
    variables: [{ name: "A", value: "1" }],
    arguments: ["--port", "${PORT}"],
    readiness: probe,
    logFiles: ["logs/*.log"],
    strategy: "replace",
    scaleInWindow: 5,
    maxUnavailable: { value: 25, percent: true },
  });
  expect(await agent.pull()).toEqual([]);
  await carried({ owner, agent, ...at }, id);
  expect(agent.wishFor(id)).toMatchObject({
    wish: "running",
    replicas: 2,
    applicationName: "shop",
    scaleInWindow: 5,
    strategy: { kind: "replace", maxUnavailable: { value: 25, percent: true } },
    release: {
      revision: 1,
      version: "1.2",
      runtime: { family: "node", major: 24 },
      artifact: { packageId, fileName: "1.0.0.zip", format: "zip" },
      environment: { A: "1" },
      arguments: ["--port", "${PORT}"],
      readiness: { ...probe, period: 10 },
      liveness: null,
      logFiles: ["logs/*.log"],
    },
  });
});

test("two hosts run one instance each (DEP-08)", async () => {
  const { owner, host, environment, component, agent, ...at } = await stage();
  const { id } = await mutate(owner, "deployComponent", {
    componentId: await nodejs8(owner, component),
    environmentId: environment.id,
    system: "vm",
    hostIds: [host.id, host.id],
  });
  await carried({ owner, agent, ...at }, id);
  expect(agent.wishFor(id)).toMatchObject({ replicas: 1 });
  expect(await mutate(owner, "scaleInstance", { instanceId: id, replicas: 2 })).toMatchObject({
    code: "invalid",
    fields: { replicas: [expect.any(String)] },
  });
});

/** DEP-03 names Nodejs8: the same component on it. */
async function nodejs8(owner: Awaited<ReturnType<typeof stage>>["owner"], { id }: { id: string }) {
  await owner.db.update(components).set({ runtime: "Nodejs8" }).where(eq(components.id, id));
  return id;
}

/** Refusals change nothing: they can share a stage. */
let shared: ReturnType<typeof stage> | undefined;
const still = () => (shared ??= stage());

describe("is refused, with its field", () => {
  test.each([
    ["version", { version: "one" }],
    ["version", { version: "1" }],
    ["version", { version: "1.2.3.4.5" }],
    ["version", { version: "" }],
    ["replicas", { replicas: 0 }],
    ["replicas", { replicas: 1001 }],
    ["scaleInWindow", { scaleInWindow: -1 }],
    ["scaleInWindow", { scaleInWindow: 10_000 }],
    ["maxUnavailable", { maxUnavailable: { value: 101, percent: true } }],
    ["variables.0.name", { variables: [{ name: "1A", value: "" }] }],
    [
      "variables",
      {
        variables: [
          { name: "A", value: "" },
          { name: "A", value: "b" },
        ],
      },
    ],
    ["variables.0.value", { variables: [{ name: "A", value: "a\0b" }] }],
    ["variablesFile", { variablesFile: { name: "a.yaml", content: "- a\n- b" } }],
    ["logFiles.0", { logFiles: ["../other/secret"] }],
    ["logFiles.0", { logFiles: ["/etc/passwd"] }],
    ["port", { port: 65_536 }],
    ["deadline", { deadline: 1 }],
    ["jvmOptions", { jvmOptions: "-Xmx64m" }],
    ["serverXml", { serverXml: "<Server/>" }],
    ["hostIds", { hostIds: ["res_1"] }],
    ["clusterId", { clusterId: "res_1" }],
    ["readiness.check.path", { readiness: { check: { kind: "http", path: "health" } } }],
    ["liveness.check.command", { liveness: { check: { kind: "command", command: "" } } }],
    ["liveness.check.path", { liveness: { check: { kind: "http" } } }],
  ])("%s in %j", async (field, release) => {
    const { owner, component, environment } = await still();
    const answer = await mutate(owner, "deployComponent", {
      componentId: component.id,
      environmentId: environment.id,
      ...release,
    });
    expect(answer).toMatchObject({ code: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  test.each([
    ["clusterId", { clusterId: "res_1" }],
    ["replicas", { replicas: 1 }],
    ["port", { port: 8080 }],
    ["command", { command: ["node"] }],
    ["arguments", { arguments: ["-v"] }],
    ["strategy", { strategy: "replace" }],
    ["maxUnavailable", { maxUnavailable: { value: 1 } }],
    ["liveness", { liveness: probe }],
    ["readiness", { readiness: probe }],
    ["logFiles", { logFiles: ["a.log"] }],
    ["hostIds", { hostIds: [] }],
  ])("%s for hosts: DEP-12 knows it not there", async (field, release) => {
    const { owner, component, environment, host } = await still();
    const place = {
      componentId: await nodejs8(owner, component),
      environmentId: environment.id,
      system: "vm",
      hostIds: [host.id],
    };
    expect(await mutate(owner, "deployComponent", { ...place, ...release })).toMatchObject({
      code: "invalid",
      fields: { [field]: [expect.any(String)] },
    });
  });
});

describe("is refused, in words that help", () => {
  test("hosts run Java 8, Tomcat 8 and Node.js 8 only (DEP-03)", async () => {
    const { owner, component, environment, host } = await stage();
    const vm = { environmentId: environment.id, system: "vm", hostIds: [host.id] };
    await owner.db.update(components).set({ runtime: "Php7" }).where(eq(components.id, component.id));
    expect(await mutate(owner, "deployComponent", { componentId: component.id, ...vm })).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("DEP-03"),
    });
  });

  test("a second deployment into the same environment points to the upgrade (DEP-24)", async () => {
    const at = await stage();
    await running(at);
    const again = { componentId: at.component.id, environmentId: at.environment.id };
    expect(await mutate(at.owner, "deployComponent", again)).toMatchObject({
      code: "conflict",
      use: "upgradeInstance",
    });
  });

  test("two who deploy the same at once: one wins", async () => {
    const { owner, component, environment } = await stage();
    const both = await Promise.all(
      [1, 2, 3].map(() =>
        mutate(owner, "deployComponent", { componentId: component.id, environmentId: environment.id }),
      ),
    );
    expect(both.map(({ code }) => code ?? "done").sort()).toEqual(["conflict", "conflict", "done"]);
  });

  test("a runtime that the machine lacks: the words say what it has", async () => {
    const { owner, applicationId, environment } = await stage();
    const java = await aComponent(owner, {
      applicationId,
      name: "java",
      packageId: await aJar(owner),
      runtime: "Java21",
      kind: "jar",
    });
    expect(
      await mutate(owner, "deployComponent", { componentId: java.id, environmentId: environment.id }),
    ).toMatchObject({
      code: "blocked",
      message: expect.stringMatching(/^machine has no Java 21.*It can run: node 24\.21\.0$/),
      runtime: "Java21",
      place: "machine",
    });
  });

  test("a machine that was not heard of for a while: hosts are deployed to only while their agent speaks", async () => {
    const { owner, component, environment, host, agent } = await stage();
    await owner.db
      .update(agents)
      .set({ lastSeenAt: new Date(0) })
      .where(eq(agents.id, agent.id));
    const place = {
      componentId: await nodejs8(owner, component),
      environmentId: environment.id,
      system: "vm",
      hostIds: [host.id],
    };
    expect(await mutate(owner, "deployComponent", place)).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("offline"),
    });
  });

  test("a cluster that runs images needs a build first (DEP-02); of several clusters one must be chosen", async () => {
    const { owner, component, cluster } = await stage();
    const docker = await registerResource(owner, {
      kind: "cluster",
      name: "docker",
      vpcId: cluster.vpcId!,
      agentId: cluster.agentId!,
      attributes: { engine: "docker" },
    });
    const both = await createEnvironment(owner, {
      name: "both",
      vpcId: cluster.vpcId!,
      resourceIds: [cluster.id, docker.id],
    });
    const place = { componentId: component.id, environmentId: both.id };
    expect(await mutate(owner, "deployComponent", place)).toMatchObject({
      code: "invalid",
      fields: { clusterId: [expect.stringContaining("Choose")] },
    });
    expect(await mutate(owner, "deployComponent", { ...place, clusterId: docker.id })).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("DEP-02"),
    });
  });

  test("a cluster that no agent reaches", async () => {
    const { owner, component, cluster } = await stage();
    const lone = await registerResource(owner, {
      kind: "cluster",
      name: "lone",
      vpcId: cluster.vpcId!,
      attributes: { engine: "process" },
    });
    const environment = await createEnvironment(owner, { name: "lone", vpcId: cluster.vpcId!, resourceIds: [lone.id] });
    expect(
      await mutate(owner, "deployComponent", { componentId: component.id, environmentId: environment.id }),
    ).toMatchObject({ code: "blocked", message: expect.stringContaining("No agent reaches lone") });
  });

  test("a package that the runtime cannot run, one that is not there, and one that was not looked into", async () => {
    const { owner, component, environment, packageId } = await stage();
    const place = { componentId: component.id, environmentId: environment.id };
    expect(await mutate(owner, "deployComponent", { ...place, packageId: await aWar(owner) })).toMatchObject({
      code: "invalid",
      fields: { packageId: [expect.any(String)] },
    });
    expect(await mutate(owner, "deployComponent", { ...place, packageId: "pkg_none" })).toMatchObject({
      code: "not_found",
    });
    await owner.db.update(packages).set({ state: "uploading" }).where(eq(packages.id, packageId));
    expect(await mutate(owner, "deployComponent", place)).toMatchObject({
      code: "blocked",
      message: expect.stringContaining("not uploaded yet"),
    });
  });

  test("one instance more than the project may have (LIM-04), also when two take the last place at once", async () => {
    const at = await stage({ limits: { instances: 2 } });
    const { owner, applicationId, environment, packageId } = at;
    await running(at);
    const more = await Promise.all(
      ["bb", "cc", "dd"].map((name) => aComponent(owner, { applicationId, name, packageId })),
    );
    const tries = await Promise.all(
      more.map(({ id }) => mutate(owner, "deployComponent", { componentId: id, environmentId: environment.id })),
    );
    expect(tries.map(({ code }) => code ?? "done").sort()).toEqual(["done", "limit_reached", "limit_reached"]);
  });

  test("what belongs to another tenant does not exist", async () => {
    const [{ owner, component, environment }, other] = [await stage(), await stage()];
    const mine = { componentId: component.id, environmentId: environment.id };
    for (const theirs of [
      { componentId: other.component.id },
      { environmentId: other.environment.id },
      { packageId: other.packageId },
    ])
      expect(await mutate(owner, "deployComponent", { ...mine, ...theirs })).toMatchObject({ code: "not_found" });
    expect(await mutate(owner, "deployComponent", { ...mine, clusterId: other.cluster.id })).toMatchObject({
      code: "invalid",
    });
  });
});

test("a component that is being deployed cannot be deleted meanwhile, nor deployed when it was deleted first", async () => {
  const { owner, applicationId, environment, packageId } = await stage();
  for (let round = 0; round < 5; round++) {
    const { id } = await aComponent(owner, { applicationId, name: `c${round}`, packageId });
    const [deployed, deleted] = await Promise.all([
      mutate(owner, "deployComponent", { componentId: id, environmentId: environment.id }),
      deleteComponent(owner, { componentId: id }).then(
        () => "done",
        ({ code }) => code,
      ),
    ]);
    expect([[deployed.code ?? "done", deleted]]).toSatisfy(
      ([[a, b]]) => (a === "done" && b === "blocked") || (a === "not_found" && b === "done"),
    );
  }
});

test("a deployment costs a fixed number of statements", async () => {
  const { owner, statements, applicationId, environment, packageId } = await stage();
  const cost = async (name: string) => {
    const { id } = await aComponent(owner, { applicationId, name, packageId });
    const before = statements.length;
    await mutate(owner, "deployComponent", { componentId: id, environmentId: environment.id });
    return statements.length - before;
  };
  const first = await cost("first");
  for (const name of ["aa", "bb", "cc"]) await cost(name);
  expect(await cost("last")).toBe(first);
  expect(first).toBeLessThan(40);
});

test("the package of a deployment is the component's own unless another is named", async () => {
  const { owner, agent, component, environment, ...at } = await stage();
  const other = await aPackage(owner, "other.zip", nodeZip());
  const { id } = await mutate(owner, "deployComponent", {
    componentId: component.id,
    environmentId: environment.id,
    packageId: other,
  });
  await carried({ owner, agent, ...at }, id);
  expect(agent.wishFor(id).release.artifact.packageId).toBe(other);
});
