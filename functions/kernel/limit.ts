import type { Tx } from "@flyloft/db";
import { count, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { DomainError } from "./errors.ts";

/**
 * Refuses the creation of one more when `limit` rows match already.
 * Those who create at the same time in the same scope wait for one another, so the last place is given once.
 */
export async function holdLimit(
  tx: Tx,
  {
    table,
    where,
    limit,
    scope,
    subject,
  }: {
    table: PgTable;
    where: SQL | undefined;
    limit: number;
    scope: string;
    subject: string;
  },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`limit:${subject}:${scope}`}, 0))`);
  const [row] = await tx.select({ taken: count() }).from(table).where(where);
  if (row!.taken >= limit)
    throw new DomainError("limit_reached", `At most ${limit} ${subject}: delete one first`, { limit });
}
