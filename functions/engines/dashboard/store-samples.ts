import { engineSamples, type Db } from "@flyloft/db";
import { sql } from "drizzle-orm";
import type { Sample } from "./read-sample.ts";

export type KeptSample = Sample & { tenant: string };
/** Rows of one engine at most, for each instance that it may have. */
const rowsPerInstance = 20;
/** How long a silent instance is remembered, in minutes. */
const keptMinutes = 10;

/** Keeps the newest of each instance and part; the clock is the database's. Beyond the bound new ones are not taken. */
export async function storeSamples(
  db: Db,
  { id, instanceQuota }: { id: string; instanceQuota: number },
  samples: readonly KeptSample[],
): Promise<void> {
  await db.execute(sql`
    insert into ${engineSamples} (engine_id, tenant, instance_id, part, application, service, version, environment, host,
      seconds, served, called, machine, operations)
    select ${id}, "tenant", "instanceId", "part", "application", "service", "version", "environment", "host",
      10, "served", "called", "machine", "operations"
    from jsonb_to_recordset(${JSON.stringify(samples)}::jsonb) as given ("tenant" text, "instanceId" text, "part" text,
      "application" text, "service" text, "version" text, "environment" text, "host" text, "served" jsonb, "called" jsonb,
      "machine" jsonb, "operations" jsonb)
    where exists (
      select from ${engineSamples} there
      where there.engine_id = ${id} and there.tenant = given."tenant"
        and there.instance_id = given."instanceId" and there.part = given."part"
    ) or not exists (
      select from ${engineSamples} there where there.engine_id = ${id} offset ${instanceQuota * rowsPerInstance} limit 1
    )
    order by "tenant", "instanceId", "part"
    on conflict (engine_id, tenant, instance_id, part) do update set
      application = excluded.application, service = excluded.service, version = excluded.version,
      environment = excluded.environment, host = excluded.host, served = excluded.served, called = excluded.called,
      machine = excluded.machine, operations = excluded.operations, at = clock_timestamp(),
      seconds = least(60, greatest(5, round(extract(epoch from clock_timestamp() - ${engineSamples.at}))))::int`);
}

/** Instances that have been silent for long are forgotten. */
export const forgetSamples = (db: Db, engineId: string) =>
  db.execute(sql`
    delete from ${engineSamples}
    where engine_id = ${engineId} and at < now() - ${keptMinutes} * interval '1 minute'`);
