import { groupMembers, groups, users } from "@flyloft/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { grouped, inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";
import { userColumns } from "./columns.ts";

export async function loadUsers({ db, actor }: Ctx, ids: readonly string[]) {
  const mine = and(eq(users.accountId, actor.accountId), inArray(users.id, [...ids]));
  return inOrder("user", ids, await db.select(userColumns).from(users).where(mine));
}

/** The groups of each user. */
export async function loadGroupsOf({ db, actor }: Ctx, userIds: readonly string[]) {
  const rows = await db
    .select({ userId: groupMembers.userId, group: groups })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(eq(groups.accountId, actor.accountId), inArray(groupMembers.userId, [...userIds])))
    .orderBy(asc(groups.name));
  return grouped(userIds, rows, ({ userId }) => userId).map((found) => found.map(({ group }) => group));
}
