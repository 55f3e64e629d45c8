import type { ResourceKindName } from "@flyloft/db";
import type { Ctx } from "../kernel/context.ts";
import { kindOf } from "./kinds/index.ts";

/** Where a secret of a resource belongs; it opens nowhere else. */
export const secretPlace = (resourceId: string, key: string) => `resource/${resourceId}/${key}`;

type Attributes = Record<string, unknown>;

/** Seals the secrets among the attributes; what was sealed before and is not given anew stays as it is. */
export function sealAttributes(
  { secrets }: Pick<Ctx, "secrets">,
  { id, kind }: { id: string; kind: ResourceKindName },
  { attributes, given, before }: { attributes: Attributes; given: Attributes; before: Attributes },
): Attributes {
  const sealed = (kindOf(kind).secrets as readonly string[]).map((key) => {
    const text = given[key];
    if (text === undefined) return [key, before[key] ?? null];
    return [key, typeof text === "string" ? secrets.seal(text, secretPlace(id, key)) : null];
  });
  return { ...attributes, ...Object.fromEntries(sealed) };
}
