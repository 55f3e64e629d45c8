import { z } from "zod";
import { assertMay, beginTask, lockInstance, refusalOf, specOf, type TaskKind } from "../deployments/index.ts";
import { instanceShape } from "../deployments/instance-shape.ts";
import { replicaCount } from "../deployments/release-input.ts";
import { invalid } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";

const one = { instanceId: idOf("the instance") };

/** Stop, start and restart differ in a word only (OPS-02). */
const simple = <K extends TaskKind>(kind: K, name: string, title: string, note: string) =>
  defineCommand({
    name,
    title,
    action: "servicestage:app:modify",
    input: z.object(one),
    on: ["instance", "instanceId"],
    output: instanceShape,
    refusal: refusalOf(kind),
    async run(call, { instanceId }) {
      const instance = await lockInstance(call, instanceId);
      assertMay(kind, instance);
      const { spec } = await specOf(call.tx, instance, instance.revision);
      // A process may take its whole window to leave.
      const deadline = kind === "start" ? spec.deadline : spec.deadline + instance.scaleInWindow * instance.replicas;
      return beginTask(call, instance, kind, { deadline, note });
    },
  });

export const stopInstance = simple("stop", "stopInstance", "Stop an instance", "Stopping");
export const startInstance = simple("start", "startInstance", "Start a stopped instance", "Starting");
export const restartInstance = simple(
  "restart",
  "restartInstance",
  "Restart an instance, following its upgrade strategy",
  "Restarting",
);

/** OPS-28. */
export const scaleInstance = defineCommand({
  name: "scaleInstance",
  title: "Change how many run",
  action: "servicestage:app:modify",
  input: z.object({ ...one, replicas: replicaCount.describe("How many there should be") }),
  on: ["instance", "instanceId"],
  output: instanceShape,
  refusal: refusalOf("scale"),
  async run(call, { instanceId, replicas }) {
    const instance = await lockInstance(call, instanceId);
    assertMay("scale", instance);
    if (instance.deploySystem === "vm")
      throw invalid("replicas", "Not available for VM deployments: there is one instance per chosen host");
    const { spec } = await specOf(call.tx, instance, instance.revision);
    return beginTask(call, instance, "scale", {
      fromReplicas: instance.replicas,
      deadline: spec.deadline + instance.scaleInWindow,
      change: { replicas },
      note: `Scaling from ${instance.replicas} to ${replicas}`,
    });
  },
});

/** OPS-05: everything that was made for it goes; packages and shared resources stay. */
export const deleteInstance = defineCommand({
  name: "deleteInstance",
  title: "Delete an instance for good",
  action: "servicestage:app:delete",
  input: z.object({ ...one, confirm: z.string().max(256).describe("The instance's name, typed to confirm") }),
  on: ["instance", "instanceId"],
  output: instanceShape,
  refusal: refusalOf("delete"),
  async run(call, { instanceId, confirm }) {
    const instance = await lockInstance(call, instanceId);
    if (confirm !== instance.name)
      throw invalid("confirm", `Type the name of the instance to delete it: ${instance.name}`);
    assertMay("delete", instance);
    return beginTask(call, instance, "delete", { deadline: 60 + instance.scaleInWindow, note: "Deleting" });
  },
});
