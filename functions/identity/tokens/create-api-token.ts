import { type ApiToken, apiTokens, type Tx } from "@flyloft/db";
import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../kernel/context.ts";
import { DomainError, invalid } from "../../kernel/errors.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { readOwner, refuseAbroad } from "../actors/owner.ts";
import { hashApiToken, hintOf, makeApiToken } from "./api-token-text.ts";
import { actionCovered, rangeCovered, resourceCovered } from "./covers.ts";
import { tokenFields, tokenShape } from "./token-shape.ts";

const input = z.object(tokenFields);
type Asked = Omit<z.output<typeof input>, "expiresAt"> & { expiresAt: Date };
const mostTokens = 100;
const longestLife = 366 * 86_400_000;

/** Refuses what the minting token does not hold itself; what it leaves open, its own limits fill in. */
function weaker(parent: ApiToken, asked: Asked): Asked {
  const action = asked.actions.find((one) => !actionCovered(one, parent.actions));
  if (action) throw new DomainError("forbidden", `A token can make only weaker ones: ${action} is needed`, { action });
  const resource = asked.resources.find((one) => !resourceCovered(one, parent.resources));
  if (resource) throw invalid("resources", `A token can make only weaker ones: it has no right on ${resource}`);
  const { addresses: within } = parent;
  const address = within && asked.addresses?.find((one) => !rangeCovered(one, within));
  if (address) throw invalid("addresses", `A token can make only weaker ones: it may not be used from ${address}`);
  if (asked.expiresAt > parent.expiresAt)
    throw invalid("expiresAt", "A token can make only weaker ones: it ends before that");
  const rates = [asked.requestsPerMinute, parent.requestsPerMinute].filter((one) => typeof one === "number");
  return {
    ...asked,
    addresses: asked.addresses ?? within ?? undefined,
    ...(rates.length > 0 && { requestsPerMinute: Math.min(...rates) }),
  };
}

async function parentOf(tx: Tx, actor: Actor): Promise<ApiToken | null> {
  if (actor.kind !== "token") return null;
  // Locked, so that it is not revoked while it makes another.
  const [parent] = await tx
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.id, actor.id), isNull(apiTokens.revokedAt)))
    .for("share");
  if (!parent) throw new DomainError("unauthenticated", "This token is not valid any more");
  return parent;
}

/**
 * BEY-02. A token does at most what is chosen here, and never more than its owner may at that moment; a token makes only weaker
 * ones.
 */
export const createApiToken = defineEffect({
  name: "createApiToken",
  title: "Make a token for a partner: chosen rights, for a time; it is told this once",
  action: "iam:credential:modify",
  input,
  on: ["project"],
  output: tokenShape.extend({ token: z.string() }),
  toldOnce: true,
  async run({ db, actor, newId, now }, given) {
    const { user } = await readOwner(db, actor);
    refuseAbroad(user, actor);
    const asked = { ...given, expiresAt: new Date(given.expiresAt) };
    const life = asked.expiresAt.getTime() - now().getTime();
    if (life <= 0 || life > longestLife) throw invalid("expiresAt", "Within a year from now");
    return db.transaction(async (tx) => {
      const parent = await parentOf(tx, actor);
      const open = and(eq(apiTokens.userId, user.id), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now()));
      await holdLimit(tx, { table: apiTokens, where: open, limit: mostTokens, scope: user.id, subject: "API tokens" });
      const token = makeApiToken();
      const made = { id: newId("token"), userId: user.id, projectId: actor.projectId, parentId: parent?.id ?? null };
      const [row] = await tx
        .insert(apiTokens)
        .values({
          ...made,
          hash: hashApiToken(token),
          hint: hintOf(token),
          ...(parent ? weaker(parent, asked) : asked),
        })
        .returning();
      return { ...row!, token };
    });
  },
});
export type NewApiToken = Awaited<ReturnType<typeof createApiToken>>;
