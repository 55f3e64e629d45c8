import { engineEntries, engineRevisions, type Db, type Tx } from "@flyloft/db";
import { and, asc, eq, gt, inArray, isNotNull, notInArray, sql, type SQL } from "drizzle-orm";
import { notFound } from "../../kernel/errors.ts";

/** What an engine holds, by kind; keys are unique among those of one kind. */
export const entryKinds = [
  "service",
  "instance",
  "schema",
  "contract",
  "dependency",
  "item",
  "item_tally",
  "item_revision",
  "account",
  "role",
  "governance",
  "gray",
] as const;
export type EntryKind = (typeof entryKinds)[number];
/** Too large or too many to be kept in memory: they are read when somebody asks for them. */
export const coldKinds: readonly EntryKind[] = ["contract", "item_revision", "governance", "gray"];

/** A value of null deletes. */
export type Change = { kind: EntryKind; key: string; value: Record<string, unknown> | null };
export type Entry = Change & { revision: number };

/** Woken with the id of the engine whenever entries have changed. */
export const entriesChannel = "engine_entries";

/**
 * Holds the engine's lock until the transaction ends and tells its revision: nobody else changes its entries meanwhile. Whoever
 * also locks rows of the control plane locks those first.
 */
export async function holdRevision(tx: Tx, engineId: string): Promise<number> {
  const [row] = await tx
    .select({ revision: engineRevisions.revision })
    .from(engineRevisions)
    .where(eq(engineRevisions.engineId, engineId))
    .for("update");
  if (!row) throw notFound("engine", engineId);
  return row.revision;
}

/** The latest of each key as rows of PostgreSQL, written as one revision. */
function upsert(engineId: string, changes: readonly Change[], revision: SQL): SQL {
  const latest = [...new Map(changes.map((change) => [`${change.kind}\n${change.key}`, change])).values()];
  return sql`
    insert into ${engineEntries} (engine_id, kind, key, value, revision)
    select ${engineId}, kind, key, value, held.revision
    from (${revision}) as held, jsonb_to_recordset(${JSON.stringify(latest)}::jsonb) as change (kind text, key text, value jsonb)
    on conflict (engine_id, kind, key)
    do update set value = excluded.value, revision = excluded.revision, at = excluded.at`;
}
type At = { engineId: string; revision: number };

/**
 * Writes changes under the lock of `holdRevision`, as the next revision, which it answers; a later change of the same key wins.
 * Everybody who reads the entries of the engine is woken when the transaction commits.
 */
export async function writeChanges(tx: Tx, { engineId, revision }: At, changes: readonly Change[]): Promise<number> {
  if (changes.length === 0) return revision;
  if (!(await writeAfter(tx, { engineId, revision }, changes)))
    throw new Error(`${engineId} is not at revision ${revision}: its lock is not held`);
  return revision + 1;
}

/**
 * Writes changes as the next revision if nothing was written after this one, and answers whether it did. It is one statement,
 * so nothing waits under the lock.
 */
export async function writeAfter(
  db: Db | Tx,
  { engineId, revision }: At,
  changes: readonly Change[],
): Promise<boolean> {
  const rows = await db.execute(sql`
    with held as (
      update ${engineRevisions} set revision = ${revision + 1}
      where engine_id = ${engineId} and revision = ${revision}
      returning revision
    ), written as (${upsert(engineId, changes, sql`select revision from held`)})
    select pg_notify(${entriesChannel}, ${engineId}) from held`);
  return rows.length > 0;
}

const warm = notInArray(engineEntries.kind, [...coldKinds]);
const columns = {
  kind: engineEntries.kind,
  key: engineEntries.key,
  value: engineEntries.value,
  revision: engineEntries.revision,
};

/** The revisions of those of these engines that there are. */
export async function readRevisions(db: Db | Tx, engineIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: engineRevisions.engineId, revision: engineRevisions.revision })
    .from(engineRevisions)
    .where(inArray(engineRevisions.engineId, [...engineIds]));
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Everything that is kept in memory, as of one moment, in the order in which it was written. */
export async function readEntries(db: Db | Tx, engineId: string): Promise<Entry[]> {
  const rows = await db
    .select(columns)
    .from(engineEntries)
    .where(and(eq(engineEntries.engineId, engineId), warm, isNotNull(engineEntries.value)))
    .orderBy(asc(engineEntries.revision));
  return rows as Entry[];
}

/**
 * What has changed after a revision, oldest first; null when that is so long ago that deletions since then may be forgotten.
 */
export async function readChanges(db: Db | Tx, engineId: string, after: number): Promise<Entry[] | null> {
  const rows = await db
    .select({ ...columns, forgotten: engineRevisions.forgotten })
    .from(engineRevisions)
    .leftJoin(
      engineEntries,
      and(eq(engineEntries.engineId, engineRevisions.engineId), gt(engineEntries.revision, after), warm),
    )
    .where(eq(engineRevisions.engineId, engineId))
    .orderBy(asc(engineEntries.revision));
  if (rows.length === 0) throw notFound("engine", engineId);
  if (rows[0]!.forgotten > after) return null;
  return rows.flatMap((row) => (row.kind === null ? [] : [row as unknown as Entry]));
}
