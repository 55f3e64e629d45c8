import { setApplicationVariables } from "@flyloft/functions/apps";
import { getComponent } from "@flyloft/functions/components";
import { listInstances } from "@flyloft/functions/deployments";
import { createEnvironment } from "@flyloft/functions/environments";
import { expect, test } from "vitest";
import { nodeZip } from "../kit/archives.ts";
import { mutate } from "../kit/mutate.ts";
import { aComponent, aPackage, carried, deployComponentOf, running, type Stage, stage } from "./stage.ts";

const outcome = "{ id done code message }";
const second = (at: Stage, name = "live") =>
  createEnvironment(at.owner, { name, vpcId: at.cluster.vpcId!, resourceIds: [at.cluster.id] });

test("an application is cloned into another environment, each component with its version and parameters (APP-08)", async () => {
  const at = await stage();
  const { owner, agent, applicationId, environment, packageId } = at;
  const api = await running(at, {
    version: "1.2",
    replicas: 2,
    variables: [{ name: "A", value: "1" }],
    scaleInWindow: 4,
  });
  const web = await aComponent(owner, { applicationId, name: "web", packageId });
  await running({ ...at, component: web }, { version: "3.0" });
  const left = await aComponent(owner, { applicationId, name: "left-out", packageId });
  await running({ ...at, component: left });
  const live = await second(at);
  await setApplicationVariables(owner, {
    applicationId,
    environmentId: live.id,
    variables: [{ key: "STAGE", value: "live" }],
  });

  const clone = { applicationId, fromEnvironmentId: environment.id, toEnvironmentId: live.id };
  const changes = [
    { componentId: web.id, replicas: 3 },
    { componentId: left.id, skip: true },
  ];
  expect(await mutate(owner, "cloneToEnvironment", { ...clone, changes }, outcome)).toEqual(
    [at.component.id, web.id].map((id) => ({ id, done: true, code: null, message: null })),
  );
  const { nodes } = await listInstances(owner, { environmentId: live.id });
  expect(nodes.map(({ componentId, version, replicas }) => ({ componentId, version, replicas }))).toEqual([
    { componentId: web.id, version: "3.0", replicas: 3 },
    { componentId: at.component.id, version: "1.2", replicas: 2 },
  ]);
  const copy = nodes[1]!;
  await carried(at, copy.id);
  const { release, ...wish } = agent.wishFor(copy.id);
  expect(release).toEqual({ ...agent.wishFor(api.id).release, environment: { A: "1", STAGE: "live" } });
  expect(wish).toMatchObject({ scaleInWindow: 4 });

  // A second time nothing is cloned twice, and each says so for itself.
  expect(await mutate(owner, "cloneToEnvironment", clone, outcome)).toMatchObject([
    { id: at.component.id, done: false, code: "conflict" },
    { id: web.id, done: false, code: "conflict" },
    { id: left.id, done: true },
  ]);
});

test("a clone names things of one's own only, and says what right is missing", async () => {
  const [at, other] = [await stage(), await stage()];
  await running(at);
  const mine = {
    applicationId: at.applicationId,
    fromEnvironmentId: at.environment.id,
    toEnvironmentId: (await second(at)).id,
  };
  const theirs = {
    applicationId: other.applicationId,
    fromEnvironmentId: other.environment.id,
    toEnvironmentId: other.environment.id,
  };
  for (const [field, id] of Object.entries(theirs))
    expect(await mutate(at.owner, "cloneToEnvironment", { ...mine, [field]: id }, outcome)).toMatchObject({
      code: "not_found",
      id,
    });
  expect(await mutate(at.nobody, "cloneToEnvironment", mine, outcome)).toMatchObject({
    code: "forbidden",
    action: "servicestage:app:modify",
  });
});

test("several cards are upgraded at once, each with its own outcome (CMP-30)", async () => {
  const at = await stage();
  const { owner, applicationId, packageId } = at;
  const api = await running(at);
  const web = await running({ ...at, component: await aComponent(owner, { applicationId, name: "web", packageId }) });
  const other = await aPackage(owner, "2.zip", nodeZip());
  const upgrades = [
    { instanceId: api.id, version: "2.0.0", packageId: other },
    { instanceId: web.id, version: "two" },
    { instanceId: "ins_none", version: "2.0.0" },
    { instanceId: web.id, version: "2.0.0" },
  ];
  // A malformed part refuses the whole, before anything is begun.
  expect(await mutate(owner, "upgradeInstances", { upgrades }, outcome)).toMatchObject({
    code: "invalid",
    fields: { "upgrades.1.version": [expect.any(String)] },
  });
  const sound = upgrades.filter(({ version }) => version !== "two");
  expect(await mutate(owner, "upgradeInstances", { upgrades: sound }, outcome)).toMatchObject([
    { id: api.id, done: true },
    { id: "ins_none", done: false, code: "not_found" },
    { id: web.id, done: true },
  ]);
});

test("a component's source is updated and the chosen environments with it, or nothing at all (CMP-27)", async () => {
  const at = await stage();
  const { owner, component, environment, packageId } = at;
  const api = await running(at);
  const live = await second(at);
  const copy = await deployComponentOf({ ...at, environment: live });
  const other = await aPackage(owner, "2.zip", nodeZip());
  const update = {
    componentId: component.id,
    packageId: other,
    version: "2.0.0",
    environmentIds: [environment.id, live.id],
  };
  const source = async () => (await getComponent(owner, { componentId: component.id })).source;

  // The copy is still being deployed: nothing changes anywhere.
  expect(await mutate(owner, "upgradeComponent", update, "{ id version }")).toMatchObject({
    code: "conflict",
    state: "deploying",
  });
  expect(await source()).toMatchObject({ packageId });
  expect((await listInstances(owner, {})).nodes.find(({ id }) => id === api.id)).toMatchObject({
    state: "running",
    version: "1.0.0",
  });

  await carried(at, copy.id);
  expect(await mutate(owner, "upgradeComponent", update, "{ id version state }")).toEqual(
    [api.id, copy.id].sort().map((id) => ({ id, version: "2.0.0", state: "upgrading" })),
  );
  expect(await source()).toMatchObject({ packageId: other });
  const third = await second(at, "third");
  expect(await mutate(owner, "upgradeComponent", { ...update, environmentIds: [third.id] })).toMatchObject({
    code: "not_found",
    id: third.id,
  });
});

test("sources of several components are updated in a batch (CMP-26)", async () => {
  const at = await stage();
  const { owner, component, environment, packageId } = at;
  await running(at);
  const release = { packageId, version: "2.0.0", environmentIds: [environment.id] };
  expect(
    await mutate(
      owner,
      "upgradeComponents",
      {
        upgrades: [
          { componentId: component.id, ...release },
          { componentId: "cmp_none", ...release },
        ],
      },
      outcome,
    ),
  ).toMatchObject([
    { id: component.id, done: true },
    { id: "cmp_none", done: false, code: "not_found" },
  ]);
});
