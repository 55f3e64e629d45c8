import { sessions } from "@flyloft/db";
import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand, defineQuery } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { sessionColumns, sessionShape } from "./session-shape.ts";

const mostShown = 200;
const open = (actor: Actor, at: Date) =>
  and(eq(sessions.userId, ownerOf(actor)), isNull(sessions.endedAt), gt(sessions.expiresAt, at));

/** BEY-03. */
export const listSessions = defineQuery({
  name: "listSessions",
  title: "Where you are signed in, the latest first",
  action: "iam:credential:get",
  input: z.object({}),
  on: ["project"],
  lists: { wholly: "They are the asker's own, and nobody else's" },
  output: z.array(sessionShape),
  async run({ db, actor, now }) {
    const rows = await db
      .select(sessionColumns)
      .from(sessions)
      .where(open(actor, now()))
      .orderBy(desc(sessions.renewedAt))
      .limit(mostShown);
    return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
  },
});

export const endSession = defineCommand({
  name: "endSession",
  title: "End one of your own sessions at once",
  action: "iam:credential:modify",
  input: z.object({ sessionId: idOf("the session") }),
  on: ["project"],
  output: z.object({ id: z.string() }),
  async run({ tx, actor, now }, { sessionId }) {
    const where = and(open(actor, now()), eq(sessions.id, sessionId));
    const [ended] = await tx.update(sessions).set({ endedAt: now() }).where(where).returning({ id: sessions.id });
    if (!ended) throw notFound("session", sessionId);
    return ended;
  },
});

export const endOtherSessions = defineCommand({
  name: "endOtherSessions",
  title: "End all of your own sessions but this one",
  action: "iam:credential:modify",
  input: z.object({}),
  on: ["project"],
  output: z.object({ ended: z.int() }),
  async run({ tx, actor, now }) {
    const others = actor.sessionId ? ne(sessions.id, actor.sessionId) : undefined;
    const rows = await tx
      .update(sessions)
      .set({ endedAt: now() })
      .where(and(open(actor, now()), others))
      .returning({ id: sessions.id });
    return { ended: rows.length };
  },
});
