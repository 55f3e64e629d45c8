import { revisions } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, invalid } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { instanceShape } from "./instance-shape.ts";
import { runtimeOf } from "./check-release.ts";
import { assertCanHold } from "./places.ts";
import { paceOf, timeFor } from "./release-input.ts";
import { addRevision, specOf } from "./revisions.ts";
import { refusalOf } from "./state.ts";
import { assertMay, beginTask, lockInstance } from "./tasks.ts";

/** OPS-04: package, variables, settings and health checks become again what they were in that version. */
export const rollbackInstance = defineCommand({
  name: "rollbackInstance",
  title: "Roll an instance back to a version of its history",
  action: "servicestage:app:modify",
  input: z.object({
    instanceId: idOf("the instance"),
    revision: z.int().min(1).describe("The number of the version in the history"),
  }),
  on: ["instance", "instanceId"],
  output: instanceShape,
  refusal: refusalOf("rollback"),
  async run(call, { instanceId, revision }) {
    const instance = await lockInstance(call, instanceId);
    assertMay("rollback", instance);
    const history = await call.tx
      .select({ number: revisions.number, version: revisions.version })
      .from(revisions)
      .where(eq(revisions.instanceId, instanceId));
    if (!history.some(({ version }) => version !== instance.version))
      throw conflict("There is no other version to roll back to");
    if (!history.some(({ number }) => number === revision))
      throw invalid("revision", `There is no version number ${revision} in the history`);
    if (revision === instance.revision) throw invalid("revision", "This is the version that it has now");
    const { version, spec } = await specOf(call.tx, instance, revision);
    if (version === instance.version)
      throw conflict(`It has version ${version} already: with the same number there is no way back`, { version });
    const { packageId, python } = spec;
    await assertCanHold(call.tx, instance, { runtime: runtimeOf(spec), python, packageId, field: "revision" });
    const number = await addRevision(call, instance, { version, spec, restores: revision });
    return beginTask(call, instance, "rollback", {
      fromRevision: instance.revision,
      toRevision: number,
      fromReplicas: instance.replicas,
      deadline: timeFor(spec),
      change: { revision: number, version, ...paceOf(spec) },
      note: `Rolling back from version ${instance.version} to ${version}`,
    });
  },
});
