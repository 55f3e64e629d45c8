import { delegations } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";

export const deleteDelegation = defineCommand({
  name: "deleteDelegation",
  title: "End a delegation; the other account is out with its next request",
  action: "iam:delegation:delete",
  input: z.object({ delegationId: idOf("the delegation") }),
  on: ["delegation", "delegationId"],
  output: z.object({ id: z.string() }),
  async run({ tx }, { delegationId }) {
    const [gone] = await tx.delete(delegations).where(eq(delegations.id, delegationId)).returning();
    if (!gone) throw notFound("delegation", delegationId);
    return { id: delegationId };
  },
});
