import { z } from "zod";
import { builder } from "./builder.ts";
import { enumOf } from "./enums.ts";

type Json = {
  $ref?: string;
  $defs?: Record<string, Json>;
  type?: string | string[];
  enum?: string[];
  const?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  anyOf?: Json[];
  oneOf?: Json[];
  default?: unknown;
};
const made = new Map<string, unknown>();
const pascal = (text: string) => text.replace(/(^|[_-])(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** GraphQL has no unions of inputs: one type holds the fields of all, and the verb checks which belong together. */
function merged(choices: Json[], description: string | undefined): Json {
  const properties: Record<string, Json> = {};
  for (const choice of choices) {
    for (const [key, value] of Object.entries(choice.properties ?? {})) {
      const before = properties[key];
      const named = [...(before?.enum ?? []), ...(value.const ? [value.const] : []), ...(value.enum ?? [])];
      const description = before?.description ?? value.description;
      properties[key] =
        named.length > 0 ? { type: "string", enum: [...new Set(named)], description } : (before ?? value);
    }
  }
  const required = Object.keys(properties).filter((key) => choices.every((one) => one.required?.includes(key)));
  return { type: "object", description, properties, required };
}

function typeOf(schema: Json, name: string, defs: Record<string, Json>, isId: boolean): unknown {
  if (schema.$ref) {
    const id = schema.$ref.split("/").at(-1)!;
    return typeOf(defs[id]!, id, defs, isId);
  }
  const choices = (schema.anyOf ?? schema.oneOf)?.filter((one) => one.type !== "null");
  if (choices)
    return typeOf(choices.length === 1 ? choices[0]! : merged(choices, schema.description), name, defs, isId);
  if (schema.enum) return enumOf(name, schema.enum, schema.description);
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== "null") : schema.type;
  if (type === "array") return [typeOf(schema.items ?? {}, name.replace(/s$/, ""), defs, isId)];
  if (type === "object" && schema.properties)
    return inputType(schema, name.endsWith("Input") ? name : `${name}Input`, defs);
  if (type === "string") return isId ? "ID" : "String";
  if (type === "integer") return "Int";
  if (type === "number") return "Float";
  if (type === "boolean") return "Boolean";
  return "JSON";
}

const isIdField = (key: string) => key === "id" || key.endsWith("Id") || key.endsWith("Ids");

/** `create` makes one field or argument from its options; both kinds take the same. */
function fieldsOf(
  schema: Json,
  owner: string,
  defs: Record<string, Json>,
  create: (options: never) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => {
      const required = (schema.required ?? []).includes(key) && value.default === undefined;
      const shape = defs[value.$ref?.split("/").at(-1) ?? ""] ?? value;
      const type = typeOf(value, owner.replace(/Input$/, "") + pascal(key), defs, isIdField(key));
      return [key, create({ type, required, description: value.description ?? shape.description } as never)];
    }),
  );
}

function inputType(schema: Json, name: string, defs: Record<string, Json>): unknown {
  if (!made.has(name)) {
    made.set(
      name,
      builder.inputType(name, {
        description: schema.description,
        fields: (t) => fieldsOf(schema, name, defs, (options) => t.field(options)) as never,
      }),
    );
  }
  return made.get(name);
}

const read = (input: z.ZodObject): Json => z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Json;

/** The input type of a verb, made from the schema that checks it. */
export function inputOf(name: string, input: z.ZodObject): unknown {
  const schema = read(input);
  return inputType({ description: `What ${name} needs`, ...schema }, `${pascal(name)}Input`, schema.$defs ?? {});
}

/** The arguments of a query, made from the schema that checks them. */
export function argumentsOf(
  name: string,
  input: z.ZodObject,
  arg: (options: never) => unknown,
): Record<string, unknown> {
  const schema = read(input);
  return fieldsOf(schema, pascal(name), schema.$defs ?? {}, arg);
}

/** A client may send null for what it leaves out; only where the schema knows null does it mean something. */
export function withoutNulls(value: unknown, schema: z.ZodType): unknown {
  const inner = (schema as { unwrap?: () => z.ZodType }).unwrap?.bind(schema);
  if (schema instanceof z.ZodNullable) return value === null ? null : withoutNulls(value, inner!());
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    const under = inner!();
    return value === null && !(under instanceof z.ZodNullable) ? undefined : withoutNulls(value, under);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((one) => withoutNulls(one, schema.element as z.ZodType));
  if (schema instanceof z.ZodDiscriminatedUnion && value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
  }
  if (schema instanceof z.ZodObject && value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const field = (schema.shape as Record<string, z.ZodType>)[key];
        return [key, field ? withoutNulls(one, field) : one];
      }),
    );
  }
  return value;
}
