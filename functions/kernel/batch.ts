import { notFound } from "./errors.ts";

/** One answer per id, in the order asked; an error in place of what is not there, as a data loader wants it. */
export function inOrder<Row extends { id: string }>(
  kind: string,
  ids: readonly string[],
  rows: readonly Row[],
): (Row | Error)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? notFound(kind, id));
}

/** The rows of each key, in the order asked. */
export function grouped<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key)!);
}
