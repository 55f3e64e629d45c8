import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;

/** JSON stays text on its way in and out: what is stored is canonical and goes into calls without being parsed. */
const jsonAsText = { to: 114, from: [114, 3802], serialize: (text: string) => text, parse: (text: string) => text };

/** Three pooled connections; `listen` takes a fourth. The name marks whose notifications are whose. */
export function openDatabase(url: string, name: string): Sql {
  return postgres(url, {
    max: 3,
    onnotice: () => {},
    types: { json: jsonAsText },
    connection: { application_name: name },
  }) as unknown as Sql;
}

const transient = new Set(["40001", "40P01", "55P03"]);
const maxTries = 12;

/** Runs one transaction, again when the database asked for it (deadlock, serialisation). */
export async function transact<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return (await sql.begin(work)) as T;
    } catch (error) {
      if (!transient.has(sqlState(error)) || tried >= maxTries) throw error;
      await sleep(Math.random() * 20 * tried);
    }
  }
}

/** The SQLSTATE of a database error, or empty. */
export const sqlState = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
};

/** True when the document itself cannot be stored, so that trying again is useless. */
export const isUnstorable = (error: unknown) => /^(22|54)/.test(sqlState(error));
