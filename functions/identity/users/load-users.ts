import { groupMembers, groups, users } from "@flyloft/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { permitted } from "../../kernel/authorize.ts";
import { grouped, inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";
import { visibleRows } from "../../kernel/visible.ts";
import { userColumns } from "./columns.ts";

export async function loadUsers({ db, actor }: Ctx, ids: readonly string[]) {
  const mine = and(eq(users.accountId, actor.accountId), inArray(users.id, [...ids]));
  const rows = inOrder("user", ids, await db.select(userColumns).from(users).where(mine));
  return permitted(actor, "iam:user:list", "user", rows);
}

/** The groups of each user that may be seen. */
export async function loadGroupsOf({ db, actor }: Ctx, userIds: readonly string[]) {
  const rows = await db
    .select({ userId: groupMembers.userId, group: groups })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(
      and(
        eq(groups.accountId, actor.accountId),
        visibleRows(actor, "iam:group:list", "group"),
        inArray(groupMembers.userId, [...userIds]),
      ),
    )
    .orderBy(asc(groups.name));
  return grouped(userIds, rows, ({ userId }) => userId).map((found) => found.map(({ group }) => group));
}
