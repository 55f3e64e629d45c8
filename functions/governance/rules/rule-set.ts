import { type Db, engineEntries, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { ScopedKey } from "../../engines/index.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Governed, GovernanceKindName } from "../kinds/define.ts";
import { governanceKind } from "../kinds/form.ts";
import type { AnySpec } from "../kinds/index.ts";

export type StoredRule = {
  id: string;
  spec: AnySpec;
  createdBy: string;
  createdAt: string;
  updatedBy: string;
  updatedAt: string;
};
/** All rules of a kind at one service, as one entry: what they lead to is published together. */
export type RuleSet = Governed & { kind: GovernanceKindName; rules: StoredRule[]; published: ScopedKey[] };

export const ruleShape = z.object({
  id: z.string(),
  kind: governanceKind,
  environment: z.string(),
  application: z.string(),
  microservice: z.string(),
  spec: z.record(z.string(), z.unknown()),
  createdBy: z.string(),
  createdAt: z.date(),
  updatedBy: z.string(),
  updatedAt: z.date(),
});
export type GovernanceRule = z.output<typeof ruleShape>;

export const ruleOf = (set: Omit<RuleSet, "rules" | "published">, rule: StoredRule): GovernanceRule => ({
  ...rule,
  kind: set.kind,
  environment: set.environment,
  application: set.application,
  microservice: set.service,
  createdAt: new Date(rule.createdAt),
  updatedAt: new Date(rule.updatedAt),
});

export const keyOfSet = ({ environment, application, service }: Governed, kind: GovernanceKindName) =>
  [environment, application, service, kind].join("/");

/** The rules of a kind at a service; none where there is no entry. */
export async function readRuleSet(
  db: Db | Tx,
  { engineId, governed, kind }: { engineId: string; governed: Governed; kind: GovernanceKindName },
): Promise<RuleSet> {
  const [row] = await db.execute<{ value: RuleSet }>(sql`
    select value from ${engineEntries} where engine_id = ${engineId} and kind = 'governance'
    and key = ${keyOfSet(governed, kind)} and value is not null`);
  return row?.value ?? { ...governed, kind, rules: [], published: [] };
}

/** The set that a rule is in. */
export async function findRuleSet(
  db: Db | Tx,
  { engineId, ruleId }: { engineId: string; ruleId: string },
): Promise<{ set: RuleSet; rule: StoredRule }> {
  const [row] = await db.execute<{ value: RuleSet }>(sql`
    select value from ${engineEntries} where engine_id = ${engineId} and kind = 'governance'
    and value @> ${JSON.stringify({ rules: [{ id: ruleId }] })}::jsonb`);
  const rule = row?.value.rules.find(({ id }) => id === ruleId);
  if (!row || !rule) throw notFound("rule", ruleId);
  return { set: row.value, rule };
}
