import { engineEntries, engineLeases, engineRevisions, type Db } from "@flyloft/db";
import { sql } from "drizzle-orm";

/** How long a deleted entry stays to be heard of, in minutes. */
const keptMinutes = 60;

/** Removes what was deleted long ago; whoever has not looked since reads everything anew. */
export async function forgetDeleted(db: Db, engineId: string): Promise<void> {
  await db.execute(sql`
    with held as (
      select revision from ${engineRevisions} where engine_id = ${engineId} for update
    ), gone as (
      delete from ${engineEntries}
      using held
      where engine_id = ${engineId} and value is null and at < now() - ${keptMinutes} * interval '1 minute'
      returning ${engineEntries}.revision
    )
    update ${engineRevisions}
    set forgotten = greatest(forgotten, (select max(revision) from gone))
    where engine_id = ${engineId} and exists (select from gone)`);
  await db.execute(sql`
    delete from ${engineLeases} as lease
    where engine_id = ${engineId} and renewed_at < now() - ${keptMinutes} * interval '1 minute' and not exists (
      select from ${engineEntries} e
      where e.engine_id = lease.engine_id and e.kind = 'instance' and e.key = lease.instance and e.value is not null
    )`);
}
