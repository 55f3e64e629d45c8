const maxDepth = 500;

/**
 * RFC 8785 text of a JSON value. Lone surrogates become U+FFFD, since neither PostgreSQL nor the SDK's
 * canonicaliser takes them. Throws RangeError for a document nested deeper than 500 levels.
 */
export function canonical(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new RangeError(`JSON nested deeper than ${maxDepth} levels`);
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return JSON.stringify(value.toWellFormed());
  if (typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map((one) => write(one, depth + 1)).join(",")}]`;
  return writeObject(value as Record<string, unknown>, depth);
}

function writeObject(value: Record<string, unknown>, depth: number): string {
  const members = new Map<string, unknown>();
  // Two keys that differ only in lone surrogates become one: the last wins, as in a JSON parser.
  for (const key of Object.keys(value)) if (value[key] !== undefined) members.set(key.toWellFormed(), value[key]);
  // Default sort compares UTF-16 code units, which is the order RFC 8785 asks for.
  const parts = [...members.keys()].sort().map((key) => `${JSON.stringify(key)}:${write(members.get(key), depth + 1)}`);
  return `{${parts.join(",")}}`;
}

/** Reads JSON; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Dict = Record<string, unknown>;

export const isDict = (value: unknown): value is Dict =>
  typeof value === "object" && value !== null && !Array.isArray(value);
