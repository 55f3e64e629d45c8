import { grants, groupMembers, groups, policies } from "@flyloft/db";
import { and, asc, count, eq, inArray } from "drizzle-orm";
import { permitted } from "../../kernel/authorize.ts";
import { grouped, inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";
import { grantColumns } from "../grants/list-grants.ts";

const mine = ({ actor }: Ctx, ids: readonly string[]) =>
  and(eq(groups.accountId, actor.accountId), inArray(groups.id, [...ids]));

export async function loadGroups(ctx: Ctx, ids: readonly string[]) {
  const rows = inOrder("group", ids, await ctx.db.select().from(groups).where(mine(ctx, ids)));
  return permitted(ctx.actor, "iam:group:list", "group", rows);
}

export async function loadMemberCounts(ctx: Ctx, groupIds: readonly string[]) {
  const rows = await ctx.db
    .select({ groupId: groupMembers.groupId, members: count() })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(mine(ctx, groupIds))
    .groupBy(groupMembers.groupId);
  return groupIds.map((id) => rows.find(({ groupId }) => groupId === id)?.members ?? 0);
}

/** What was granted to each group. */
export async function loadGrantsOf(ctx: Ctx, groupIds: readonly string[]) {
  const rows = await ctx.db
    .select(grantColumns)
    .from(grants)
    .innerJoin(groups, eq(groups.id, grants.groupId))
    .innerJoin(policies, eq(policies.id, grants.policyId))
    .where(mine(ctx, groupIds))
    .orderBy(asc(grants.id));
  return grouped(groupIds, rows, ({ groupId }) => groupId);
}
