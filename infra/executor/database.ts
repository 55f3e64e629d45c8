import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

export type Sql = postgres.Sql;
export type Tx = postgres.Sql;

/** `soon`: not waited for until it is on disk. A crash of the database may undo it, together with all that came later. */
export type Commit = "durable" | "soon";

export type Database = {
  /** Single statements. */
  sql: Sql;
  /** One transaction, again when the database asked for it (deadlock, serialisation). */
  transact: <T>(work: (tx: Tx) => Promise<T>, commit?: Commit) => Promise<T>;
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

/** Parameters that are lists; the driver would ask the server for these types and fail badly when cut off meanwhile. */
const list = (oid: number) => ({
  to: oid,
  from: [oid],
  serialize: (items: string[]) => `{${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`,
  parse: (text: string) => text,
});
const types = { json: jsonAsText, texts: list(1009), bigints: list(1016) };

/** One connection. The driver does not outlive it: `lost` once it is gone, and then nothing may be sent. */
type Line = { sql: Sql; lost: boolean; drop: () => void };
const transactionLines = 3;

/**
 * Four connections: three for transactions, one for single statements and notifications. Each is a client of its own.
 * A statement sent through this driver after its connection was lost ends the process, and what was being written then
 * spoils the next connection; so a line that lost its connection is thrown away, and transactions look before they send.
 */
export function openDatabase({ url, name, channel, onNotify }: DatabaseOptions): Database {
  const free: Line[] = [];
  const waiting: ((line: Line) => void)[] = [];
  const open = new Set<Line>();
  let statements: Line | undefined;
  let closing = false;

  function connect(more: object = {}): Line {
    const drop = () => {
      if (line.lost || closing) return;
      line.lost = true;
      open.delete(line);
      queueMicrotask(() => void line.sql.end({ timeout: 0 }).catch(() => undefined));
    };
    const options = { max: 1, max_lifetime: null, fetch_types: false, onnotice: () => {}, onclose: drop, types };
    const sql = postgres(url, { ...options, connection: { application_name: name }, ...more });
    const line: Line = { sql: sql as unknown as Sql, lost: false, drop };
    open.add(line);
    return line;
  }

  function statementLine(): Line {
    if (statements && !statements.lost) return statements;
    statements = connect({ onnotify: (_channel: string, sender: string) => onNotify(sender) });
    // Sent first, so it is heard from the first statement on; when it fails the line is lost with it.
    statements.sql.unsafe(`listen ${channel}`).catch(() => undefined);
    return statements;
  }

  const take = (): Promise<Line> => {
    const line = free.pop();
    if (line && !line.lost) return Promise.resolve(line);
    if (line) return take();
    const used = [...open].filter((one) => one !== statements).length;
    if (used < transactionLines) return Promise.resolve(connect());
    return new Promise((resolve) => waiting.push(resolve));
  };

  const give = (line: Line): void => {
    const next = waiting.shift();
    if (next) next(line.lost ? connect() : line);
    else if (!line.lost) free.push(line);
  };

  const sql = new Proxy((() => {}) as unknown as Sql, {
    apply: (_target, _self, args: Parameters<Sql>) => statementLine().sql(...args),
  });

  async function transact<T>(work: (tx: Tx) => Promise<T>, commit: Commit = "durable"): Promise<T> {
    for (let tried = 1; ; tried++) {
      const line = await take();
      try {
        return await once(line, work, commit);
      } catch (error) {
        if (!transient.has(sqlState(error)) || tried >= maxTries) throw error;
      } finally {
        give(line);
      }
      await sleep(Math.random() * 20 * tried);
    }
  }

  const close = async () => {
    closing = true;
    await Promise.all([...open].map((line) => line.sql.end({ timeout: 5 })));
  };
  return { sql, transact, close };
}

const transient = new Set(["40001", "40P01", "55P03"]);
const maxTries = 12;

async function once<T>(line: Line, work: (tx: Tx) => Promise<T>, commit: Commit): Promise<T> {
  const tx = new Proxy(line.sql, {
    apply: (target, _self, args: Parameters<Sql>) => {
      if (line.lost) throw new ConnectionLost();
      return target(...args);
    },
  }) as unknown as Tx;
  try {
    // Sent ahead of the first statement without waiting for its answer; when it fails, that one fails with it.
    const begun = Promise.all([tx`begin`, commit === "soon" && tx`set local synchronous_commit = off`]);
    begun.catch(() => undefined);
    const result = await work(tx);
    await begun;
    await tx`commit`;
    return result;
  } catch (error) {
    await rollBack(line, error);
    throw error;
  }
}

/** A line that cannot be brought back to a clean state is not used again. */
async function rollBack(line: Line, cause: unknown): Promise<void> {
  if (isConnectionLoss(cause)) line.drop();
  if (!line.lost) await line.sql`rollback`.catch(line.drop);
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
