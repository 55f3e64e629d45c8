import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { defineCommand } from "../../kernel/verb.ts";
import type { Instance } from "../registry/instance.ts";
import { instanceKeyOf } from "../registry/keys.ts";
import { secondsOf } from "../registry/time.ts";
import { writeChanges } from "../store/entries.ts";
import { engineId, serviceId } from "./catalogue-fields.ts";
import { entriesOf } from "./entries-of.ts";
import { holdService } from "./hold-service.ts";
import { instanceOf, instanceStatus, microserviceInstanceShape } from "./instance-shape.ts";
import { sql } from "drizzle-orm";

/** SVC-07, SVC-08: it stays registered and alive whatever it is switched to. */
export const setMicroserviceInstanceStatus = defineCommand({
  name: "setMicroserviceInstanceStatus",
  title: "Switch an instance to online, offline, out of service or testing",
  action: "cse:registry:modify",
  input: z.object({
    engineId,
    serviceId,
    instanceId: z.string().min(1).max(64).describe("The instance"),
    status: instanceStatus.describe("Only an instance that is UP is called"),
  }),
  on: ["engine", "engineId"],
  output: microserviceInstanceShape,
  async run({ tx, now }, { engineId: engine, serviceId: service_, instanceId, status }) {
    const { revision, service } = await holdService(tx, { engineId: engine, serviceId: service_ });
    const key = instanceKeyOf(service_, instanceId);
    const [row] = await tx.execute<{ value: Instance }>(
      sql`select value from ${entriesOf(engine, "instance", "instance")} where key = ${key}`,
    );
    if (!row) throw notFound("instance", instanceId);
    const value = { ...row.value, status, modTimestamp: secondsOf(now()) };
    await writeChanges(tx, { engineId: engine, revision }, [{ kind: "instance", key, value }]);
    return instanceOf({ value, service });
  },
});
