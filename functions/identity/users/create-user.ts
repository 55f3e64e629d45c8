import { accounts, users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { identityLimits } from "../limits.ts";
import { hashPassword } from "../password.ts";
import { checkPassword } from "../password-policy.ts";
import { userColumns } from "./columns.ts";
import { identityName, userFields, userShape } from "./user-shape.ts";

/** A new user holds no right at all (IAM-01, IAM-02). */
export const createUser = defineCommand({
  name: "createUser",
  title: "Create a user, who may do nothing until it is in a group",
  action: "iam:user:create",
  input: z.object({
    name: identityName.describe("Unique in the account"),
    password: z.string().min(1).max(256).describe("Only a salted hash of it is stored"),
    ...userFields,
  }),
  on: ["account"],
  output: userShape,
  async run({ tx, actor, newId }, { password, ...given }) {
    const { accountId } = actor;
    const [account] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId));
    checkPassword(password, { user: given.name, account: account!.name, email: given.email ?? null });
    await holdLimit(tx, {
      table: users,
      where: eq(users.accountId, accountId),
      limit: identityLimits.users,
      scope: accountId,
      subject: "users",
    });
    const [row] = await tx
      .insert(users)
      .values({ id: newId("user"), accountId, passwordHash: await hashPassword(password), ...given })
      .onConflictDoNothing()
      .returning(userColumns);
    if (!row) throw conflict(`There is a user called ${given.name} already`, { fields: { name: ["Taken"] } });
    return row;
  },
});
