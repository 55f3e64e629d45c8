import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";

/** What rules may ask about a request; `other` is the service at the other end. */
export type Facts = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  other: string;
};

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
export const operand = z.record(z.string(), text);
const list = z.preprocess((value) => (typeof value === "string" ? value.split(",") : value), z.array(text));

export const matchGroup = z.object({
  matches: z
    .array(
      z.object({
        apiPath: operand.nullish(),
        method: list.nullish(),
        headers: z.record(z.string(), operand).nullish(),
        queries: z.record(z.string(), operand).nullish(),
        serviceName: text.nullish(),
      }),
    )
    .max(200),
});
export type MatchGroup = z.output<typeof matchGroup>;

export const headerOf = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : value;
};

/** `>=5`: an operator and a number. */
function compares(value: string, condition: string): boolean {
  const [, operator, number] = /^\s*(>=|<=|!=|>|<|=|!)?\s*(-?[\d.]+)\s*$/.exec(condition) ?? [];
  const [left, right] = [Number(value), Number(number)];
  if (number === undefined || value.trim() === "" || Number.isNaN(left)) return false;
  switch (operator) {
    case ">":
      return left > right;
    case "<":
      return left < right;
    case ">=":
      return left >= right;
    case "<=":
      return left <= right;
    case "!":
    case "!=":
      return left !== right;
    default:
      return left === right;
  }
}

function fullMatch(value: string, pattern: string, flags: string): boolean {
  try {
    return new RegExp(`^(?:${pattern.slice(0, 256)})$`, flags).test(value);
  } catch {
    return false;
  }
}

const numeric = (value: string, wanted: string, holds: (a: number, b: number) => boolean) =>
  value.trim() !== "" && holds(Number(value), Number(wanted));

const operators: Record<string, (value: string, wanted: string) => boolean> = {
  exact: (value, wanted) => value === wanted,
  prefix: (value, wanted) => value.startsWith(wanted),
  suffix: (value, wanted) => value.endsWith(wanted),
  contains: (value, wanted) => value.includes(wanted),
  compare: compares,
  noEqu: (value, wanted) => value !== wanted,
  less: (value, wanted) => numeric(value, wanted, (a, b) => a < b),
  noLess: (value, wanted) => numeric(value, wanted, (a, b) => a >= b),
  greater: (value, wanted) => numeric(value, wanted, (a, b) => a > b),
  noGreater: (value, wanted) => numeric(value, wanted, (a, b) => a <= b),
};

/** Whether a value meets every operator of an operand; an operator that nobody knows is never met. */
export function meets(value: string | undefined, wanted: Record<string, string>, ignoreCase = false): boolean {
  if (value === undefined) return false;
  const fold = (one: string) => (ignoreCase ? one.toLowerCase() : one);
  return Object.entries(wanted)
    .filter(([operator]) => operator !== "caseInsensitive")
    .every(([operator, against]) =>
      operator === "regex"
        ? fullMatch(value, against, ignoreCase ? "i" : "")
        : (operators[operator]?.(fold(value), fold(against)) ?? false),
    );
}

/** Whether any entry of the group has all its conditions met. */
export function matches({ matches: entries }: MatchGroup, facts: Facts): boolean {
  return entries.some(
    ({ apiPath, method, headers, queries, serviceName }) =>
      (!apiPath || meets(facts.path, apiPath)) &&
      (!method || method.length === 0 || method.some((one) => one.trim().toUpperCase() === facts.method)) &&
      (!serviceName || serviceName === facts.other) &&
      Object.entries(headers ?? {}).every(([name, wanted]) => meets(headerOf(facts.headers, name), wanted)) &&
      Object.entries(queries ?? {}).every(([name, wanted]) => meets(facts.query.get(name) ?? undefined, wanted)),
  );
}
