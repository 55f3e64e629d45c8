import { type Policy, grants, policies, projects, type Tx } from "@flyloft/db";
import { and, asc, count, eq, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { holdGroup } from "../groups/hold-group.ts";
import { identityLimits } from "../limits.ts";
import { statementsOf } from "../policies/statements.ts";
import { grantColumns, grantShape } from "./list-grants.ts";
import { placeOf } from "./load-grants.ts";
import { mustHold } from "./must-hold.ts";

/** Policies that are there to be granted in this account, kept from changing meanwhile. */
export async function holdPolicies(tx: Tx, accountId: string, ids: readonly string[]): Promise<Policy[]> {
  const found = await tx
    .select()
    .from(policies)
    .where(and(inArray(policies.id, [...ids]), or(isNull(policies.accountId), eq(policies.accountId, accountId))))
    .orderBy(asc(policies.id))
    .for("share");
  const missing = ids.find((id) => !found.some((policy) => policy.id === id));
  if (missing) throw notFound("policy", missing);
  return found;
}

/** The roles that must be granted along with these, and with those in turn. */
async function withDependencies(tx: Tx, accountId: string, given: Policy[], present: readonly string[]) {
  const all = new Map(given.map((policy) => [policy.id, policy]));
  const missing: Policy[] = [];
  for (;;) {
    const needed = [...all.values()].flatMap(({ dependsOn }) => dependsOn);
    const next = needed.filter((id) => !all.has(id) && !present.includes(id));
    if (next.length === 0) return missing;
    for (const role of await holdPolicies(tx, accountId, [...new Set(next)])) {
      all.set(role.id, role);
      missing.push(role);
    }
  }
}

/** Authorisation: what the policies allow, the members of the group may do (IAM-02, IAM-05, IAM-06). */
export const grantPolicies = defineCommand({
  name: "grantPolicies",
  title: "Grant policies to a user group, in one project or in all",
  action: "iam:group:modify",
  input: z.object({
    groupId: idOf("the group"),
    policyIds: z.array(idOf("a policy")).min(1).max(50).describe("Those that it holds there already stay"),
    projectId: idOf("the project").nullable().default(null).describe("Where it holds; null for all projects"),
    addDependencies: z.boolean().default(false).describe("Grant the roles that these depend on as well"),
  }),
  on: ["group", "groupId"],
  output: z.array(grantShape),
  async run({ tx, actor, newId }, { groupId, policyIds, projectId, addDependencies }) {
    const { accountId } = actor;
    const group = await holdGroup(tx, actor, groupId);
    if (projectId !== null) {
      const mine = and(eq(projects.id, projectId), eq(projects.accountId, accountId));
      const [project] = await tx.select({ id: projects.id }).from(projects).where(mine);
      if (!project) throw notFound("project", projectId);
    }
    const here = and(
      eq(grants.groupId, groupId),
      projectId === null ? isNull(grants.projectId) : or(isNull(grants.projectId), eq(grants.projectId, projectId)),
    );
    const present = await tx.select({ policyId: grants.policyId }).from(grants).where(here);
    const given = await holdPolicies(tx, accountId, [...new Set(policyIds)]);
    const missing = await withDependencies(
      tx,
      accountId,
      given,
      present.map(({ policyId }) => policyId),
    );
    if (missing.length > 0 && !addDependencies) {
      const names = missing.map(({ name }) => name);
      throw new DomainError("blocked", `These roles are needed as well: ${names.join(", ")}`, {
        missing: missing.map(({ id, name }) => ({ id, name })),
      });
    }
    const wanted = [...given, ...missing];
    const on = placeOf(accountId, projectId);
    for (const policy of wanted) mustHold(actor, statementsOf({ policy, group, on, by: "" }), "given");
    await tx
      .insert(grants)
      .values(wanted.map((policy) => ({ id: newId("grant"), groupId, policyId: policy.id, projectId })))
      .onConflictDoNothing();
    const [row] = await tx.select({ taken: count() }).from(grants).where(eq(grants.groupId, groupId));
    const limit = identityLimits.grantsOfGroup;
    if (row!.taken > limit) throw new DomainError("limit_reached", `At most ${limit} grants of one group`, { limit });
    return tx
      .select(grantColumns)
      .from(grants)
      .innerJoin(policies, eq(policies.id, grants.policyId))
      .where(eq(grants.groupId, groupId))
      .orderBy(asc(grants.id));
  },
});
