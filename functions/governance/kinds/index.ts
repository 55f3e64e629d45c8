import { z } from "zod";
import { invalid } from "../../kernel/errors.ts";
import { accessList } from "./access-list.ts";
import { circuitBreaking } from "./circuit-breaking.ts";
import type { GovernanceKind, GovernanceKindName } from "./define.ts";
import { degradation } from "./degradation.ts";
import { faultInjection } from "./fault-injection.ts";
import { faultTolerance } from "./fault-tolerance.ts";
import { loadBalancing } from "./load-balancing.ts";
import { rateLimiting } from "./rate-limiting.ts";
import { variantsOf } from "./variants.ts";

export const kinds = {
  load_balancing: loadBalancing,
  rate_limiting: rateLimiting,
  fault_tolerance: faultTolerance,
  degradation,
  circuit_breaking: circuitBreaking,
  fault_injection: faultInjection,
  access_list: accessList,
} satisfies { [Kind in GovernanceKindName]: Pick<GovernanceKind, "kind"> };
/** The same, when only the kind's name is known. */
export const kindOf = (name: GovernanceKindName): GovernanceKind => kinds[name] as unknown as GovernanceKind;

const bare = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodDefault || field instanceof z.ZodOptional ? bare(field.unwrap() as z.ZodType) : field;

/** A field that means the same in several kinds takes what any of them takes. */
function anyOf(fields: z.ZodType[]): z.ZodType {
  const [first, ...others] = [...new Set(fields)];
  if (others.length === 0) return first!;
  const values = fields.flatMap((field) =>
    field instanceof z.ZodEnum ? field.options : field instanceof z.ZodLiteral ? [...field.values] : [],
  );
  if (values.every((value) => typeof value === "boolean") && values.length > 0) return z.boolean();
  if (values.length > 0) return z.enum([...new Set(values.map(String))] as [string, ...string[]]);
  return first!;
}

function merged(): Record<string, z.ZodType> {
  const byName = new Map<string, z.ZodType[]>();
  for (const { spec } of Object.values(kinds))
    for (const shape of variantsOf(spec))
      for (const [name, field] of Object.entries(shape)) byName.set(name, [...(byName.get(name) ?? []), bare(field)]);
  return Object.fromEntries([...byName].map(([name, fields]) => [name, anyOf(fields).optional()]));
}

/** The fields of all kinds, each optional: what the doors show. The kind's own schema then says which belong together. */
export const anySpec = z
  .strictObject(merged())
  .meta({ id: "GovernanceSpecInput", description: "What a rule says; its kind tells which fields it has" });
export type AnySpec = Record<string, unknown>;

/** The rule as its kind understands it. */
export function readSpec(name: GovernanceKindName, given: AnySpec): AnySpec {
  const parsed = kindOf(name).spec.safeParse(given);
  if (parsed.success) return parsed.data as AnySpec;
  const [issue] = parsed.error.issues;
  throw invalid(["spec", ...issue!.path].join("."), issue!.message);
}
