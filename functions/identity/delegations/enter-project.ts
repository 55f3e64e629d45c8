import { type Db, delegationPolicies, delegations, policies, projects } from "@flyloft/db";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { notFound } from "../../kernel/errors.ts";
import type { Statement } from "../../kernel/policy.ts";
import { type Holder, loadGrants, placeOf } from "../grants/load-grants.ts";
import { statementsOf } from "../policies/statements.ts";

/** What an actor is in a project: its place, its rights, and what holds them back. */
export type Standing = {
  accountId: string;
  projectId: string;
  statements: Statement[];
  boundary: Statement[] | null;
};

/**
 * The rights of a user in a project of its own account, or in one that another account lets it act in (IAM-22). There it
 * may do what its own grants for all projects allow, and of that only what the delegation allows. Throws `not_found` for
 * every other project.
 */
export async function enterProject(
  { db, now }: { db: Db; now: () => Date },
  user: Holder,
  projectId: string,
): Promise<Standing> {
  const [project] = await db.select({ accountId: projects.accountId }).from(projects).where(eq(projects.id, projectId));
  if (!project) throw notFound("project", projectId);
  const { accountId } = project;
  if (accountId === user.accountId) {
    return { accountId, projectId, statements: await loadGrants(db, user), boundary: null };
  }
  const boundary = await loadDelegated(db, { delegateId: user.accountId, accountId, projectId, now: now() });
  if (boundary.length === 0) throw notFound("project", projectId);
  const own = placeOf(user.accountId, null);
  const statements = (await loadGrants(db, user)).filter(({ on }) => on === own);
  const on = placeOf(accountId, projectId);
  return { accountId, projectId, statements: statements.map((one) => ({ ...one, on })), boundary };
}

/** What is delegated there now; never the rights over identities, whatever the policies say. */
async function loadDelegated(
  db: Db,
  { delegateId, accountId, projectId, now }: { delegateId: string; accountId: string; projectId: string; now: Date },
): Promise<Statement[]> {
  const rows = await db
    .select({ name: delegations.name, policy: policies })
    .from(delegations)
    .innerJoin(delegationPolicies, eq(delegationPolicies.delegationId, delegations.id))
    .innerJoin(policies, eq(policies.id, delegationPolicies.policyId))
    .where(
      and(
        eq(delegations.delegateId, delegateId),
        eq(delegations.projectId, projectId),
        or(isNull(delegations.expiresAt), gt(delegations.expiresAt, now)),
      ),
    );
  if (rows.length === 0) return [];
  const on = placeOf(accountId, projectId);
  const said = rows.flatMap(({ name, policy }) =>
    statementsOf({ policy, on, group: null, by: `by delegation ${name}` }),
  );
  const source = "a delegation carries no rights over identities";
  return [...said, { effect: "Deny", action: ["iam:*:*"], resource: ["*"], on, source }];
}
