import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

export type Sql = postgres.Sql;
export type Tx = postgres.Sql;

export type Database = {
  /** Single statements. */
  sql: Sql;
  /** One transaction, again when the database asked for it (deadlock, serialisation). */
  transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export type DatabaseOptions = {
  url: string;
  /** Marks connections and notifications as ours. */
  name: string;
  channel: string;
  onNotify: (sender: string) => void;
};

/** JSON stays text on its way in and out: what is stored is canonical and goes into calls without being parsed. */
const jsonAsText = { to: 114, from: [114, 3802], serialize: (text: string) => text, parse: (text: string) => text };

type Pool = { sql: Sql; lost: boolean };

/**
 * Three pooled connections, and a fourth that listens. The driver does not survive the loss of a connection: a statement
 * sent after it ends the process, and what was being written poisons the next connection. So transactions look before
 * each statement whether anything was lost, and a pool that lost a connection is replaced as a whole.
 */
export function openDatabase({ url, name, channel, onNotify }: DatabaseOptions): Database {
  let current: Pool | undefined;
  let closing = false;

  function open(): Pool {
    const sql = postgres(url, {
      max: 3,
      // A connection closed for its age would count as lost.
      max_lifetime: null,
      onnotice: () => {},
      onclose: () => lose(),
      types: { json: jsonAsText },
      connection: { application_name: name },
    }) as unknown as Sql;
    const pool: Pool = { sql, lost: false };
    const lose = () => {
      if (pool.lost || closing) return;
      pool.lost = true;
      queueMicrotask(() => void sql.end({ timeout: 0 }));
    };
    // Without notifications polling remains.
    sql.listen(channel, onNotify).catch(() => undefined);
    return pool;
  }

  const pool = (): Pool => {
    if (!current || current.lost) current = open();
    return current;
  };

  const sql = new Proxy((() => {}) as unknown as Sql, {
    apply: (_target, _self, args: Parameters<Sql>) => pool().sql(...args),
    get: (_target, key) => Reflect.get(pool().sql, key) as unknown,
  });

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await once(pool(), work);
      } catch (error) {
        if (!transient.has(sqlState(error)) || tried >= maxTries) throw error;
        await sleep(Math.random() * 20 * tried);
      }
    }
  }

  const close = async () => {
    closing = true;
    await current?.sql.end({ timeout: 5 });
  };
  return { sql, transact, close };
}

const transient = new Set(["40001", "40P01", "55P03"]);
const maxTries = 12;

async function once<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await pool.sql.reserve();
  const tx = new Proxy(connection, {
    apply: (target, _self, args: Parameters<Sql>) => {
      if (pool.lost) throw new ConnectionLost();
      return target(...args);
    },
  }) as unknown as Tx;
  try {
    await tx`begin`;
    const result = await work(tx);
    await tx`commit`;
    return result;
  } catch (error) {
    if (!pool.lost && !isConnectionLoss(error)) await tx`rollback`;
    throw error;
  } finally {
    if (!pool.lost) connection.release();
  }
}

class ConnectionLost extends Error {
  readonly code = "CONNECTION_LOST";
  constructor() {
    super("a connection to the database was lost");
  }
}

/** The SQLSTATE of a database error, the code of a system error, or empty. */
export const sqlState = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
};

export const isConnectionLoss = (error: unknown) => /^(08|57P|53|CONN|ECONN|EPIPE|ENOENT)/.test(sqlState(error));

/** True when the document itself cannot be stored, so that trying again is useless. */
export const isUnstorable = (error: unknown) => /^(22|54)/.test(sqlState(error));
