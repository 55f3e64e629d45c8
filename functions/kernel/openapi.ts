import { z } from "zod";
import { errorCodes } from "./errors.ts";
import { ndjson, type Route } from "./routes.ts";

type Schemas = Record<string, object>;

/** Schemas that have an id are put among `named` and referred to. */
const jsonSchema = (type: z.ZodType, io: "input" | "output", named: Schemas) => {
  const made = z.toJSONSchema(type, {
    io,
    unrepresentable: "any",
    override({ zodSchema, jsonSchema: target }) {
      if (zodSchema._zod.def.type === "date") Object.assign(target, { type: "string", format: "date-time" });
    },
  });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _, $defs, ...schema } = JSON.parse(text) as { $schema?: string; $defs?: Schemas };
  Object.assign(named, $defs);
  return schema as { properties?: Record<string, object>; required?: string[] };
};

const error = {
  type: "object",
  required: ["code", "message", "requestId"],
  properties: {
    code: { type: "string", enum: [...errorCodes, "internal"] },
    message: { type: "string" },
    requestId: { type: "string" },
    fields: { type: "object", additionalProperties: { type: "array", items: { type: "string" } } },
    action: { type: "string" },
  },
};

function operation({ method, path, verb, status }: Route, named: Schemas) {
  const { name, title, action, input, output } = verb.spec;
  const { properties = {}, required = [] } = jsonSchema(input, "input", named);
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, key]) => key!);
  const rest = Object.keys(properties).filter((key) => !inPath.includes(key));
  const parameter = (key: string, where: "path" | "query") => ({
    name: key,
    in: where,
    required: where === "path" || required.includes(key),
    schema: properties[key] ?? { type: "string" },
  });
  const reads = method === "get" || method === "delete";
  const body = {
    type: "object",
    properties: Object.fromEntries(rest.map((key) => [key, properties[key]])),
    required: required.filter((key) => rest.includes(key)),
  };
  const node = output ? jsonSchema(output, "output", named) : {};
  const isPaged = "first" in input.shape && "after" in input.shape;
  const answer = isPaged
    ? {
        type: "object",
        required: ["nodes", "pageInfo"],
        properties: {
          nodes: { type: "array", items: node },
          pageInfo: {
            type: "object",
            required: ["endCursor", "hasNextPage"],
            properties: { endCursor: { type: ["string", "null"] }, hasNextPage: { type: "boolean" } },
          },
        },
      }
    : node;
  return {
    operationId: name,
    summary: title,
    "x-action": action,
    parameters: [
      ...inPath.map((key) => parameter(key, "path")),
      ...(reads ? rest.map((key) => parameter(key, "query")) : []),
    ],
    ...(!reads && rest.length > 0
      ? { requestBody: { required: body.required.length > 0, content: { "application/json": { schema: body } } } }
      : {}),
    responses: {
      [status]: {
        description: "Done",
        content: { [path.endsWith(".ndjson") ? ndjson : "application/json"]: { schema: answer } },
      },
      default: {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

/** The OpenAPI 3.1 document of these routes; every operation is named as its verb. */
export function describeRoutes(routes: readonly Route[], base: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  const named: Schemas = {};
  for (const one of routes) {
    const path = base + one.path.replace(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[one.method] = operation(one, named);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Flyloft", version: "1" },
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: { ...named, Error: error },
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    },
  };
}
