import { sessions, users } from "@flyloft/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { mustHold } from "../grants/must-hold.ts";
import { userColumns } from "./columns.ts";
import { holdAdministrators, holdUser } from "./hold-user.ts";
import { userFields, userShape } from "./user-shape.ts";

export const updateUser = defineCommand({
  name: "updateUser",
  title: "Change what is known of a user, enable or disable it",
  action: "iam:user:modify",
  input: z.object({
    userId: idOf("the user"),
    ...userFields,
    administrator: z
      .boolean()
      .optional()
      .describe("Whether it holds every right of the account; only for administrators to say"),
  }),
  on: ["user", "userId"],
  output: userShape,
  async run({ tx, actor, now }, { userId, ...change }) {
    const before = await holdUser(tx, actor, userId);
    if (change.administrator) {
      mustHold(actor, [{ effect: "Allow", action: ["*:*:*"], on: `account/${actor.accountId}` }], "given");
    }
    if (change.enabled === false || change.administrator === false) await holdAdministrators(tx, before);
    const [row] = await tx
      .update(users)
      .set({ ...change, updatedAt: now() })
      .where(eq(users.id, userId))
      .returning(userColumns);
    // Whoever is let in again later signs in again.
    const open = and(eq(sessions.userId, userId), isNull(sessions.endedAt));
    if (change.enabled === false) await tx.update(sessions).set({ endedAt: now() }).where(open);
    return row!;
  },
});
