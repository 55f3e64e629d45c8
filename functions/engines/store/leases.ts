import { engineEntries, engineLeases, type Db } from "@flyloft/db";
import { sql } from "drizzle-orm";

type Renewal = { engine: string; instance: string; seconds: number; at: number };
type Clock = () => number;

/**
 * Heartbeats that this process has heard and not written yet. They are written together, a moment later, by their age: the
 * clock of the database decides when a lease ends, and what a copy hears while the database is away is not lost.
 */
export class Leases {
  #renewals = new Map<string, Renewal>();
  readonly #clock: Clock;

  /** The clock only ever goes forward; it need not agree with any other. */
  constructor(clock: Clock = () => performance.now()) {
    this.#clock = clock;
  }

  renew(engine: string, instance: string, seconds: number) {
    this.#renewals.set(`${engine} ${instance}`, { engine, instance, seconds, at: this.#clock() });
  }

  /** Whether a heartbeat was heard that nobody else knows of yet. */
  holds(engine: string, instance: string): boolean {
    return this.#renewals.has(`${engine} ${instance}`);
  }

  async flush(db: Db): Promise<void> {
    const renewals = this.#renewals;
    if (renewals.size === 0) return;
    this.#renewals = new Map();
    try {
      await writeRenewals(db, [...renewals.values()], this.#clock());
    } catch (error) {
      for (const [key, renewal] of this.#renewals) renewals.set(key, renewal);
      this.#renewals = renewals;
      throw error;
    }
  }
}

/** In the order of their keys, so that two copies never wait for each other. */
async function writeRenewals(db: Db, renewals: readonly Renewal[], now: number) {
  const rows = renewals.map(({ at, ...rest }) => ({ ...rest, age: Math.max(0, Math.round(now - at)) }));
  await db.execute(sql`
    insert into ${engineLeases} (engine_id, instance, seconds, renewed_at)
    select engine, instance, seconds, now() - age * interval '1 millisecond'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as renewal (engine text, instance text, seconds int, age int)
    join ${engineEntries} on engine_id = engine and kind = 'instance' and key = instance and value is not null
    order by engine, instance
    on conflict (engine_id, instance) do update
    set renewed_at = greatest(${engineLeases}.renewed_at, excluded.renewed_at), seconds = excluded.seconds`);
}
