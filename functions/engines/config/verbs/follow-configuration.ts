import { engineEntries, engineRevisions } from "@flyloft/db";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { authorize } from "../../../kernel/authorize.ts";
import type { Ctx } from "../../../kernel/context.ts";
import { type Cursor, follow, readCursor } from "../../../kernel/feed.ts";
import { entriesChannel } from "../../store/entries.ts";
import type { Item } from "../items/item.ts";
import { consoleTenant } from "../items/publish-items.ts";
import { presentItem } from "./configuration-item.ts";

/** A cursor names the revision of the engine; all that changed together is told together or again. */
const cursorAt = (revision: number): Cursor => `${revision}.0`;

/** Items as they change, without their values; from now on when there is no cursor. Refuses before the stream begins. */
export async function followConfiguration(
  ctx: Ctx,
  { engineId, after }: { engineId: string; after?: Cursor | null | undefined },
) {
  await authorize(ctx.db, ctx.actor, "cse:config:get", { kind: "engine", id: engineId });
  const read = async (cursor: Cursor) => {
    const rows = await ctx.db
      .select({ value: sql<Item>`${engineEntries.value} - 'value'`, revision: engineEntries.revision })
      .from(engineEntries)
      .where(
        and(
          eq(engineEntries.engineId, engineId),
          eq(engineEntries.kind, "item"),
          gt(engineEntries.revision, Number(readCursor(cursor).tx)),
          sql`${engineEntries.value} @> ${JSON.stringify({ tenant: consoleTenant })}::jsonb`,
        ),
      )
      .orderBy(asc(engineEntries.revision), asc(engineEntries.key));
    // Only the last of a revision moves the cursor past it.
    return rows.map(({ value, revision }, index) => {
      const isLast = rows[index + 1]?.revision !== revision;
      return { ...presentItem({ ...value, value: "" }), cursor: cursorAt(isLast ? revision : revision - 1) };
    });
  };
  return follow(ctx, { channel: entriesChannel, after: after ?? cursorAt(await revisionOf(ctx, engineId)), read });
}
export type ConfigurationChange =
  Awaited<ReturnType<typeof followConfiguration>> extends AsyncIterator<infer Row> ? Row : never;

async function revisionOf({ db }: Ctx, engineId: string): Promise<number> {
  const [row] = await db
    .select({ revision: engineRevisions.revision })
    .from(engineRevisions)
    .where(eq(engineRevisions.engineId, engineId));
  return row?.revision ?? 0;
}
