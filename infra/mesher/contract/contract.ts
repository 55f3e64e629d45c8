import { z } from "zod";
import { readYaml } from "../properties/documents.ts";

/** One operation as rules and metrics name it. */
export type Operation = { schema: string; operation: string; parameters: Readonly<Record<string, string>> };

type Route = { method: string; parts: string[]; schema: string; operation: string };

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
const mostRoutes = 5000;

/** Swagger 2 and OpenAPI 3 as far as routes need it. */
const document = z.object({
  basePath: z.string().optional(),
  servers: z.array(z.object({ url: z.string() })).optional(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown()).nullable()).default({}),
});

const partsOf = (path: string) => path.split("/").filter((part) => part !== "");
const isVariable = (part: string) => part.startsWith("{") && part.endsWith("}");

function baseOf({ basePath, servers }: z.output<typeof document>): string {
  const url = basePath ?? servers?.[0]?.url ?? "/";
  return url.replace(/^\w+:\/\/[^/]*/, "") || "/";
}

function routesOf(schema: string, text: string): Route[] {
  const read = document.safeParse(readYaml(text));
  if (!read.success) return [];
  const base = partsOf(baseOf(read.data));
  return Object.entries(read.data.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const entry = item?.[method];
      if (typeof entry !== "object" || entry === null) return [];
      const { operationId } = entry as { operationId?: unknown };
      const operation = typeof operationId === "string" && operationId !== "" ? operationId : `${method} ${path}`;
      return [{ method: method.toUpperCase(), parts: [...base, ...partsOf(path)], schema, operation }];
    }),
  );
}

/** A fixed part says more than a variable one. */
const byPrecision = (a: Route, b: Route) => a.parts.filter(isVariable).length - b.parts.filter(isVariable).length;

function fit(route: Route, method: string, parts: readonly string[]): Record<string, string> | null {
  if (route.method !== method || route.parts.length !== parts.length) return null;
  const parameters: Record<string, string> = {};
  for (let i = 0; i < parts.length; i++) {
    const wanted = route.parts[i]!;
    if (isVariable(wanted)) parameters[wanted.slice(1, -1)] = parts[i]!;
    else if (wanted !== parts[i]) return null;
  }
  return parameters;
}

/** Tells which operation of a service a request is, from the contracts that the service has registered. */
export class Contract {
  readonly #routes: Route[];

  constructor(schemas: readonly { id: string; text: string }[]) {
    this.#routes = schemas
      .flatMap(({ id, text }) => routesOf(id, text))
      .slice(0, mostRoutes)
      .sort(byPrecision);
  }

  /** What no contract names is an operation called by its method in the schema `rest`: names stay few. */
  find(method: string, path: string): Operation {
    const parts = this.#routes.length > 0 ? partsOf(path) : [];
    for (const route of this.#routes) {
      const parameters = fit(route, method, parts);
      if (parameters) return { schema: route.schema, operation: route.operation, parameters };
    }
    return { schema: "rest", operation: known.has(method) ? method : "OTHER", parameters: {} };
  }
}

const known = new Set(methods.map((one) => one.toUpperCase()));
