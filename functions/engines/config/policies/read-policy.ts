import { stringify } from "yaml";
import { z } from "zod";
import type { PlaneCall } from "../../plane/call.ts";
import { PlaneError, planeCodes } from "../../plane/errors.ts";
import { itemStatus, itemValue, labels } from "../items/item-fields.ts";
import { readBody, sayWhy, textOr } from "../kie/read-body.ts";
import { isPolicyKind, type PolicyKind, policyKindNames, policyKinds } from "./kinds.ts";

/** Shown as what follows the last dot of a key, so it has none itself. */
const name = z
  .string()
  .max(128)
  .regex(/^[^\s.\p{C}]*$/u, "No dots, blanks and control characters");
const document = z.object({
  name: name.nullish().transform((given) => given ?? ""),
  status: textOr(itemStatus),
  selector: labels.nullish().transform((given) => given ?? {}),
  spec: z.unknown(),
});
const invalid = (detail: string) => new PlaneError(planeCodes.invalid, "Invalid parameter(s)", detail);

/** The kind that an address names. */
export function kindIn({ params }: PlaneCall): PolicyKind {
  const kind = params["kind"]!;
  if (isPolicyKind(kind)) return kind;
  throw invalid(`There is no kind ${kind}: it is one of ${policyKindNames.join(", ")}`);
}

/** A policy that a body describes; `value` is what its item holds. */
export async function readPolicy(call: PlaneCall, kind: PolicyKind) {
  const { spec: given, ...rest } = await readBody(call, document);
  const spec = policyKinds[kind].safeParse(given);
  if (!spec.success) throw invalid(`spec.${sayWhy(spec.error)}`);
  const value = itemValue.safeParse(stringify(spec.data, { sortMapEntries: true, lineWidth: 0 }));
  if (!value.success) throw invalid(`spec: ${sayWhy(value.error)}`);
  return { ...rest, value: value.data };
}
