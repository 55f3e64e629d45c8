import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { preparing } from "./prepared.ts";
import * as schema from "./schema/index.ts";

export type DatabaseOptions = {
  /** Connections at most; one per request on the edge, a pool on Node. */
  connections?: number;
  /** For connections that live long; not through a pool that hands them on after each transaction and knows no prepared statements. */
  prepare?: boolean;
  /** Sees each statement, for tests that count them. */
  onStatement?: (statement: string) => void;
};

/** Opens a database. Nothing is sent before the first statement. */
export function openDatabase(url: string, { connections = 1, prepare = false, onStatement }: DatabaseOptions = {}) {
  const client = postgres(url, {
    max: connections,
    // The types of this schema are known; asking for them costs a round trip per connection.
    fetch_types: false,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "flyloft" },
  });
  const logger = onStatement ? { logQuery: onStatement } : false;
  return {
    db: drizzle(prepare ? preparing(client) : client, { schema, logger }),
    client,
    close: () => client.end({ timeout: 2 }),
  };
}

export type Database = ReturnType<typeof openDatabase>;
export type Db = Database["db"];
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
