import { components, type Instance, type ReleaseSpec } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { applicationVariablesNow, assertParameters, runtimeOf } from "./check-release.ts";
import { engineVariablesNow } from "./choose-engine.ts";
import { instanceShape } from "./instance-shape.ts";
import { assertCanHold } from "./places.ts";
import { optionalRelease, paceOf, replicaCount, specOver, timeFor, version } from "./release-input.ts";
import { addRevision, specOf } from "./revisions.ts";
import { refusalOf } from "./state.ts";
import { assertMay, beginTask, lockInstance } from "./tasks.ts";

export const upgradeInput = z.object({
  instanceId: idOf("the instance"),
  version: version
    .optional()
    .describe("The new version; with the same number there is no way back to the former one (OPS-03)"),
  replicas: replicaCount.optional(),
  ...optionalRelease,
});

/** OPS-03: what is left out stays as it is. */
export const upgradeInstance = defineCommand({
  name: "upgradeInstance",
  title: "Upgrade an instance: package, version or any of its settings",
  action: "servicestage:app:modify",
  input: upgradeInput,
  on: ["instance", "instanceId"],
  output: instanceShape,
  refusal: refusalOf("upgrade"),
  run: (call, input) => upgradeInto(call, input),
});

/** The work of `upgradeInstance`, for those who upgrade several in one transaction. */
export async function upgradeInto(call: CommandCall, input: z.output<typeof upgradeInput>): Promise<Instance> {
  const { tx } = call;
  const instance = await lockInstance(call, input.instanceId);
  assertMay("upgrade", instance);
  const [component] = await tx.select().from(components).where(eq(components.id, instance.componentId));
  const { python } = component!;
  const runtime = runtimeOf(component!);
  const former = await specOf(tx, instance, instance.revision);
  const to = input.version ?? instance.version;
  const member = { component: component!, version: to };
  const spec: ReleaseSpec = {
    ...specOver(former.spec, input),
    runtime: runtime.id,
    python,
    applicationVariables: await applicationVariablesNow(tx, instance.applicationId, instance.environmentId),
    // ERR-02: what is said of the engine is said anew, also when nothing else changes.
    ...(instance.engineId && { engineVariables: await engineVariablesNow(call, instance.engineId, member) }),
  };
  assertParameters(instance.deploySystem, runtime, spec, input);
  await assertCanHold(tx, instance, { runtime, python, packageId: spec.packageId, field: "packageId" });
  const number = await addRevision(call, instance, { version: to, spec });
  return beginTask(call, instance, "upgrade", {
    fromRevision: instance.revision,
    toRevision: number,
    fromReplicas: instance.replicas,
    deadline: timeFor(spec),
    change: { revision: number, version: to, replicas: input.replicas ?? instance.replicas, ...paceOf(spec) },
    note: `Upgrading from version ${instance.version} to ${to}, ${spec.strategy}`,
  });
}
