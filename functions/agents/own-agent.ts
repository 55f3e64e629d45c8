import { type Agent, agents, type Db, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../kernel/context.ts";
import { notFound } from "../kernel/errors.ts";

/** The agent that speaks: one of the project, by the key that it registered with. Another key's agent does not exist. */
export async function ownAgent(db: Db | Tx, actor: Actor, agentId: string): Promise<Agent> {
  const [row] = await db
    .select()
    .from(agents)
    .where(and(eq(agents.id, agentId), eq(agents.projectId, actor.projectId), eq(agents.accessKeyId, actor.id)));
  if (!row) throw notFound("agent", agentId);
  return row;
}

/** Machine traffic leaves no audit row: what it leads to does, in tasks, events and states. */
export const machineTraffic = "machine traffic: what it leads to is recorded in tasks and events";
