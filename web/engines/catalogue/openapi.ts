import { parse } from "yaml";

type Json = { [key: string]: unknown };
export type Parameter = { name: string; where: string; type: string; required: boolean; description: string };
export type Response = { code: string; type: string; description: string };
export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  parameters: Parameter[];
  responses: Response[];
};
export type Model = { name: string; fields: Omit<Parameter, "where">[] };
export type Contract = {
  title: string;
  version: string;
  description: string;
  operations: Operation[];
  models: Model[];
};

const object = (value: unknown): Json => (value !== null && typeof value === "object" ? (value as Json) : {});
const array = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const methods = ["get", "post", "put", "patch", "delete", "head", "options"];

/** What a schema is called: a model by its name, a list by what it holds, anything else by its type. */
function typeOf(value: unknown): string {
  const schema = object(value);
  const reference = text(schema["$ref"]);
  if (reference) return reference.split("/").at(-1)!;
  if (schema["type"] === "array") return `${typeOf(schema["items"])}[]`;
  if (schema["additionalProperties"]) return `map<${typeOf(schema["additionalProperties"])}>`;
  const values = array(schema["enum"]);
  if (values.length > 0) return values.map(text).join(" | ");
  return [text(schema["type"]), text(schema["format"])].filter(Boolean).join(" ") || "object";
}

const bodyOf = (content: unknown) => typeOf(object(Object.values(object(content))[0])["schema"]);

function parametersOf(item: Json, operation: Json): Parameter[] {
  const listed = [...array(item["parameters"]), ...array(operation["parameters"])].map((one) => {
    const parameter = object(one);
    return {
      name: text(parameter["name"]),
      where: text(parameter["in"]),
      type: typeOf(parameter["schema"] ?? parameter),
      required: parameter["required"] === true,
      description: text(parameter["description"]),
    };
  });
  const body = object(operation["requestBody"]);
  if (!body["content"]) return listed;
  const name = text(body["x-name"]) || "body";
  const required = body["required"] === true;
  return [
    ...listed,
    { name, where: "body", type: bodyOf(body["content"]), required, description: text(body["description"]) },
  ];
}

function responsesOf(operation: Json): Response[] {
  return Object.entries(object(operation["responses"])).map(([code, one]) => {
    const { schema, content, description } = object(one);
    return { code, type: schema ? typeOf(schema) : content ? bodyOf(content) : "", description: text(description) };
  });
}

/** Swagger 2 or OpenAPI 3, as far as people read it; null for any other text. */
export function readContract(source: string): Contract | null {
  let document: Json;
  try {
    document = object(parse(source, { logLevel: "silent", maxAliasCount: 100 }));
  } catch {
    return null;
  }
  if (!document["swagger"] && !document["openapi"]) return null;
  const info = object(document["info"]);
  const base = text(document["basePath"]).replace(/\/$/, "");
  const operations = Object.entries(object(document["paths"])).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const operation = object(object(item)[method]);
      if (Object.keys(operation).length === 0) return [];
      return [
        {
          id: text(operation["operationId"]),
          method: method.toUpperCase(),
          path: base + path,
          summary: text(operation["summary"]) || text(operation["description"]),
          parameters: parametersOf(object(item), operation),
          responses: responsesOf(operation),
        },
      ];
    }),
  );
  const schemas = object(document["definitions"] ?? object(document["components"])["schemas"]);
  const models = Object.entries(schemas).map(([name, schema]) => {
    const required = array(object(schema)["required"]);
    const fields = Object.entries(object(object(schema)["properties"])).map(([field, one]) => ({
      name: field,
      type: typeOf(one),
      required: required.includes(field),
      description: text(object(one)["description"]),
    }));
    return { name, fields };
  });
  return {
    title: text(info["title"]),
    version: text(info["version"]),
    description: text(info["description"]),
    operations,
    models,
  };
}
