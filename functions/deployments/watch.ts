import { instanceChanges, taskLog } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { authorize, findPath, refuseStrangers } from "../kernel/authorize.ts";
import type { Ctx } from "../kernel/context.ts";
import { beyondCursor, type Cursor, cursorOf, feedEnd, feedStart, follow } from "../kernel/feed.ts";
import { idOf } from "../kernel/fields.ts";
import { defineQuery } from "../kernel/verb.ts";
import { visibleRows } from "../kernel/visible.ts";
import { channels } from "./feeds.ts";

const at = <Row extends { tx: string; seq: number }>(row: Row) => ({ ...row, cursor: cursorOf(row) });
const batch = 500;
const reading = "servicestage:app:get";
/** A change is seen by those who may see its instance, also when that is no more. */
const changed = {
  instance: instanceChanges.instanceId,
  component: instanceChanges.componentId,
  application: instanceChanges.applicationId,
  environment: instanceChanges.environmentId,
};

/** DEP-18: the log of a task, oldest first. */
export const readTaskLog = defineQuery({
  name: "readTaskLog",
  title: "The log of a long operation",
  action: "servicestage:app:get",
  input: z.object({
    taskId: idOf("the task"),
    after: z.string().max(64).default(feedStart).describe("The cursor of the last line that was seen"),
  }),
  on: ["task", "taskId"],
  output: z.array(
    z.object({
      cursor: z.string(),
      at: z.date(),
      level: z.enum(["info", "warning", "error"]),
      message: z.string(),
    }),
  ),
  async run({ db }, { taskId, after }) {
    const rows = await db
      .select()
      .from(taskLog)
      .where(and(eq(taskLog.taskId, taskId), beyondCursor(taskLog, after)))
      .orderBy(asc(taskLog.tx), asc(taskLog.seq))
      .limit(batch);
    return rows.map(at);
  },
});

/** The log of a task as it grows (BEY-14). Refuses before the stream begins. */
export async function followTaskLog(ctx: Ctx, { taskId, after }: { taskId: string; after?: Cursor | null }) {
  await authorize(ctx.db, ctx.actor, reading, { kind: "task", id: taskId });
  const read = async (cursor: Cursor) => {
    const rows = await ctx.db
      .select()
      .from(taskLog)
      .where(and(eq(taskLog.taskId, taskId), beyondCursor(taskLog, cursor)))
      .orderBy(asc(taskLog.tx), asc(taskLog.seq))
      .limit(batch);
    return rows.map(at);
  };
  return follow(ctx, { channel: channels.taskLog, after: after ?? feedStart, read });
}

export type InstanceChange = typeof instanceChanges.$inferSelect & { cursor: Cursor };
export type InstanceFilter = { instanceId?: string | null; environmentId?: string | null; after?: Cursor | null };

/** What becomes of instances, as it happens; without a cursor from now on (BEY-14). Refuses before the stream begins. */
export async function followInstances(ctx: Ctx, { instanceId, environmentId, after }: InstanceFilter) {
  const { actor } = ctx;
  const { projectId } = actor;
  refuseStrangers(actor, reading);
  if (instanceId) await authorize(ctx.db, actor, reading, { kind: "instance", id: instanceId });
  if (environmentId) await findPath(ctx.db, actor, { kind: "environment", id: environmentId });
  const visible = visibleRows(actor, reading, "instance", undefined, changed);
  const read = async (cursor: Cursor) => {
    const rows = await ctx.db
      .select()
      .from(instanceChanges)
      .where(
        and(
          eq(instanceChanges.projectId, projectId),
          visible,
          instanceId ? eq(instanceChanges.instanceId, instanceId) : undefined,
          environmentId ? eq(instanceChanges.environmentId, environmentId) : undefined,
          beyondCursor(instanceChanges, cursor),
        ),
      )
      .orderBy(asc(instanceChanges.tx), asc(instanceChanges.seq))
      .limit(batch);
    return rows.map(at);
  };
  return follow(ctx, { channel: channels.instances, after: after ?? (await feedEnd(ctx)), read });
}
