import type { Db, Tx } from "@flyloft/db";
import { sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** What the driver gives as it is wanted; every other type is converted as its column says. */
const plain = /^(text|boolean|integer|json)$/;

/** `"project_id" as "projectId", …`: columns under the names that rows have. */
export const aliased = (columns: Record<string, PgColumn>): SQL =>
  sql.join(
    Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
    sql`, `,
  );

/** One parameter for many values, instead of one each: the statement's text stays the same however many there are. */
export const anyOf = (column: PgColumn, values: readonly string[]): SQL => {
  const list = `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
  return sql`${column} = any(${list}::text[])`;
};

/** Reads rows for lists: names come from the statement, so a long list is not put together again cell by cell. */
export async function readRows<Row>(db: Db | Tx, statement: SQL, columns: Record<string, PgColumn>): Promise<Row[]> {
  const rows = [...(await db.execute<Record<string, unknown>>(statement))];
  for (const [name, column] of Object.entries(columns)) {
    if (plain.test(column.getSQLType())) continue;
    for (const row of rows) if (row[name] !== null) row[name] = column.mapFromDriverValue(row[name]);
  }
  return rows as Row[];
}
