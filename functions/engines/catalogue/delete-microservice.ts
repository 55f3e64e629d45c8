import { engineEntries } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineCommand } from "../../kernel/verb.ts";
import type { EntryKind } from "../store/entries.ts";
import { writeChanges } from "../store/entries.ts";
import { engineId, serviceId } from "./catalogue-fields.ts";
import { holdService } from "./hold-service.ts";

export const deletedMicroserviceShape = z.object({ id: z.string(), instances: z.int(), comesBack: z.boolean() });

/** SVC-03: with all that belongs to it. Instances that run will register it again at their next heartbeat. */
export const deleteMicroservice = defineCommand({
  name: "deleteMicroservice",
  title: "Delete a version of a microservice; one with running instances comes back after a while",
  action: "cse:registry:modify",
  input: z.object({ engineId, serviceId }),
  on: ["engine", "engineId"],
  output: deletedMicroserviceShape,
  async run({ tx }, { engineId: engine, serviceId: id }) {
    const { revision, service } = await holdService(tx, { engineId: engine, serviceId: id });
    const { tenant, environment, appId, serviceName } = service;
    const name = JSON.stringify({ tenant, environment, appId, serviceName });
    const own = sql`engine_id = ${engine} and value is not null`;
    const gone = await tx.execute<{ kind: EntryKind; key: string }>(sql`
      select kind, key from ${engineEntries} where ${own} and (
        kind = 'service' and key = ${id}
        or kind in ('instance', 'schema', 'contract', 'dependency') and starts_with(key, ${`${id}/`})
        or kind = 'dependency' and value @> ${name}::jsonb and not exists (
          select 1 from ${engineEntries} other where other.engine_id = ${engine} and other.kind = 'service'
          and other.key <> ${id} and other.value @> ${name}::jsonb))`);
    await writeChanges(
      tx,
      { engineId: engine, revision },
      [...gone].map(({ kind, key }) => ({ kind, key, value: null })),
    );
    const instances = [...gone].filter(({ kind }) => kind === "instance").length;
    return { id, instances, comesBack: instances > 0 };
  },
});
