import { parseDocument } from "yaml";
import { z } from "zod";

export const contractOperationShape = z.object({
  id: z.string(),
  method: z.string(),
  path: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })),
});
export type ContractOperation = z.output<typeof contractOperationShape>;
type Read = { format: string | null; operations: ContractOperation[] };

/** Longer texts are shown, but not read. */
const longest = 1024 * 1024;
const mostOperations = 1000;
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

type Json = { [key: string]: unknown };
const object = (value: unknown): Json => (value !== null && typeof value === "object" ? (value as Json) : {});
const array = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === "string" ? value : "");

/**
 * What an OpenAPI 2 or 3 text says of its methods: enough to choose one from a list and to know its parameters. A text that
 * is something else has none; it is as good a contract to those who understand it.
 */
export function readContract(contract: string): Read {
  const document = contract.length > longest ? {} : parse(contract);
  const format = text(document["swagger"]) ? "Swagger 2" : text(document["openapi"]) ? "OpenAPI 3" : null;
  if (format === null) return { format, operations: [] };
  const base = text(document["basePath"]).replace(/\/$/, "") || serverPath(document);
  const operations = Object.entries(object(document["paths"])).flatMap(([path, item]) =>
    methods.flatMap((method): ContractOperation[] => {
      const operation = object(object(item)[method]);
      const id = text(operation["operationId"]);
      if (!id) return [];
      const parameters = [...array(object(item)["parameters"]), ...array(operation["parameters"])]
        .map((one) => resolve(document, one))
        .map((one) => ({ name: text(one["name"]), in: text(one["in"]) }));
      const all = [...parameters, ...bodyOf(resolve(document, operation["requestBody"]))].filter(({ name }) => name);
      return [{ id, method: method.toUpperCase(), path: base + path, parameters: all }];
    }),
  );
  return { format, operations: operations.slice(0, mostOperations) };
}

function parse(contract: string): Json {
  const document = parseDocument(contract, { schema: "core", logLevel: "silent" });
  if (document.errors.length > 0) return {};
  try {
    return object(document.toJS({ maxAliasCount: 100 }));
  } catch {
    return {};
  }
}

/** The path of the first server of an OpenAPI 3 text. */
function serverPath(document: Json): string {
  const url = text(object(array(document["servers"])[0])["url"]);
  return url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\/$/, "");
}

/** What is described elsewhere in the same text. */
function resolve(document: Json, value: unknown): Json {
  const reference = text(object(value)["$ref"]);
  if (!reference.startsWith("#/")) return object(value);
  return object(
    reference
      .slice(2)
      .split("/")
      .reduce<unknown>((at, part) => object(at)[part.replaceAll("~1", "/").replaceAll("~0", "~")], document),
  );
}

/** The body of OpenAPI 3 under the name that Java Chassis gives it, or the fields of a form. */
function bodyOf(body: Json): { name: string; in: string }[] {
  const named = text(body["x-name"]);
  if (named) return [{ name: named, in: "body" }];
  return Object.entries(object(body["content"])).flatMap(([type, content]) =>
    /form/.test(type)
      ? Object.keys(object(object(object(content)["schema"])["properties"])).map((name) => ({ name, in: "formData" }))
      : [],
  );
}
