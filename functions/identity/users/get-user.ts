import { users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { userColumns } from "./columns.ts";
import { userShape } from "./user-shape.ts";

export const getUser = defineQuery({
  name: "getUser",
  title: "One user",
  action: "iam:user:list",
  input: z.object({ userId: idOf("the user") }),
  on: ["user", "userId"],
  output: userShape,
  async run({ db }, { userId }) {
    const [row] = await db.select(userColumns).from(users).where(eq(users.id, userId));
    if (!row) throw notFound("user", userId);
    return row;
  },
});
