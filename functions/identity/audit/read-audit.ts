import { auditLog, type Db } from "@flyloft/db";
import { and, asc, count, desc, eq, gt, gte, lt, type SQL } from "drizzle-orm";
import { invalid } from "../../kernel/errors.ts";
import type { Page } from "../../kernel/page.ts";
import type { AuditFilter, AuditRow } from "./audit-shape.ts";

const equal = [
  "actorId",
  "actorKind",
  "actorName",
  "sourceIp",
  "operation",
  "targetKind",
  "targetId",
  "result",
  "requestId",
] as const;

export const matching = (filter: Partial<AuditFilter>): SQL | undefined =>
  and(
    ...equal.map((column) => (filter[column] === undefined ? undefined : eq(auditLog[column], filter[column]))),
    filter.from === undefined ? undefined : gte(auditLog.at, new Date(filter.from)),
    filter.until === undefined ? undefined : lt(auditLog.at, new Date(filter.until)),
  );

/** One page, newest first; the place in it is the row's number. */
export async function readAudit(
  db: Db,
  where: SQL | undefined,
  { first, after }: { first: number; after?: string | undefined },
): Promise<Page<AuditRow>> {
  const beyond = after === undefined ? undefined : /^\d{1,15}$/.test(after) ? lt(auditLog.seq, Number(after)) : null;
  if (beyond === null) throw invalid("after", "This cursor was not given by this list");
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(where, beyond))
    .orderBy(desc(auditLog.seq))
    .limit(first + 1);
  const nodes = rows.slice(0, first);
  return {
    nodes,
    endCursor: nodes.at(-1)?.seq.toString() ?? null,
    hasNextPage: rows.length > first,
    total: async () => (await db.select({ total: count() }).from(auditLog).where(where))[0]!.total,
  };
}

const batch = 500;

/** All of them, oldest first, a batch at a time, so that a long trail needs little memory; one chain in its own order. */
export async function* streamAudit(
  db: Db,
  where: SQL | undefined,
  by: "seq" | "position" = "seq",
): AsyncGenerator<AuditRow> {
  const place = auditLog[by];
  for (let last = 0; ;) {
    const rows = await db
      .select()
      .from(auditLog)
      .where(and(where, gt(place, last)))
      .orderBy(asc(place))
      .limit(batch);
    yield* rows;
    if (rows.length < batch) return;
    last = rows.at(-1)![by]!;
  }
}
