import { users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { holdAdministrators, holdUser } from "./hold-user.ts";

/** Its sessions, keys and tokens go with it; what it did stays in the audit trail. */
export const deleteUser = defineCommand({
  name: "deleteUser",
  title: "Delete a user and everything it signs in with",
  action: "iam:user:delete",
  input: z.object({ userId: idOf("the user") }),
  on: ["user", "userId"],
  output: z.object({ id: z.string() }),
  async run({ tx, actor }, { userId }) {
    await holdAdministrators(tx, await holdUser(tx, actor, userId));
    await tx.delete(users).where(eq(users.id, userId));
    return { id: userId };
  },
});
