import { apiTokens } from "@flyloft/db";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { tokenShape } from "./token-shape.ts";

/** At once, with all that it made, and what runs by it (BEY-02). Revoking twice changes nothing. */
export const revokeApiToken = defineCommand({
  name: "revokeApiToken",
  title: "End an own API token, and every token that it made",
  action: "iam:credential:modify",
  input: z.object({ apiTokenId: idOf("the token") }),
  on: ["project"],
  output: tokenShape,
  async run({ tx, actor, now }, { apiTokenId }) {
    const where = and(eq(apiTokens.id, apiTokenId), eq(apiTokens.userId, ownerOf(actor)));
    const [token] = await tx.select().from(apiTokens).where(where).for("update");
    if (!token) throw notFound("token", apiTokenId);
    const family = sql`(with recursive family as (
      select id from ${apiTokens} where id = ${apiTokenId}
      union select child.id from ${apiTokens} child join family on child.parent_id = family.id
    ) select id from family)`;
    await tx
      .update(apiTokens)
      .set({ revokedAt: now() })
      .where(and(inArray(apiTokens.id, family), isNull(apiTokens.revokedAt)));
    return { ...token, revokedAt: token.revokedAt ?? now() };
  },
});
