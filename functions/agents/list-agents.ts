import { agents } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { permitted } from "../kernel/authorize.ts";
import { inOrder } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";
import { pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";

const agentShape = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  capabilities: z.array(z.string()),
  lastSeenAt: z.date(),
  runtimes: z.array(z.object({ family: z.string(), version: z.string() })),
});

/** AGT-02. */
export const listAgents = defineQuery({
  name: "listAgents",
  title: "The agents of the project",
  action: "servicestage:app:list",
  input: z.object(pageInput),
  on: ["project"],
  lists: "agent",
  output: agentShape,
  run: ({ db, actor, visible }, page) =>
    readPage({ db, visible }, agents, { ...page, where: eq(agents.projectId, actor.projectId) }),
});

export async function loadAgents(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(agents.projectId, ctx.actor.projectId), inArray(agents.id, [...ids]));
  const rows = inOrder("agent", ids, await ctx.db.select().from(agents).where(mine));
  return permitted(ctx.actor, "servicestage:app:list", "agent", rows);
}
