import { accounts, delegations, projects } from "@flyloft/db";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { inOrder } from "../../kernel/batch.ts";
import type { Actor, Ctx } from "../../kernel/context.ts";
import type { Statement } from "../../kernel/policy.ts";
import type { QueryCall } from "../../kernel/verb.ts";

/** A project to choose from: of one's own account, or one that another account lets one act in (IAM-22, IAM-26). */
export type ViewedProject = {
  id: string;
  name: string;
  /** Whether anything at all is granted to the viewer there (IAM-05). */
  authorised: boolean;
  /** The account that delegated it; null for one's own. */
  delegatedBy: string | null;
};

/** The projects of the account that the user belongs to, and those delegated to it. */
export async function projectsToChoose(
  { db, actor, now }: Pick<QueryCall, "db" | "actor" | "now">,
  homeId: string,
): Promise<ViewedProject[]> {
  const own = await db.select().from(projects).where(eq(projects.accountId, homeId)).orderBy(asc(projects.id));
  const lent = await db
    .selectDistinct({ id: projects.id, name: projects.name, by: accounts.name })
    .from(delegations)
    .innerJoin(projects, eq(projects.id, delegations.projectId))
    .innerJoin(accounts, eq(accounts.id, delegations.accountId))
    .where(and(eq(delegations.delegateId, homeId), or(isNull(delegations.expiresAt), gt(delegations.expiresAt, now()))))
    .orderBy(asc(projects.id));
  return [
    ...own.map(({ id, name }) => ({ id, name, authorised: holdsAnythingIn(actor, homeId, id), delegatedBy: null })),
    ...lent.map(({ id, name, by }) => ({ id, name, authorised: true, delegatedBy: by })),
  ];
}

/** Whether statements allow anything at all in a project of the account (IAM-05). */
export const grantedIn = (statements: readonly Statement[], { accountId, projectId }: Place) =>
  statements.some(
    ({ effect, on }) => effect === "Allow" && (on === `project/${projectId}` || on === `account/${accountId}`),
  );
type Place = { accountId: string; projectId: string };

const holdsAnythingIn = ({ statements, accountId }: Actor, homeId: string, projectId: string) =>
  // While acting for another account, the rights at home are not at hand: nothing is said against a project then.
  accountId !== homeId || grantedIn(statements, { accountId, projectId });

export async function loadProjects({ db, actor }: Ctx, ids: readonly string[]) {
  const mine = and(eq(projects.accountId, actor.accountId), inArray(projects.id, [...ids]));
  return inOrder("project", ids, await db.select().from(projects).where(mine));
}
