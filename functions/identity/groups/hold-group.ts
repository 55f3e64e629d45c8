import { type Group, grants, groups, policies, type Tx } from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { Actor } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Statement } from "../../kernel/policy.ts";
import { placeOf } from "../grants/load-grants.ts";
import { statementsOf } from "../policies/statements.ts";

/** A group about to be changed, locked: whoever grants to it or puts users into it takes turns. */
export async function holdGroup(tx: Tx, { accountId }: Actor, groupId: string): Promise<Group> {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId)).for("no key update");
  if (!group || group.accountId !== accountId) throw notFound("group", groupId);
  return group;
}

/** All that the members of a group hold by it. */
export async function statementsOfGroup(tx: Tx, group: Group): Promise<Statement[]> {
  const rows = await tx
    .select({ policy: policies, projectId: grants.projectId })
    .from(grants)
    .innerJoin(policies, eq(policies.id, grants.policyId))
    .where(eq(grants.groupId, group.id));
  return rows.flatMap(({ policy, projectId }) =>
    statementsOf({ policy, group, on: placeOf(group.accountId, projectId), by: `by group ${group.name}` }),
  );
}
