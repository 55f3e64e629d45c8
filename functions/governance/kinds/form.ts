import { z } from "zod";
import { framework } from "../settings/setting.ts";
import { type Words, wordsShape } from "../words.ts";
import { type GovernanceKind, governanceKinds } from "./define.ts";
import { variantsOf } from "./variants.ts";

/** What is asked for: chosen from the catalogue, from a few values, or written. */
export const fieldKinds = [
  "microservice",
  "application",
  "contract",
  "method",
  "choice",
  "switch",
  "integer",
  "text",
] as const;

export const fieldShape = z.object({
  name: z.string(),
  kind: z.enum(fieldKinds),
  label: wordsShape,
  description: z.string(),
  required: z.boolean(),
  min: z.int().nullable(),
  max: z.int().nullable(),
  unit: z.string().nullable(),
  choices: z.array(z.object({ value: z.string(), label: wordsShape })),
  default: z.string().nullable(),
  when: z.object({ field: z.string(), is: z.array(z.string()) }).nullable(),
});
export type FormField = z.output<typeof fieldShape>;

export const governanceKind = z.enum(governanceKinds).meta({ id: "GovernanceKind" });
export const kindShape = z.object({
  kind: governanceKind,
  title: wordsShape,
  governs: z.enum(["calls", "callers"]),
  methods: z.boolean(),
  fields: z.array(fieldShape),
  prerequisites: z.array(
    z.object({ frameworks: z.array(framework), text: wordsShape, setting: z.string().nullable() }),
  ),
});

type Json = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  default?: unknown;
};
type Shape = Record<string, z.ZodType>;

/** A form for rules of a kind, from the schema that checks them. */
export function formOf({ spec, labels }: GovernanceKind): FormField[] {
  const variants = variantsOf(spec);
  const names = [...new Set(variants.flatMap((shape) => Object.keys(shape)))];
  return names.map((name) => {
    const label: Words & { choices?: Record<string, Words>; unit?: string } = labels[name]!;
    const fields = variants.flatMap((shape) => shape[name] ?? []);
    const [read = {}] = fields.map(jsonOf);
    const values = [...new Set(fields.flatMap(valuesOf))];
    const kind = kindOfField(name, read, values);
    return {
      name,
      kind,
      label: { en: label.en, zh: label.zh },
      description: fields.find((field) => field.description)?.description ?? "",
      required: !fields.some((field) => field instanceof z.ZodOptional || field instanceof z.ZodDefault),
      min: read.minimum ?? null,
      max: read.maximum ?? read.maxLength ?? null,
      unit: label.unit ?? null,
      choices: kind === "choice" ? values.map((value) => ({ value, label: label.choices![value]! })) : [],
      default: read.default === undefined ? null : String(read.default),
      when: conditionOf(name, variants),
    };
  });
}

const jsonOf = (field: z.ZodType) => z.toJSONSchema(field, { unrepresentable: "any" }) as Json;
const valuesOf = (field: z.ZodType): string[] => {
  const { enum: several, const: one } = jsonOf(field);
  return (several ?? (one === undefined ? [] : [one])).map(String);
};

const catalogued = {
  microservice: "microservice",
  application: "application",
  schema: "contract",
  operation: "method",
} as const;

function kindOfField(name: string, { type }: Json, values: readonly string[]): FormField["kind"] {
  if (Object.hasOwn(catalogued, name)) return catalogued[name as keyof typeof catalogued];
  if (type === "boolean" || values.includes("true")) return "switch";
  if (values.length > 0) return "choice";
  return type === "integer" ? "integer" : "text";
}

/** The field, and its values, with which this one is asked for; null when it always is. */
function conditionOf(name: string, variants: readonly Shape[]): FormField["when"] {
  const having = variants.filter((shape) => name in shape);
  if (having.length === variants.length) return null;
  const lacking = variants.filter((shape) => !(name in shape));
  for (const field of Object.keys(having[0]!)) {
    const is = [...new Set(having.flatMap((shape) => valuesOf(shape[field]!)))];
    const others = lacking.flatMap((shape) => (shape[field] ? valuesOf(shape[field]) : []));
    if (field !== name && is.length > 0 && !is.some((value) => others.includes(value))) return { field, is };
  }
  throw new Error(`Nothing tells when ${name} is asked for`);
}
