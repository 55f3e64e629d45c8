import { packages, revisions, workloads } from "@flyloft/db";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineEffect } from "../kernel/verb.ts";
import { machineTraffic, ownAgent } from "./own-agent.ts";

const readableFor = 900;

/** Where an agent fetches a package that one of its own workloads runs, for a quarter of an hour. */
export const getArtifact = defineEffect({
  name: "getArtifact",
  title: "Where to fetch a package",
  action: "servicestage:agent:report",
  exempt: machineTraffic,
  input: z.object({ agentId: idOf("the agent"), packageId: idOf("the package") }),
  on: ["agent", "agentId"],
  output: z.object({ url: z.string() }),
  async run({ db, actor, ports }, { agentId, packageId }) {
    await ownAgent(db, actor, agentId);
    const [row] = await db
      .select({ objectKey: packages.objectKey })
      .from(packages)
      .innerJoin(revisions, eq(packages.id, sql`${revisions.spec} ->> 'packageId'`))
      .innerJoin(workloads, eq(workloads.instanceId, revisions.instanceId))
      .where(and(eq(packages.id, packageId), eq(packages.projectId, actor.projectId), eq(workloads.agentId, agentId)))
      .limit(1);
    if (!row) throw notFound("package", packageId);
    return { url: await ports.blobs.presignGet(row.objectKey, { expiresSeconds: readableFor }) };
  },
});
