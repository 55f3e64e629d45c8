import { describeRoutes } from "@flyloft/functions/kernel";
import { routes } from "@flyloft/functions/http";
import { expect, test } from "vitest";

const made = describeRoutes(routes, "/v1") as any;
const operations = Object.entries(made.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, any>).map(([method, operation]) => ({ path, method, ...operation })),
);

test("every verb of the REST door is one operation, named as the verb", () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
    routes.map(({ verb }) => verb.spec.name).sort(),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
});

test("two routes never share an address, nor hides one behind another's parameter", () => {
  const seen = new Set<string>();
  routes.forEach(({ method, path }, i) => {
    const shape = `${method} ${path.replace(/:\w+/g, ":")}`;
    expect(seen).not.toContain(shape);
    seen.add(shape);
    const parts = path.split("/");
    for (const earlier of routes.slice(0, i)) {
      const other = earlier.path.split("/");
      const hidden =
        earlier.method === method &&
        other.length === parts.length &&
        other.every((part, k) => part.startsWith(":") || part === parts[k]);
      expect([path, hidden && earlier.path]).toEqual([path, false]);
    }
  });
});

test("every reference leads somewhere, and every name is said once", () => {
  const text = JSON.stringify(made);
  for (const [, kind, name] of text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g))
    expect(made.components[kind!]).toHaveProperty([name!]);
  expect(text).not.toContain("#/$defs/");
});

test.each(operations.map((one) => [one.operationId, one] as const))(
  "%s says what it takes and what it answers",
  (_, operation) => {
    expect(operation.summary).toMatch(/^[A-Z].{5,}$/);
    expect(operation["x-action"]).toMatch(/^\w+:\w+:\w+$/);
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key);
    const parameters = operation.parameters as { name: string; in: string; required: boolean; schema: object }[];
    expect(parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(inPath);
    for (const one of parameters) {
      expect(Object.keys(one.schema)).not.toEqual([]);
      if (one.in === "path") expect(one.required).toBe(true);
    }
    expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
    const answers = Object.keys(operation.responses);
    expect(answers).toContain("default");
    expect(answers.some((status) => /^2\d\d$/.test(status))).toBe(true);
  },
);
