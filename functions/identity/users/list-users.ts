import { groupMembers, users } from "@flyloft/db";
import { and, eq, ilike, inArray } from "drizzle-orm";
import { z } from "zod";
import { idOf, search } from "../../kernel/fields.ts";
import { containing, type Page, pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { type User, userColumns } from "./columns.ts";
import { userShape } from "./user-shape.ts";

/** IAM-01; newest first. */
export const listUsers = defineQuery({
  name: "listUsers",
  title: "The users of the account",
  action: "iam:user:list",
  input: z.object({
    ...pageInput,
    search,
    groupId: idOf("a group").optional().describe("Only its members"),
    enabled: z.boolean().optional().describe("Only those who may sign in, or only those who may not"),
    orderBy: z.enum(["created", "name"]).default("created").describe("Newest first, or by name"),
  }),
  on: ["account"],
  lists: "user",
  output: userShape,
  run({ db, actor, visible }, { search: text, groupId, enabled, orderBy, ...page }): Promise<Page<User>> {
    const members = db.select({ id: groupMembers.userId }).from(groupMembers);
    const where = and(
      eq(users.accountId, actor.accountId),
      text ? ilike(users.name, containing(text)) : undefined,
      groupId ? inArray(users.id, members.where(eq(groupMembers.groupId, groupId))) : undefined,
      enabled === undefined ? undefined : eq(users.enabled, enabled),
    );
    return readPage({ db, visible, columns: new Set(Object.keys(userColumns)) }, users, {
      ...page,
      where,
      ...(orderBy === "name" && { order: { column: users.name, direction: "asc" } }),
    });
  },
});
