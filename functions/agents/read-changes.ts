import { accesses, agents, applications, type Db, instances, packages, revisions, workloads } from "@flyloft/db";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { channels } from "../deployments/index.ts";
import { idOf } from "../kernel/fields.ts";
import { grouped } from "../kernel/batch.ts";
import { defineEffect } from "../kernel/verb.ts";
import { machineTraffic, ownAgent } from "./own-agent.ts";
import { changes } from "./protocol.ts";
import { composeWorkload } from "./compose-workload.ts";

/** The wishes beyond an agent's cursor; waits for the next when there is none. */
export const readChanges = defineEffect({
  name: "readChanges",
  title: "What an agent should run, as far as it changed",
  action: "servicestage:agent:report",
  exempt: machineTraffic,
  input: z.object({
    agentId: idOf("the agent"),
    after: z.int().min(0).describe("The cursor of the last answer; 0 for everything"),
    wait: z.int().min(0).max(30).default(0).describe("Seconds to wait for news"),
  }),
  on: ["agent", "agentId"],
  output: changes,
  async run({ db, actor, ports, now }, { agentId, after, wait }): Promise<z.output<typeof changes>> {
    await ownAgent(db, actor, agentId);
    await db.update(agents).set({ lastSeenAt: now() }).where(eq(agents.id, agentId));
    const until = now().getTime() + wait * 1000;
    for (;;) {
      const left = until - now().getTime();
      // Waiting begins before looking: a wish that is written in between is noticed.
      const looked = new AbortController();
      const news = left > 0 ? ports.notices.wait(channels.agents, Math.min(left, 1000), looked.signal) : null;
      const [change] = await db
        .select({ changeSeq: workloads.changeSeq })
        .from(workloads)
        .where(and(eq(workloads.agentId, agentId), gt(workloads.changeSeq, after)))
        .limit(1);
      if (change || !news) {
        looked.abort();
        return change ? readWishes(db, agentId, after) : { cursor: after, workloads: [] };
      }
      await news;
    }
  },
});

async function readWishes(db: Db, agentId: string, after: number) {
  const rows = await db
    .select({
      workload: workloads,
      instance: instances,
      application: applications.name,
      revision: revisions,
      artifact: packages,
    })
    .from(workloads)
    .innerJoin(instances, eq(instances.id, workloads.instanceId))
    .innerJoin(applications, eq(applications.id, instances.applicationId))
    .innerJoin(revisions, and(eq(revisions.instanceId, workloads.instanceId), eq(revisions.number, workloads.revision)))
    .innerJoin(packages, eq(packages.id, sql`${revisions.spec} ->> 'packageId'`))
    .where(and(eq(workloads.agentId, agentId), gt(workloads.changeSeq, after)))
    .orderBy(asc(workloads.changeSeq))
    .limit(500);
  const ids = rows.map(({ instance }) => instance.id);
  const all =
    ids.length === 0
      ? []
      : await db.select().from(accesses).where(inArray(accesses.instanceId, ids)).orderBy(asc(accesses.id));
  const accessesOf = grouped(ids, all, (one) => one.instanceId);
  return {
    cursor: rows.at(-1)?.workload.changeSeq ?? after,
    workloads: rows.map((row, i) => composeWorkload(row, accessesOf[i]!)),
  };
}
