import { accounts, delegationPolicies, delegations, policies, projects } from "@flyloft/db";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { permitted } from "../../kernel/authorize.ts";
import { grouped, inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";
import { idOf } from "../../kernel/fields.ts";
import { pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { visibleRows } from "../../kernel/visible.ts";
import { asPolicy } from "../policies/policy-shape.ts";
import { delegationShape, receivedShape } from "./delegation-shape.ts";

export const listDelegations = defineQuery({
  name: "listDelegations",
  title: "What this account entrusts to others; newest first",
  action: "iam:delegation:list",
  input: z.object({ ...pageInput, projectId: idOf("a project").optional().describe("Only in this project") }),
  on: ["account"],
  lists: "delegation",
  output: delegationShape,
  run: ({ db, actor, visible }, { projectId, ...page }) =>
    readPage({ db, visible }, delegations, {
      ...page,
      where: and(
        eq(delegations.accountId, actor.accountId),
        projectId ? eq(delegations.projectId, projectId) : undefined,
      ),
    }),
});

export const getReceivedDelegations = defineQuery({
  name: "getReceivedDelegations",
  title: "What other accounts entrust to this one; name a project's id in X-Project-Id to act there",
  action: "iam:delegation:list",
  input: z.object({}),
  on: ["account"],
  output: z.array(receivedShape),
  run: ({ db, actor, now }) =>
    db
      .select({
        id: delegations.id,
        name: delegations.name,
        account: accounts.name,
        projectId: projects.id,
        project: projects.name,
        expiresAt: delegations.expiresAt,
      })
      .from(delegations)
      .innerJoin(accounts, eq(accounts.id, delegations.accountId))
      .innerJoin(projects, eq(projects.id, delegations.projectId))
      .where(
        and(
          eq(delegations.delegateId, actor.accountId),
          or(isNull(delegations.expiresAt), gt(delegations.expiresAt, now())),
        ),
      )
      .orderBy(asc(delegations.id)),
});

const mine = ({ actor }: Ctx, ids: readonly string[]) =>
  and(eq(delegations.accountId, actor.accountId), inArray(delegations.id, [...ids]));

export async function loadDelegations(ctx: Ctx, ids: readonly string[]) {
  const rows = inOrder("delegation", ids, await ctx.db.select().from(delegations).where(mine(ctx, ids)));
  return permitted(ctx.actor, "iam:delegation:list", "delegation", rows);
}

/** The policies of each delegation that may be seen. */
export async function loadDelegatedPolicies(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .select({ delegationId: delegations.id, policy: policies })
    .from(delegations)
    .innerJoin(delegationPolicies, eq(delegationPolicies.delegationId, delegations.id))
    .innerJoin(policies, eq(policies.id, delegationPolicies.policyId))
    .where(and(mine(ctx, ids), visibleRows(ctx.actor, "iam:policy:list", "policy")))
    .orderBy(asc(policies.name));
  return grouped(ids, rows, ({ delegationId }) => delegationId).map((found) =>
    found.map(({ policy }) => asPolicy(policy)),
  );
}
