import { groups } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import { description } from "../../kernel/fields.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { identityLimits } from "../limits.ts";
import { identityName } from "../users/user-shape.ts";
import { groupShape } from "./group-shape.ts";

/** IAM-03. */
export const createGroup = defineCommand({
  name: "createGroup",
  title: "Create a user group",
  action: "iam:group:create",
  input: z.object({
    name: identityName.describe("Unique in the account"),
    description: description.default("").describe("Whom it is for"),
  }),
  on: ["account"],
  output: groupShape,
  async run({ tx, actor: { accountId }, newId }, given) {
    await holdLimit(tx, {
      table: groups,
      where: eq(groups.accountId, accountId),
      limit: identityLimits.groups,
      scope: accountId,
      subject: "user groups",
    });
    const [row] = await tx
      .insert(groups)
      .values({ id: newId("group"), accountId, ...given })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is a group called ${given.name} already`, { fields: { name: ["Taken"] } });
    return row;
  },
});
