import { type Db, engineEntries, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { consoleTenant, findMicroservice } from "../../engines/index.ts";
import { DomainError, invalid } from "../../kernel/errors.ts";
import type { Governed } from "../kinds/define.ts";

type Of = { engineId: string; serviceId: string };

/** The microservice that a version belongs to: what governs it holds for all its versions. */
export async function governedOf(db: Db | Tx, of: Of): Promise<Governed> {
  const { tenant, environment, application, name } = await findMicroservice(db, of);
  if (tenant !== consoleTenant)
    throw invalid(
      "serviceId",
      `Only services of ${consoleTenant} are configured from here; this one belongs to ${tenant}`,
    );
  return { environment, application, service: name };
}

const named = ({ environment, application, service }: Governed) =>
  JSON.stringify({ tenant: consoleTenant, environment, appId: application, serviceName: service });

/** GOV-02: what never ran is not governed. */
export async function requireInstance(db: Db | Tx, engineId: string, governed: Governed): Promise<void> {
  const [row] = await db.execute(sql`
    select 1 from ${engineEntries} instance
    join ${engineEntries} service on service.engine_id = instance.engine_id and service.kind = 'service'
      and service.key = split_part(instance.key, '/', 1) and service.value @> ${named(governed)}::jsonb
    where instance.engine_id = ${engineId} and instance.kind = 'instance' and instance.value is not null limit 1`);
  if (!row)
    throw new DomainError(
      "blocked",
      `No instance of ${governed.service} is registered: it can be governed once one is`,
    );
}
