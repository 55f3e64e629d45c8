import { accounts, delegationPolicies, delegations, projects } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { description, idOf } from "../../kernel/fields.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { holdPolicies } from "../grants/grant-policies.ts";
import { placeOf } from "../grants/load-grants.ts";
import { mustHold } from "../grants/must-hold.ts";
import { identityLimits } from "../limits.ts";
import { policyName } from "../policies/create-policy.ts";
import { statementsOf } from "../policies/statements.ts";
import { delegationShape } from "./delegation-shape.ts";

/**
 * Entrusts a project to another account, within some policies (IAM-22). The delegate is named by its id, which its people
 * tell: names of accounts cannot be tried out here.
 */
export const createDelegation = defineCommand({
  name: "createDelegation",
  title: "Let another account act in a project, within some policies",
  action: "iam:delegation:create",
  input: z.object({
    name: policyName.describe("Unique in the account"),
    description: description.default("").describe("What it is for"),
    projectId: idOf("the project"),
    delegateId: idOf("the account that may act"),
    policyIds: z
      .array(idOf("a policy"))
      .min(1)
      .max(20)
      .describe("What it may do there at most; never anything with identities"),
    expiresAt: z.iso.datetime({ offset: true }).nullable().default(null).describe("When it ends; null for never"),
  }),
  on: ["account"],
  output: delegationShape,
  async run({ tx, actor, newId, now }, { name, description, projectId, delegateId, policyIds, expiresAt }) {
    const { accountId } = actor;
    const mine = and(eq(projects.id, projectId), eq(projects.accountId, accountId));
    const [project] = await tx.select({ id: projects.id }).from(projects).where(mine);
    if (!project) throw notFound("project", projectId);
    if (delegateId === accountId) throw invalid("delegateId", "Your own account: grant policies to a group instead");
    const [delegate] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, delegateId));
    if (!delegate) throw notFound("account", delegateId);
    const ends = expiresAt === null ? null : new Date(expiresAt);
    if (ends && ends <= now()) throw invalid("expiresAt", "Must be in the future");
    await holdLimit(tx, {
      table: delegations,
      where: eq(delegations.accountId, accountId),
      limit: identityLimits.delegations,
      scope: accountId,
      subject: "delegations",
    });
    const ids = [...new Set(policyIds)];
    for (const policy of await holdPolicies(tx, accountId, ids)) {
      mustHold(actor, statementsOf({ policy, on: placeOf(accountId, projectId), group: null, by: "" }), "given");
    }
    const [row] = await tx
      .insert(delegations)
      .values({ id: newId("delegation"), accountId, projectId, delegateId, name, description, expiresAt: ends })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is a delegation called ${name} already`, { fields: { name: ["Taken"] } });
    await tx.insert(delegationPolicies).values(ids.map((policyId) => ({ delegationId: row.id, policyId })));
    return row;
  },
});
