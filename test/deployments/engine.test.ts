import { components, engineEntries, instances, taskLog } from "@flyloft/db";
import { deployComponent, instancesUnderWay, upgradeInstance } from "@flyloft/functions/deployments";
import { putResource, updateEnvironment } from "@flyloft/functions/environments";
import { renameProject } from "@flyloft/functions/identity";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { anAddress, anEngine } from "../engines/an-engine.ts";
import { carried, type Stage, stage } from "./stage.ts";

/** A world in whose environment an engine is, and a component that registers. */
async function withEngine(given: Parameters<typeof anEngine>[1] = {}) {
  const at = await stage();
  await at.db.update(components).set({ type: "microservice" }).where(eq(components.id, at.component.id));
  return { at, engine: await engineIn(at, given) };
}

async function engineIn(at: Stage, given: Parameters<typeof anEngine>[1], port = 30_200) {
  const { owner, db, projectId, environment, cluster } = at;
  const entry = await db.transaction((tx) =>
    putResource(
      { tx, newId: owner.newId, now: owner.now, secrets: owner.secrets },
      { projectId, kind: "engine", name: `engine-${port}`, vpcId: cluster.vpcId, agentId: null, attributes: {} },
    ),
  );
  await updateEnvironment(owner, { environmentId: environment.id, addResourceIds: [entry.id] });
  const engine = await anEngine(owner, { resourceId: entry.id, instanceQuota: 100, ...given });
  await anAddress(owner, engine, port);
  return engine;
}

const deploy = ({ owner, component, environment }: Stage, given: object = {}) =>
  deployComponent(owner, { componentId: component.id, environmentId: environment.id, ...given });

/** Instances that registered at an engine. */
const register = (at: Stage, engineId: string, count: number) =>
  at.db.insert(engineEntries).values(
    Array.from({ length: count }, (_, i) => ({
      engineId,
      kind: "instance",
      key: `s/${i}`,
      value: { n: i },
      revision: 1,
    })),
  );

describe("a microservice component", () => {
  test("of the framework Mesher is named to a sidecar, with its application and the version that it has now", async () => {
    const { at } = await withEngine();
    await at.db.update(components).set({ framework: "Mesher" }).where(eq(components.id, at.component.id));
    const { id } = await deploy(at, { version: "1.2.0" });
    await carried(at, id);
    const named = () => at.agent.wishFor(id).release.environment;
    expect(named()).toMatchObject({ MESHER_SERVICE: at.component.name, MESHER_VERSION: "1.2.0" });
    expect(named().MESHER_APPLICATION).toBeTruthy();
    await upgradeInstance(at.owner, { instanceId: id, version: "1.3.0" });
    await carried(at, id);
    expect(named()).toMatchObject({ MESHER_VERSION: "1.3.0" });
  });

  test("is told by its environment where registry, configuration and dashboard of the engine are, and what else it was told wins", async () => {
    const { at, engine } = await withEngine();
    const { id, engineId } = await deploy(at, { variables: [{ name: "PAAS_CSE_CC_ENDPOINT", value: "http://own" }] });
    expect(engineId).toBe(engine.id);
    await carried(at, id);
    const { environment } = at.agent.wishFor(id).release;
    const address = "http://127.0.0.1:30200";
    expect(environment).toMatchObject({
      PAAS_CSE_SC_ENDPOINT: address,
      PAAS_CSE_DS_ENDPOINT: address,
      PAAS_CSE_ENDPOINT: address,
      SERVICECOMB_REGISTRY_SC_ADDRESS: address,
      SPRING_CLOUD_SERVICECOMB_DISCOVERY_ADDRESS: address,
      PAAS_CSE_CC_ENDPOINT: "http://own",
    });
    expect(environment).not.toHaveProperty("SERVICECOMB_CREDENTIALS_PROJECT");
  });

  test("on the shared engine names its project; after a rename an upgrade without changes tells the new name (ERR-02)", async () => {
    const { at } = await withEngine({ edition: "professional", name: "Cloud Service Engine" });
    const { id } = await deploy(at);
    await carried(at, id);
    expect(at.agent.wishFor(id).release.environment).toMatchObject({ SERVICECOMB_CREDENTIALS_PROJECT: "default" });
    await renameProject(at.owner, { projectId: at.projectId, name: "renamed", acknowledged: true });
    await upgradeInstance(at.owner, { instanceId: id });
    await carried(at, id);
    expect(at.agent.wishFor(id).release.environment).toMatchObject({ SERVICECOMB_CREDENTIALS_PROJECT: "renamed" });
  });

  test("takes an engine of its own rather than the shared one, the one that is named, or none", async () => {
    const { at, engine } = await withEngine({ edition: "professional", name: "Cloud Service Engine" });
    const own = await engineIn(at, {}, 30_201);
    const chosen = async (given: object) => {
      const { id, engineId } = await deploy(at, given);
      await at.db.delete(instances).where(eq(instances.id, id));
      return engineId;
    };
    expect([await chosen({}), await chosen({ engineId: engine.id }), await chosen({ engineId: null })]).toEqual([
      own.id,
      engine.id,
      null,
    ]);
    await expect(deploy(at, { engineId: (await anEngine(at.owner)).id })).rejects.toMatchObject({ code: "invalid" });
  });

  test("is refused an engine that does not serve, and keeps the one it has from being taken out of the environment", async () => {
    const { at } = await withEngine({ state: "upgrading" });
    await expect(deploy(at)).rejects.toMatchObject({ code: "blocked" });
    const { at: other, engine } = await withEngine();
    await carried(other, (await deploy(other)).id);
    const taking = { environmentId: other.environment.id, removeResourceIds: [engine.resourceId!] };
    await expect(updateEnvironment(other.owner, taking)).rejects.toMatchObject({
      code: "blocked",
      details: { components: ["api"] },
    });
  });

  test("finds room while there is some, is told when little is left, and is refused when none is (DEP-09)", async () => {
    const { at, engine } = await withEngine();
    await register(at, engine.id, 95);
    const { id, taskId } = await deploy(at, { replicas: 5 });
    const lines = await at.db.select().from(taskLog).where(eq(taskLog.taskId, taskId!));
    expect(lines.filter(({ level }) => level === "warning").map(({ message }) => message)).toEqual([
      expect.stringContaining("scale it up soon"),
    ]);
    // Nothing of the first is registered yet: the second finds the same room, and the engine takes both in.
    expect((await instancesUnderWay(at.db)).get(engine.id)).toBe(5);
    await at.db.delete(instances).where(eq(instances.id, id));
    await expect(deploy(at, { replicas: 6 })).rejects.toMatchObject({
      code: "limit_reached",
      details: { registered: 95 },
    });
  });
});

test("a web component has no engine, and naming one is refused (DEP-12)", async () => {
  const { at, engine } = await withEngine();
  await at.db.update(components).set({ type: "web" }).where(eq(components.id, at.component.id));
  await expect(deploy(at, { engineId: engine.id })).rejects.toMatchObject({ code: "invalid" });
  expect((await deploy(at)).engineId).toBeNull();
});
