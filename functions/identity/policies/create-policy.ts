import { policies } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import { description, idOf } from "../../kernel/fields.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { identityLimits } from "../limits.ts";
import { contentInput, draft } from "./draft.ts";
import { asPolicy, policyShape } from "./policy-shape.ts";
import { checkDependencies, checkRole } from "./roles.ts";

export const policyName = z
  .string()
  .trim()
  .min(1)
  .max(64, "At most 64 characters")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]*$/u, "Letters, digits, then also spaces _ . -");

/** By the visual editor's statements or as a JSON document (IAM-10, IAM-11). It has no effect until it is granted. */
export const createPolicy = defineCommand({
  name: "createPolicy",
  title: "Create a policy or a role, from statements or from a JSON document",
  action: "iam:policy:create",
  input: z.object({
    name: policyName.describe("Unique in the account"),
    description: description.default("").describe("What it is for"),
    kind: z.enum(["policy", "role"]).default("policy").describe("A role speaks of whole services and may need others"),
    dependsOn: z.array(idOf("a role")).max(10).default([]).describe("Roles that must be granted along with this role"),
    ...contentInput,
  }),
  on: ["account"],
  output: policyShape,
  async run({ tx, actor: { accountId }, newId }, { name, description, kind, dependsOn, ...content }) {
    const { document } = draft(content);
    if (kind === "role") checkRole(document);
    const id = newId("policy");
    await checkDependencies(tx, accountId, { id, kind, dependsOn });
    await holdLimit(tx, {
      table: policies,
      where: eq(policies.accountId, accountId),
      limit: identityLimits.policies,
      scope: accountId,
      subject: "policies",
    });
    const [row] = await tx
      .insert(policies)
      .values({ id, accountId, name, description, kind, dependsOn, document })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is a policy called ${name} already`, { fields: { name: ["Taken"] } });
    return asPolicy(row);
  },
});
