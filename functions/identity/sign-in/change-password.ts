import { sessions, users } from "@flyloft/db";
import { and, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { defineEffect } from "../../kernel/verb.ts";
import { hashPassword } from "../password.ts";
import { checkPassword } from "../password-policy.ts";
import { confirmation, confirmIdentity } from "./confirm.ts";

/** Every other session ends with the old password: whoever knew it may hold one. */
export const changePassword = defineEffect({
  name: "changePassword",
  title: "Change your own password and end your other sessions",
  action: "iam:credential:modify",
  input: z.object({
    ...confirmation,
    newPassword: z.string().min(1).max(256).describe("At least 10 characters, not a common one, not your name"),
  }),
  on: ["project"],
  output: z.object({ id: z.string() }),
  async run(call, { newPassword, ...proof }) {
    const { db, actor, now } = call;
    const { user, account } = await confirmIdentity(call, proof);
    checkPassword(newPassword, { user: user.name, account, email: user.email }, "newPassword");
    const passwordHash = await hashPassword(newPassword);
    const others = actor.sessionId ? ne(sessions.id, actor.sessionId) : undefined;
    await db.transaction(async (tx) => {
      await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
      await tx
        .update(sessions)
        .set({ endedAt: now() })
        .where(and(eq(sessions.userId, user.id), isNull(sessions.endedAt), others));
    });
    return { id: user.id };
  },
});
