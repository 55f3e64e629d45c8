import { type Db, grants, groupMembers, groups, policies, type Tx } from "@flyloft/db";
import { and, eq, isNull, or } from "drizzle-orm";
import type { Statement } from "../../kernel/policy.ts";
import { statementsOf } from "../policies/statements.ts";

/** A user as far as rights go. */
export type Holder = { id: string; accountId: string; administrator: boolean };

/** Where a grant holds: in one project, or in all of the account (IAM-05). */
export const placeOf = (accountId: string, projectId: string | null) =>
  projectId === null ? `account/${accountId}` : `project/${projectId}`;

/**
 * All that a user holds by the groups it is in (IAM-02), in every project: each statement says where it holds. Read anew
 * for each request, in one statement, so that what is taken away is gone at once. The administrator is the account itself
 * and holds every right (IAM-01).
 */
export async function loadGrants(db: Db | Tx, user: Holder): Promise<Statement[]> {
  const { accountId } = user;
  if (user.administrator) {
    const on = placeOf(accountId, null);
    return [{ effect: "Allow", action: ["*:*:*"], resource: ["*"], on, source: "the account itself" }];
  }
  const rows = await db
    .select({
      group: { id: groups.id, name: groups.name },
      policy: { id: policies.id, name: policies.name, document: policies.document },
      projectId: grants.projectId,
    })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), eq(groups.accountId, accountId)))
    .innerJoin(grants, eq(grants.groupId, groups.id))
    .innerJoin(policies, eq(policies.id, grants.policyId))
    .where(and(eq(groupMembers.userId, user.id), or(isNull(policies.accountId), eq(policies.accountId, accountId))));
  return rows.flatMap(({ group, policy, projectId }) =>
    statementsOf({ policy, group, on: placeOf(accountId, projectId), by: `by group ${group.name}` }),
  );
}
