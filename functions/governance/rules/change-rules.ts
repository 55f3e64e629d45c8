import { type Db, type Tx } from "@flyloft/db";
import { holdRevision, writeChanges } from "../../engines/index.ts";
import { conflict, DomainError } from "../../kernel/errors.ts";
import type { CommandCall } from "../../kernel/verb.ts";
import { compileRules } from "../compile-rules.ts";
import type { Compiled } from "../kinds/define.ts";
import { kindOf } from "../kinds/index.ts";
import { publish, publishedBy } from "../settings/publication.ts";
import { endpointsOf } from "./rule-objects.ts";
import { keyOfSet, type RuleSet, type StoredRule } from "./rule-set.ts";

/** Rules of one kind at one service, at most. */
export const mostRules = 100;

/** Refuses what no set may hold: two rules about the same (GOV-01), or too many. */
export function checkRules({ kind }: Pick<RuleSet, "kind">, rules: readonly StoredRule[]) {
  if (rules.length > mostRules)
    throw new DomainError("limit_reached", `At most ${mostRules} rules of a kind at one service: delete one first`, {
      limit: mostRules,
    });
  const objects = rules.map(({ spec }) => JSON.stringify(kindOf(kind).object(spec)));
  if (new Set(objects).size < objects.length)
    throw conflict("There is a rule of this kind about this object already: change that one");
}

/** What a set leads to, with the paths of the methods that it names looked up. */
export async function compileSet(
  db: Db | Tx,
  engineId: string,
  { kind, environment, application, service }: RuleSet,
  rules: readonly StoredRule[],
): Promise<Compiled> {
  const governed = { environment, application, service };
  const specs = rules.map(({ spec }) => spec);
  const endpoints = await endpointsOf(db, engineId, governed, specs);
  return compileRules(
    kind,
    governed,
    specs.map((spec, i) => ({ spec, endpoint: endpoints[i]! })),
  );
}

/**
 * Changes the rules of a set and publishes what they lead to, in one transaction. `read` finds the set once nobody else can
 * change it.
 */
export async function changeRules(
  { tx, actor, now }: CommandCall,
  engineId: string,
  read: (tx: Tx) => Promise<RuleSet>,
  change: (rules: readonly StoredRule[]) => StoredRule[],
): Promise<RuleSet> {
  const revision = await holdRevision(tx, engineId);
  const set = await read(tx);
  const rules = change(set.rules);
  checkRules(set, rules);
  const { settings } = await compileSet(tx, engineId, set, rules);
  const after: RuleSet = { ...set, rules, published: publishedBy(settings) };
  await writeChanges(tx, { engineId, revision }, [
    { kind: "governance", key: keyOfSet(set, set.kind), value: rules.length > 0 ? after : null },
  ]);
  await publish({ tx, engineId, by: actor.name, at: now() }, { published: set.published, settings });
  return after;
}
