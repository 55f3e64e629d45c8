import { type InstanceState, instances, instanceStates } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { running, type Stage, stage } from "../deployments/stage.ts";
import { ask } from "../kit/ask.ts";
import { mutate } from "../kit/mutate.ts";

/** Where each operation may begin (OPS-02, OPS-03, OPS-14, OPS-28), and what the instance is while it is under way (OPS-01). */
const table: Record<string, { from: readonly InstanceState[]; during: string; input?: (name: string) => object }> = {
  upgradeInstance: {
    from: ["running", "not_ready", "stopped", "abnormal"],
    during: "upgrading",
    input: () => ({ version: "2.0.0" }),
  },
  rollbackInstance: {
    from: ["running", "not_ready", "stopped", "abnormal"],
    during: "upgrading",
    input: () => ({ revision: 1 }),
  },
  scaleInstance: { from: ["running", "not_ready", "abnormal"], during: "upgrading", input: () => ({ replicas: 3 }) },
  startInstance: { from: ["stopped"], during: "starting" },
  stopInstance: { from: ["running", "not_ready"], during: "stopping" },
  restartInstance: { from: ["running", "not_ready"], during: "starting" },
  deleteInstance: {
    from: instanceStates.filter((state) => state !== "deleting"),
    during: "deleting",
    input: (confirm) => ({ confirm }),
  },
  addAccess: { from: ["running"], during: "running" },
};

let shared: Promise<Stage & { id: string; name: string }> | undefined;
/** One instance with two versions, put back into the state that a test begins with. */
async function inState(state: InstanceState, taskId: string | null = null) {
  shared ??= (async () => {
    const at = await stage();
    const { id, name } = await running(at);
    await mutate(at.owner, "upgradeInstance", { instanceId: id, version: "1.0.1" });
    return { ...at, id, name };
  })();
  const at = await shared;
  await at.owner.db
    .update(instances)
    .set({ state, taskId, version: "1.0.1", revision: 2 })
    .where(eq(instances.id, at.id));
  return at;
}

describe.each(Object.entries(table))("%s", (verb, { from, during, input }) => {
  test.each(instanceStates)("in %s", async (state) => {
    const { owner, id, name } = await inState(state);
    const { data } = await ask(
      owner,
      `query ($id: ID!) { instance(instanceId: $id) { viewerCan { ${verb} { allowed reason } } } }`,
      { id },
    );
    const promised = data.instance.viewerCan[verb];
    const fields = verb === "addAccess" ? "{ id }" : "{ state task { state } }";
    const answer = await mutate(owner, verb, { instanceId: id, ...input?.(name) }, fields);
    if (from.includes(state)) {
      expect(promised).toEqual({ allowed: true, reason: null });
      if (verb !== "addAccess") expect(answer).toEqual({ state: during, task: { state: "running" } });
    } else {
      expect(answer).toMatchObject({ code: "conflict" });
      expect(promised).toEqual({ allowed: false, reason: answer.message });
    }
  });

  test.skipIf(verb === "addAccess" || verb === "deleteInstance")("while another is under way", async () => {
    const { owner, id } = await inState(from[0]!, "tsk_other");
    expect(await mutate(owner, verb, { instanceId: id, ...input?.("") })).toMatchObject({ code: "conflict" });
  });
});

test("a deletion is confirmed with the name of the instance (OPS-05)", async () => {
  const { owner, id, name } = await inState("running");
  for (const confirm of ["", "yes", `${name} `])
    expect(await mutate(owner, "deleteInstance", { instanceId: id, confirm })).toMatchObject({
      code: "invalid",
      fields: { confirm: [expect.stringContaining(name)] },
    });
});

test("of many operations at once on one instance one wins, and the others are told what is under way", async () => {
  const at = await stage();
  const { id } = await running(at);
  const verbs = [
    "stopInstance",
    "restartInstance",
    "scaleInstance",
    "upgradeInstance",
    "stopInstance",
    "restartInstance",
  ];
  const answers = await Promise.all(
    verbs.map((verb) => mutate(at.owner, verb, { instanceId: id, ...table[verb]!.input?.("") })),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === "conflict")).toHaveLength(5);
});

test.each(["stopInstance", "scaleInstance", "deleteInstance", "addAccess", "removeAccess"])(
  "%s of another tenant's instance finds nothing",
  async (verb) => {
    const { id, name } = await inState("running");
    const stranger = (await stage()).owner;
    expect(
      await mutate(stranger, verb, {
        instanceId: id,
        ...table[verb]?.input?.(name),
        ...(verb === "removeAccess" && { accessId: "acs_1" }),
      }),
    ).toMatchObject({ code: "not_found" });
  },
);
