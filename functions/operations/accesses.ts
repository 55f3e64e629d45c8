import { accesses } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { lockInstance, specOf, wishFor } from "../deployments/index.ts";
import { conflict, DomainError, invalid, notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand, defineQuery } from "../kernel/verb.ts";

const port = z.int().min(1).max(65_535);
const mode = z.enum(["cluster", "vpc", "public"]).meta({ id: "AccessMode" });
const accessShape = z.object({
  id: z.string(),
  instanceId: z.string(),
  name: z.string(),
  mode,
  protocol: z.enum(["TCP", "UDP"]),
  containerPort: z.int().nullable(),
  accessPort: z.int().nullable(),
  addresses: z.record(z.string(), z.string()),
});
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

const proposal = (taken: string[]) => {
  for (let n = 1; ; n++) if (!taken.includes(`service-${n}`)) return `service-${n}`;
};

export const removeAccess = defineCommand({
  name: "removeAccess",
  title: "Take an address of an instance away",
  action: "servicestage:app:modify",
  input: z.object({ instanceId: idOf("the instance"), accessId: idOf("the access") }),
  on: ["instance", "instanceId"],
  output: z.object({ id: z.string() }),
  async run(call, { instanceId, accessId }) {
    await lockInstance(call, instanceId);
    const [gone] = await call.tx
      .delete(accesses)
      .where(and(eq(accesses.id, accessId), eq(accesses.instanceId, instanceId)))
      .returning();
    if (!gone) throw notFound("access", accessId);
    await wishFor(call.tx, instanceId, {});
    return { id: accessId };
  },
});

export const listAccesses = defineQuery({
  name: "listAccesses",
  title: "The addresses of an instance",
  action: "servicestage:app:get",
  input: z.object({ instanceId: idOf("the instance") }),
  on: ["instance", "instanceId"],
  output: z.array(accessShape),
  run: ({ db }, { instanceId }) =>
    db.select().from(accesses).where(eq(accesses.instanceId, instanceId)).orderBy(asc(accesses.id)),
});
