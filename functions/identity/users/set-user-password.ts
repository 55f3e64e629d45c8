import { accounts, sessions, users } from "@flyloft/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { hashPassword } from "../password.ts";
import { checkPassword } from "../password-policy.ts";
import { userColumns } from "./columns.ts";
import { holdUser } from "./hold-user.ts";
import { userShape } from "./user-shape.ts";

/** For an administrator; whoever set it could sign in as the user, so only those who hold as much may. */
export const setUserPassword = defineCommand({
  name: "setUserPassword",
  title: "Give a user a new password and end its sessions",
  action: "iam:user:modify",
  input: z.object({
    userId: idOf("the user"),
    password: z.string().min(1).max(256).describe("Only a salted hash of it is stored"),
  }),
  on: ["user", "userId"],
  output: userShape,
  async run({ tx, actor, now }, { userId, password }) {
    const { name, email, accountId } = await holdUser(tx, actor, userId);
    const [account] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId));
    checkPassword(password, { user: name, account: account!.name, email });
    const [row] = await tx
      .update(users)
      .set({ passwordHash: await hashPassword(password), updatedAt: now() })
      .where(eq(users.id, userId))
      .returning(userColumns);
    const open = and(eq(sessions.userId, userId), isNull(sessions.endedAt));
    await tx.update(sessions).set({ endedAt: now() }).where(open);
    return row!;
  },
});
