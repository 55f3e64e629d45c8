import { policies } from "@flyloft/db";
import { and, eq, ilike, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { permitted } from "../../kernel/authorize.ts";
import { inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";
import { notFound } from "../../kernel/errors.ts";
import { idOf, search } from "../../kernel/fields.ts";
import { containing, pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { asPolicy, policyShape } from "./policy-shape.ts";

const there = (accountId: string) => or(isNull(policies.accountId), eq(policies.accountId, accountId));

/** IAM-07, IAM-10; by name. */
export const listPolicies = defineQuery({
  name: "listPolicies",
  title: "The policies and roles there are to grant, those of the system among them",
  action: "iam:policy:list",
  input: z.object({
    ...pageInput,
    search,
    kind: z.enum(["policy", "role"]).optional().describe("Only policies, or only roles"),
    system: z.boolean().optional().describe("Only those that come with the platform, or only the account's own"),
  }),
  on: ["account"],
  lists: "policy",
  output: policyShape,
  async run({ db, actor, visible }, { search: text, kind, system, ...page }) {
    const where = and(
      there(actor.accountId),
      text ? ilike(policies.name, containing(text)) : undefined,
      kind ? eq(policies.kind, kind) : undefined,
      system === undefined ? undefined : system ? isNull(policies.accountId) : isNotNull(policies.accountId),
    );
    const found = await readPage({ db, visible }, policies, {
      ...page,
      where,
      order: { column: policies.name, direction: "asc" },
    });
    return { ...found, nodes: found.nodes.map(asPolicy) };
  },
});

export const getPolicy = defineQuery({
  name: "getPolicy",
  title: "One policy",
  action: "iam:policy:list",
  input: z.object({ policyId: idOf("the policy") }),
  on: ["policy", "policyId"],
  output: policyShape,
  async run({ db }, { policyId }) {
    const [row] = await db.select().from(policies).where(eq(policies.id, policyId));
    if (!row) throw notFound("policy", policyId);
    return asPolicy(row);
  },
});

export async function loadPolicies({ db, actor }: Ctx, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(policies)
    .where(and(inArray(policies.id, [...ids]), there(actor.accountId)));
  return permitted(actor, "iam:policy:list", "policy", inOrder("policy", ids, rows.map(asPolicy)));
}
