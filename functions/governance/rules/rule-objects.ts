import { type Db, engineEntries, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { consoleTenant, readContract } from "../../engines/index.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Governed } from "../kinds/define.ts";
import type { AnySpec } from "../kinds/index.ts";
import type { MethodObject } from "../kinds/objects.ts";
import type { Endpoint } from "../settings/marked-policies.ts";

const objectOf = (spec: AnySpec): MethodObject | null =>
  typeof spec["microservice"] === "string" ? (spec as MethodObject) : null;

/** The object of a rule must be in the catalogue (GOV-04, GOV-07, GOV-10): what is not there cannot be meant. */
export async function requireObject(db: Db | Tx, engineId: string, governed: Governed, spec: AnySpec): Promise<void> {
  const object = objectOf(spec);
  if (!object) return;
  const appId = object.application ?? governed.application;
  const name = { tenant: consoleTenant, environment: governed.environment, appId, serviceName: object.microservice };
  const [row] = await db.execute(sql`
    select 1 from ${engineEntries} where engine_id = ${engineId} and kind = 'service' and value @> ${JSON.stringify(name)}::jsonb
    limit 1`);
  if (!row) throw invalid("spec.microservice", `There is no microservice ${object.microservice} in ${appId}`);
}

/**
 * How the methods that rules name are called over HTTP, as the newest contracts tell; null where they do not. One statement
 * for all of them.
 */
export async function endpointsOf(
  db: Db | Tx,
  engineId: string,
  governed: Governed,
  specs: readonly AnySpec[],
): Promise<(Endpoint | null)[]> {
  const objects = specs.map(objectOf);
  const wanted = objects.flatMap((object) =>
    object?.schema
      ? [{ app: object.application ?? governed.application, name: object.microservice, schema: object.schema }]
      : [],
  );
  if (wanted.length === 0) return specs.map(() => null);
  const rows = await db.execute<{ app: string; name: string; schema: string; text: string }>(sql`
    select wanted.app, wanted.name, wanted.schema, contract.value->>'schema' as text
    from (select distinct * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as one (app text, name text, schema text)) wanted
    join ${engineEntries} service on service.engine_id = ${engineId} and service.kind = 'service'
      and service.value @> jsonb_build_object('tenant', ${consoleTenant}::text, 'environment', ${governed.environment}::text,
        'appId', wanted.app, 'serviceName', wanted.name)
    join ${engineEntries} contract on contract.engine_id = ${engineId} and contract.kind = 'contract'
      and contract.key = service.key || '/' || wanted.schema and contract.value is not null
    order by service.value->>'modTimestamp', service.revision`);
  // The newest comes last and wins.
  const found = new Map(
    [...rows].map(({ app, name, schema, text }) => [[app, name, schema].join("\n"), readContract(text)]),
  );
  return objects.map((object) => {
    if (!object?.schema) return null;
    const contract = found.get(
      [object.application ?? governed.application, object.microservice, object.schema].join("\n"),
    );
    const operation = contract?.operations.find(({ id }) => id === object.operation);
    if (contract && contract.operations.length > 0 && !operation)
      throw invalid("spec.operation", `The contract ${object.schema} has no method ${object.operation}`);
    return operation ? { method: operation.method, path: operation.path } : null;
  });
}
