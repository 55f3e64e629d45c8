import type { Endpoint } from "./settings/marked-policies.ts";
import { scopedIdOf } from "../engines/index.ts";
import type { Note, Setting } from "./settings/setting.ts";
import type { Compiled, GovernanceKindName, Governed } from "./kinds/define.ts";
import { type AnySpec, kindOf } from "./kinds/index.ts";

export type RuleToCompile = { spec: AnySpec; endpoint: Endpoint | null };

/** What all rules of one kind at one service lead to together; what several of them say is said once. */
export function compileRules(name: GovernanceKindName, governed: Governed, rules: readonly RuleToCompile[]): Compiled {
  const kind = kindOf(name);
  const settings = new Map<string, Setting>();
  const notes = new Map<string, Note>();
  const compiled = rules.map(({ spec, endpoint }) => kind.compile({ governed, endpoint }, spec));
  const together = kind.compileAll?.(
    governed,
    rules.map(({ spec }) => spec),
  );
  for (const one of [...compiled.flatMap((each) => each.settings), ...(together ?? [])])
    settings.set(scopedIdOf(one), one);
  for (const one of compiled.flatMap((each) => each.notes)) notes.set(one.text.en, one);
  return { settings: [...settings.values()], notes: [...notes.values()] };
}
