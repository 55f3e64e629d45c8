import { accounts, type Db, delegationPolicies, delegations, policies, projects } from "@flyloft/db";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { notFound } from "../../kernel/errors.ts";
import type { Statement } from "../../kernel/policy.ts";
import { type Holder, loadGrants, placeOf } from "../grants/load-grants.ts";
import { statementsOf } from "../policies/statements.ts";

/** What an actor is in a project: how it is called there, its place, its rights, and what holds them back. */
export type Standing = {
  name: string;
  accountId: string;
  projectId: string;
  statements: Statement[];
  boundary: Statement[];
};

/**
 * The rights of a user in a project that another account lets its own act in (IAM-22): what its own grants for all projects
 * allow, and of that only what the delegation allows. Throws `not_found` for every other project.
 */
export async function enterProject(
  { db, now }: { db: Db; now: () => Date },
  user: Holder & { name: string },
  projectId: string,
): Promise<Standing> {
  const rows = await db
    .select({ accountId: projects.accountId, from: accounts.name, name: delegations.name, policy: policies })
    .from(delegations)
    .innerJoin(projects, eq(projects.id, delegations.projectId))
    .innerJoin(accounts, eq(accounts.id, delegations.delegateId))
    .innerJoin(delegationPolicies, eq(delegationPolicies.delegationId, delegations.id))
    .innerJoin(policies, eq(policies.id, delegationPolicies.policyId))
    .where(
      and(
        eq(delegations.delegateId, user.accountId),
        eq(delegations.projectId, projectId),
        or(isNull(delegations.expiresAt), gt(delegations.expiresAt, now())),
      ),
    );
  const [found] = rows;
  if (!found) throw notFound("project", projectId);
  const { accountId } = found;
  const on = placeOf(accountId, projectId);
  const everywhere = placeOf(user.accountId, null);
  const own = (await loadGrants(db, user)).filter((one) => one.on === everywhere);
  const lent = rows.flatMap(({ name, policy }) =>
    statementsOf({ policy, on, group: null, by: `by delegation ${name}` }),
  );
  // Whatever the policies say: who may do what at home is decided at home.
  const source = "a delegation carries no rights over identities";
  const never: Statement = { effect: "Deny", action: ["iam:*:*"], resource: ["*"], on, source };
  const name = `${user.name}@${found.from}`;
  return { name, accountId, projectId, statements: own.map((one) => ({ ...one, on })), boundary: [...lent, never] };
}
