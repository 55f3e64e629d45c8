import { engineChanges, operationLog } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { authorize } from "../../kernel/authorize.ts";
import type { Ctx } from "../../kernel/context.ts";
import { beyondCursor, type Cursor, cursorOf, feedEnd, feedStart, follow } from "../../kernel/feed.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { visibleRows } from "../../kernel/visible.ts";
import { channels } from "./feeds.ts";

const at = <Row extends { tx: string; seq: number }>(row: Row) => ({ ...row, cursor: cursorOf(row) });
const batch = 500;

const readLines = async (db: Ctx["db"], operationId: string, after: Cursor) =>
  (
    await db
      .select()
      .from(operationLog)
      .where(and(eq(operationLog.operationId, operationId), beyondCursor(operationLog, after)))
      .orderBy(asc(operationLog.tx), asc(operationLog.seq))
      .limit(batch)
  ).map(at);

/** ENG-22: an operation's steps and what was said in each, oldest first. */
export const readOperationLog = defineQuery({
  name: "readOperationLog",
  title: "The log of an operation on an engine",
  action: "cse:engine:get",
  input: z.object({
    operationId: idOf("the operation"),
    after: z.string().max(64).default(feedStart).describe("The cursor of the last line that was seen"),
  }),
  on: ["operation", "operationId"],
  output: z.array(
    z.object({
      cursor: z.string(),
      at: z.date(),
      step: z.string(),
      level: z.enum(["info", "warning", "error"]),
      message: z.string(),
    }),
  ),
  run: ({ db }, { operationId, after }) => readLines(db, operationId, after),
});

/** The log of an operation as it grows (BEY-14). Refuses before the stream begins. */
export async function followOperationLog(
  ctx: Ctx,
  { operationId, after }: { operationId: string; after?: Cursor | null },
) {
  await authorize(ctx.db, ctx.actor, "cse:engine:get", { kind: "operation", id: operationId });
  const read = (cursor: Cursor) => readLines(ctx.db, operationId, cursor);
  return follow(ctx, { channel: channels.log, after: after ?? feedStart, read });
}

export type EngineChange = typeof engineChanges.$inferSelect & { cursor: Cursor };

/** What becomes of engines, as it happens; without a cursor from now on (BEY-14). Refuses before the stream begins. */
export async function followEngines(
  ctx: Ctx,
  { engineId, after }: { engineId?: string | null; after?: Cursor | null },
) {
  const { actor } = ctx;
  if (engineId) await authorize(ctx.db, actor, "cse:engine:list", { kind: "engine", id: engineId });
  const visible = visibleRows(actor, "cse:engine:list", "engine", undefined, { engine: engineChanges.engineId });
  const read = async (cursor: Cursor) => {
    const rows = await ctx.db
      .select()
      .from(engineChanges)
      .where(
        and(
          eq(engineChanges.projectId, actor.projectId),
          visible,
          engineId ? eq(engineChanges.engineId, engineId) : undefined,
          beyondCursor(engineChanges, cursor),
        ),
      )
      .orderBy(asc(engineChanges.tx), asc(engineChanges.seq))
      .limit(batch);
    return rows.map(at);
  };
  return follow(ctx, { channel: channels.engines, after: after ?? (await feedEnd(ctx)), read });
}
