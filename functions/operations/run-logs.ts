import { instanceEvents, logLines, logPositions, replicas } from "@flyloft/db";
import { and, asc, desc, eq, gte, ilike, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { authorize } from "../kernel/authorize.ts";
import type { Ctx } from "../kernel/context.ts";
import { beforeCursor, beyondCursor, complete, type Cursor, cursorOf, feedStart, follow } from "../kernel/feed.ts";
import { channels } from "../deployments/feeds.ts";
import { idOf } from "../kernel/fields.ts";
import { containing } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";

const ofInstance = { instanceId: idOf("the instance") };
const moment = z.iso.datetime({ offset: true });
const cursor = z.string().max(64).describe("The cursor of the last message that was seen");
const at = <Row extends { tx: string; seq: number }>(row: Row) => ({ ...row, cursor: cursorOf(row) });

/** OPS-08: which files there are to read. */
export const listLogFiles = defineQuery({
  name: "listLogFiles",
  title: "The log files of an instance",
  action: "servicestage:app:get",
  input: z.object(ofInstance),
  on: ["instance", "instanceId"],
  output: z.array(z.object({ replicaId: z.string(), file: z.string(), running: z.boolean() })),
  run: ({ db }, { instanceId }) =>
    db
      .select({
        replicaId: logPositions.replicaId,
        file: logPositions.file,
        running: sql<boolean>`${replicas.id} is not null`,
      })
      .from(logPositions)
      .leftJoin(replicas, and(eq(replicas.id, logPositions.replicaId), eq(replicas.instanceId, instanceId)))
      .where(eq(logPositions.instanceId, instanceId))
      .orderBy(asc(logPositions.replicaId), asc(logPositions.file)),
});

/** OPS-08: by instance, file and time, with a keyword. The newest lines come first unless read on from a cursor. */
export const readRunLog = defineQuery({
  name: "readRunLog",
  title: "Lines of an instance's run log",
  action: "servicestage:app:get",
  input: z.object({
    ...ofInstance,
    replicaId: idOf("one of the running ones").optional(),
    file: z.string().max(256).optional().describe("The log file"),
    from: moment.optional().describe("Not before"),
    to: moment.optional().describe("Not after"),
    search: z.string().max(256).optional().describe("Only lines that contain this"),
    last: z.int().min(1).max(2000).default(200).describe("How many at most; oldest first"),
    before: cursor.optional().describe("Lines before this cursor, to read further back"),
  }),
  on: ["instance", "instanceId"],
  output: z.array(
    z.object({ cursor: z.string(), at: z.date(), replicaId: z.string(), file: z.string(), text: z.string() }),
  ),
  async run({ db }, { instanceId, replicaId, file, from, to, search, last, before }) {
    const rows = await db
      .select()
      .from(logLines)
      .where(
        and(
          eq(logLines.instanceId, instanceId),
          replicaId ? eq(logLines.replicaId, replicaId) : undefined,
          file ? eq(logLines.file, file) : undefined,
          from ? gte(logLines.at, new Date(from)) : undefined,
          to ? lte(logLines.at, new Date(to)) : undefined,
          search ? ilike(logLines.text, containing(search)) : undefined,
          before ? beforeCursor(logLines, before) : complete(logLines),
        ),
      )
      .orderBy(desc(logLines.tx), desc(logLines.seq))
      .limit(last);
    return rows.reverse().map(at);
  },
});

export type LogFilter = { instanceId: string; replicaId?: string | null; file?: string | null; after?: Cursor | null };

/** Lines as they come; no line is lost or doubled when it is resumed from the last cursor (BEY-14). Refuses before the stream begins. */
export async function followRunLog(ctx: Ctx, { instanceId, replicaId, file, after }: LogFilter) {
  await authorize(ctx.db, ctx.actor, "servicestage:app:get", { kind: "instance", id: instanceId });
  const read = async (from: Cursor) => {
    const rows = await ctx.db
      .select()
      .from(logLines)
      .where(
        and(
          eq(logLines.instanceId, instanceId),
          replicaId ? eq(logLines.replicaId, replicaId) : undefined,
          file ? eq(logLines.file, file) : undefined,
          beyondCursor(logLines, from),
        ),
      )
      .orderBy(asc(logLines.tx), asc(logLines.seq))
      .limit(500);
    return rows.map(at);
  };
  return follow(ctx, { channel: channels.runLog, after: after ?? feedStart, read });
}

/** OPS-07: newest first. */
export const listInstanceEvents = defineQuery({
  name: "listInstanceEvents",
  title: "What happened to an instance, newest first",
  action: "servicestage:app:get",
  input: z.object({
    ...ofInstance,
    replicaId: idOf("one of the running ones").optional(),
    type: z.enum(["normal", "alarm"]).meta({ id: "EventType" }).optional(),
    first: z.int().min(1).max(500).default(100).describe("How many at most"),
  }),
  on: ["instance", "instanceId"],
  output: z.array(
    z.object({
      replicaId: z.string().nullable(),
      type: z.enum(["normal", "alarm"]),
      reason: z.string(),
      message: z.string(),
      at: z.date(),
    }),
  ),
  run: ({ db }, { instanceId, replicaId, type, first }) =>
    db
      .select()
      .from(instanceEvents)
      .where(
        and(
          eq(instanceEvents.instanceId, instanceId),
          replicaId ? eq(instanceEvents.replicaId, replicaId) : undefined,
          type ? eq(instanceEvents.type, type) : undefined,
        ),
      )
      .orderBy(desc(instanceEvents.at), desc(instanceEvents.seq))
      .limit(first),
});
