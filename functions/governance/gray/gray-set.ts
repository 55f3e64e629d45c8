import { type Db, engineEntries, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { consoleTenant, readContract, type ScopedKey, holdRevision, writeChanges } from "../../engines/index.ts";
import { conflict, DomainError, invalid, notFound } from "../../kernel/errors.ts";
import type { CommandCall } from "../../kernel/verb.ts";
import type { Governed } from "../kinds/define.ts";
import { publish, publishedBy } from "../settings/publication.ts";
import { compileGray, type Parameters } from "./compile-gray.ts";
import { type GrayRule, type GraySpec, graySpec } from "./gray-rule.ts";

export type StoredGrayRule = GrayRule & { updatedBy: string; updatedAt: string; completedAt: string | null };
/** All gray rules of a service, as one entry: what they lead to is published together. */
export type GraySet = Governed & { rules: StoredGrayRule[]; published: ScopedKey[] };

/** Gray rules of one service, at most. */
const most = 50;

export const grayRuleShape = z.object({
  id: z.string(),
  environment: z.string(),
  application: z.string(),
  microservice: z.string(),
  name: z.string(),
  priority: z.int(),
  spec: graySpec,
  updatedBy: z.string(),
  updatedAt: z.date(),
  completedAt: z.date().nullable(),
});
export type GrayRuleRow = z.output<typeof grayRuleShape>;

export const grayRuleOf = ({ environment, application, service }: Governed, rule: StoredGrayRule): GrayRuleRow => ({
  ...rule,
  environment,
  application,
  microservice: service,
  updatedAt: new Date(rule.updatedAt),
  completedAt: rule.completedAt ? new Date(rule.completedAt) : null,
});

const keyOf = ({ environment, application, service }: Governed) => [environment, application, service].join("/");

export async function readGraySet(db: Db | Tx, engineId: string, governed: Governed): Promise<GraySet> {
  const [row] = await db.execute<{ value: GraySet }>(sql`
    select value from ${engineEntries}
    where engine_id = ${engineId} and kind = 'gray' and key = ${keyOf(governed)} and value is not null`);
  return row?.value ?? { ...governed, rules: [], published: [] };
}

export async function findGraySet(db: Db | Tx, engineId: string, ruleId: string): Promise<GraySet> {
  const [row] = await db.execute<{ value: GraySet }>(sql`
    select value from ${engineEntries}
    where engine_id = ${engineId} and kind = 'gray' and value @> ${JSON.stringify({ rules: [{ id: ruleId }] })}::jsonb`);
  if (!row) throw notFound("gray_rule", ruleId);
  return row.value;
}

/** The parameters that the contracts of all versions of a service name. */
export async function parametersOf(
  db: Db | Tx,
  engineId: string,
  { environment, application, service }: Governed,
): Promise<Parameters> {
  const name = JSON.stringify({ tenant: consoleTenant, environment, appId: application, serviceName: service });
  const rows = await db.execute<{ text: string | null }>(sql`
    select contract.value->>'schema' as text from ${engineEntries} service
    join ${engineEntries} contract on contract.engine_id = service.engine_id and contract.kind = 'contract'
      and starts_with(contract.key, service.key || '/') and contract.value is not null
    where service.engine_id = ${engineId} and service.kind = 'service' and service.value @> ${name}::jsonb`);
  const found = new Map<string, Set<string>>();
  for (const { text } of rows)
    for (const { parameters } of readContract(text ?? "").operations)
      for (const { name: parameter, in: place } of parameters)
        found.set(parameter, (found.get(parameter) ?? new Set()).add(place));
  return found;
}

/** SVC-16: only what a contract names can be asked of requests. */
export function requireParameters(spec: GraySpec, parameters: Parameters) {
  if (spec.by !== "condition") return;
  const unknown = spec.conditions.find(({ parameter }) => !parameters.has(parameter));
  if (unknown)
    throw invalid("spec.conditions", `No contract of the microservice names a parameter ${unknown.parameter}`, {
      parameters: [...parameters.keys()].slice(0, 100),
    });
}

export function checkGrayRules(rules: readonly GrayRule[]) {
  if (rules.length > most)
    throw new DomainError("limit_reached", `At most ${most} gray rules of a microservice: delete one first`, {
      limit: most,
    });
  const twice = (of: (rule: GrayRule) => unknown) => new Set(rules.map(of)).size < rules.length;
  if (twice(({ name }) => name))
    throw conflict("There is a gray rule of this name already", { fields: { name: ["Taken"] } });
  if (twice(({ priority }) => priority))
    throw conflict("There is a gray rule of this priority already", { fields: { priority: ["Taken"] } });
}

/** Changes the gray rules of a service and publishes what they lead to, in one transaction. */
export async function changeGrayRules(
  { tx, actor, now }: CommandCall,
  engineId: string,
  read: (tx: Tx) => Promise<GraySet>,
  change: (rules: readonly StoredGrayRule[], parameters: Parameters) => StoredGrayRule[],
): Promise<GraySet> {
  const revision = await holdRevision(tx, engineId);
  const set = await read(tx);
  const parameters = await parametersOf(tx, engineId, set);
  const rules = change(set.rules, parameters);
  checkGrayRules(rules);
  const { settings } = compileGray(set, rules, parameters);
  const after: GraySet = { ...set, rules, published: publishedBy(settings) };
  await writeChanges(tx, { engineId, revision }, [
    { kind: "gray", key: keyOf(set), value: rules.length > 0 ? after : null },
  ]);
  await publish({ tx, engineId, by: actor.name, at: now() }, { published: set.published, settings });
  return after;
}
