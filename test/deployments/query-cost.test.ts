import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { addAccess } from "@flyloft/functions/operations";
import { aComponent, running, type Stage, stage } from "./stage.ts";

const card = `id name state failure version replicas ready
  component { name } application { name } environment { name } task { kind state }
  replicaList { id state ready place { name } } revisions { number version settings } accesses { name address addresses }
  viewerCan { stopInstance { allowed reason } upgradeInstance { allowed } deleteInstance { allowed } addAccess { allowed reason } }`;
const lists: Record<string, string> = {
  "the instances of a project": `{ instances(first: 100) { totalCount nodes { ${card} } pageInfo { hasNextPage } } }`,
  "the instances of applications and environments": `{ applications { nodes { instances { ${card} } } } environments { nodes { instances { id ready } } } }`,
  "the instances of components": `query ($applicationId: ID!) { components(applicationId: $applicationId) { nodes { name instances { id state ready environment { name } } } } }`,
  tasks: `{ tasks { totalCount nodes { kind state instanceName } } }`,
  agents: `{ agents { totalCount nodes { name online runtimes { version } } } }`,
};

async function more(at: Stage, count: number) {
  for (let i = 0; i < count; i++) {
    const component = await aComponent(at.owner, {
      applicationId: at.applicationId,
      name: `c${i}`,
      packageId: at.packageId,
    });
    const { id } = await running({ ...at, component }, { replicas: 2 });
    await addAccess(at.owner, { instanceId: id });
    await at.agent.obey();
  }
}

test("a list with all that cards show costs the same however long it is", async () => {
  const at = await stage();
  await running(at);
  const cost = async () => {
    const counts: Record<string, number> = {};
    for (const [what, query] of Object.entries(lists)) {
      const before = at.statements.length;
      const { errors } = await ask(at.owner, query, { applicationId: at.applicationId });
      expect([what, errors]).toEqual([what, undefined]);
      counts[what] = at.statements.length - before;
    }
    return counts;
  };
  const one = await cost();
  await more(at, 5);
  expect(await cost()).toEqual(one);
  expect(one["the instances of a project"]).toBeLessThanOrEqual(10);
});
