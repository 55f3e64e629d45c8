import { accesses, instances, type Tx, workloads } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { lockInstance, specOf, wishFor } from "../deployments/index.ts";
import { conflict, DomainError, invalid } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { accessShape, mode } from "./access-shape.ts";

const port = z.int().min(1).max(65_535);
const notRunning = ({ state }: { state: string }) =>
  state === "running" ? null : "Only possible while the instance is running";

/** OPS-14, OPS-17: the address appears when an agent listens there. */
export const addAccess = defineCommand({
  name: "addAccess",
  title: "Give an instance a stable address",
  action: "servicestage:app:modify",
  input: z.object({
    instanceId: idOf("the instance"),
    name: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, "Lower-case letters, digits and -")
      .optional()
      .describe("The service name; one is proposed when it is left out"),
    mode: mode.default("cluster").describe("Who is meant to reach it (OPS-15)"),
    protocol: z.enum(["TCP", "UDP"]).meta({ id: "AccessProtocol" }).default("TCP"),
    containerPort: port
      .optional()
      .describe("Where the component listens; left out it is the port that the process was handed"),
    accessPort: port.optional().describe("Generated when it is left out"),
  }),
  on: ["instance", "instanceId"],
  output: accessShape,
  refusal: notRunning,
  async run(call, { instanceId, name, mode: reach, protocol, containerPort, accessPort }) {
    const { tx, newId } = call;
    const instance = await lockInstance(call, instanceId);
    const refusal = notRunning(instance);
    if (refusal) throw conflict(refusal, { state: instance.state });
    if (protocol === "UDP")
      throw invalid(
        "protocol",
        "UDP is not available on places that run processes: their gateway carries TCP and HTTP",
      );
    const { spec } = await specOf(tx, instance, instance.revision);
    if (!spec.listens)
      throw new DomainError("blocked", "The component does not listen on a port: upgrade it with listening on");
    const taken = await tx.select({ name: accesses.name }).from(accesses).where(eq(accesses.instanceId, instanceId));
    if (taken.length >= most)
      throw new DomainError("limit_reached", `At most ${most} services of one instance: remove one first`, {
        limit: most,
      });
    if (accessPort !== undefined) await assertFree(tx, instanceId, accessPort);
    const proposed = name ?? proposal(taken.map((one) => one.name));
    const [row] = await tx
      .insert(accesses)
      .values({
        id: newId("access"),
        projectId: instance.projectId,
        instanceId,
        name: proposed,
        mode: reach,
        protocol,
        // The port by which a component is known is handed to each of its processes as another one (`PORT`).
        containerPort: containerPort === spec.port ? null : (containerPort ?? null),
        accessPort: accessPort ?? null,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is a service called ${proposed} already`, { fields: { name: ["Taken"] } });
    await wishFor(tx, instanceId, {});
    return row;
  },
});

/** What one agent takes for one workload. */
const most = 50;

/** Refuses a port that another service has on one of the machines where the instance runs. */
async function assertFree(tx: Tx, instanceId: string, accessPort: number): Promise<void> {
  const here = tx.select({ id: workloads.agentId }).from(workloads).where(eq(workloads.instanceId, instanceId));
  const [other] = await tx
    .select({ service: accesses.name, instance: instances.name })
    .from(accesses)
    .innerJoin(workloads, eq(workloads.instanceId, accesses.instanceId))
    .innerJoin(instances, eq(instances.id, accesses.instanceId))
    .where(and(eq(accesses.accessPort, accessPort), inArray(workloads.agentId, here)))
    .limit(1);
  if (other)
    throw conflict(`The port ${accessPort} is taken by ${other.service} of ${other.instance}`, {
      fields: { accessPort: ["Taken"] },
    });
}

const proposal = (taken: string[]) => {
  for (let n = 1; ; n++) if (!taken.includes(`service-${n}`)) return `service-${n}`;
};
