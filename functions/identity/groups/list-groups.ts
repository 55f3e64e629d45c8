import { groupMembers, groups } from "@flyloft/db";
import { and, eq, ilike, inArray } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf, search } from "../../kernel/fields.ts";
import { containing, pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { groupShape } from "./group-shape.ts";

/** IAM-03; newest first. */
export const listGroups = defineQuery({
  name: "listGroups",
  title: "The user groups of the account",
  action: "iam:group:list",
  input: z.object({
    ...pageInput,
    search,
    userId: idOf("a user").optional().describe("Only those that this user is in"),
    orderBy: z.enum(["created", "name"]).default("created").describe("Newest first, or by name"),
  }),
  on: ["account"],
  lists: "group",
  output: groupShape,
  run({ db, actor, visible }, { search: text, userId, orderBy, ...page }) {
    const joined = db.select({ id: groupMembers.groupId }).from(groupMembers);
    const where = and(
      eq(groups.accountId, actor.accountId),
      text ? ilike(groups.name, containing(text)) : undefined,
      userId ? inArray(groups.id, joined.where(eq(groupMembers.userId, userId))) : undefined,
    );
    return readPage({ db, visible }, groups, {
      ...page,
      where,
      ...(orderBy === "name" && { order: { column: groups.name, direction: "asc" } }),
    });
  },
});

export const getGroup = defineQuery({
  name: "getGroup",
  title: "One user group",
  action: "iam:group:list",
  input: z.object({ groupId: idOf("the group") }),
  on: ["group", "groupId"],
  output: groupShape,
  async run({ db }, { groupId }) {
    const [row] = await db.select().from(groups).where(eq(groups.id, groupId));
    if (!row) throw notFound("group", groupId);
    return row;
  },
});
