import { agents } from "@flyloft/db";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { putResource } from "../environments/index.ts";
import { type CommandCall, defineCommand } from "../kernel/verb.ts";
import { registration } from "./protocol.ts";

/** The network in which machines appear that say nothing else of themselves. */
const firstNetwork = { name: "default-vpc", cidr: "10.0.0.0/16" };

/** AGT-01: an agent presents itself. It keeps its id as long as it keeps its name; its machine appears in the inventory. */
export const registerAgent = defineCommand({
  name: "registerAgent",
  title: "Present an agent to the platform",
  action: "servicestage:agent:report",
  input: registration,
  on: ["project"],
  output: z.object({ agentId: z.string() }),
  async run(call, input) {
    const { tx, actor, newId, now } = call;
    const { name, version, capabilities, host, runtimes } = input;
    const told = { version, capabilities, host, runtimes, accessKeyId: actor.id, lastSeenAt: now() };
    const [agent] = await tx
      .insert(agents)
      .values({ id: newId("agent"), projectId: actor.projectId, name, ...told })
      .onConflictDoUpdate({ target: [agents.projectId, agents.name], set: { ...told, updatedAt: now() } })
      .returning({ id: agents.id, isNew: sql<boolean>`xmax = 0` });
    if (capabilities.includes("process") && agent!.isNew) await enterInventory(call, agent!.id, input);
    return { agentId: agent!.id };
  },
});

/** A machine with an agent is a host, and a cluster of one for whatever runs as processes. */
async function enterInventory(call: CommandCall, agentId: string, { name, host }: z.output<typeof registration>) {
  const { projectId } = call.actor;
  const network = await putResource(call, {
    projectId,
    kind: "vpc",
    name: firstNetwork.name,
    vpcId: null,
    agentId: null,
    attributes: { cidr: firstNetwork.cidr },
  });
  const place = { projectId, vpcId: network.id, agentId };
  await putResource(call, { ...place, kind: "cluster", name, attributes: { engine: "process" } });
  await putResource(call, { ...place, kind: "host", name, attributes: { address: host.address } });
}
