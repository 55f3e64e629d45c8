import { engineRevisions, engineSpecifications, engines, resources, type Engine, type Resource } from "@flyloft/db";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { attributesOf, holdResources } from "../../environments/index.ts";
import { conflict, invalid } from "../../kernel/errors.ts";
import { description, displayName, idOf } from "../../kernel/fields.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { type CommandCall, defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { migrateEntries } from "./migrate-entries.ts";
import { beginOperation } from "./operations.ts";
import { engineSize } from "./sizes.ts";
import { firstFormat, newestVersion } from "./versions.ts";

const specification = z.enum(engineSpecifications).meta({ id: "EngineSpecification" });
const zone = z.string().trim().min(1).max(64);

const input = z.object({
  name: displayName.describe("Unique in the project; it stays"),
  description: description.default("").describe("What it is for"),
  specification: specification.describe("High availability, or one zone for development and test; it stays"),
  zones: z.array(zone).min(1).max(2).describe("Availability zones: at most two for high availability, else one"),
  instanceQuota: engineSize,
  vpcId: idOf("the VPC that it lies in"),
  subnetId: idOf("a subnet of that VPC"),
});

/** ENG-04: records the wish for an exclusive engine; the workflow `carry-out-operation` provides it. */
export const createEngine = defineCommand({
  name: "createEngine",
  title: "Create an exclusive microservice engine",
  action: "cse:engine:create",
  input,
  on: ["project"],
  output: engineShape,
  async run(call, wanted): Promise<Engine> {
    const { tx, actor, newId, limits } = call;
    const { projectId } = actor;
    const zones = checkZones(wanted);
    const { ipv6 } = await checkNetwork(call, wanted);
    await holdLimit(tx, {
      table: engines,
      where: and(eq(engines.projectId, projectId), eq(engines.edition, "exclusive")),
      limit: limits.engines,
      scope: projectId,
      subject: "exclusive engines",
    });
    await assertNameFree(call, wanted.name);
    const { version } = newestVersion;
    const row = { ...wanted, zones, ipv6, version, format: firstFormat, id: newId("engine"), projectId };
    const [engine] = await tx
      .insert(engines)
      .values({ ...row, edition: "exclusive", state: "creating", createdBy: actor.name })
      .onConflictDoNothing()
      .returning();
    if (!engine) throw taken(wanted.name);
    await tx.insert(engineRevisions).values({ engineId: engine.id });
    // What every engine of this version holds.
    await migrateEntries(call, { id: engine.id, format: firstFormat }, version);
    return beginOperation(call, engine, "create", { note: `Creating ${engine.name}, version ${version}` });
  },
});

const taken = (name: string) =>
  conflict(`There is a microservice engine called ${name} already`, { fields: { name: ["Taken"] } });

/** ENG-05 to ENG-07, LIM-16. */
function checkZones({ specification: chosen, zones }: z.output<typeof input>): string[] {
  const different = [...new Set(zones)];
  if (different.length < zones.length) throw invalid("zones", `${zones[0]} is named twice`);
  if (chosen === "non_ha" && zones.length > 1)
    throw invalid("zones", "Without high availability it has exactly one zone");
  return different;
}

/** The VPC and the subnet exist and belong together; says whether addresses of both families are wanted (ENG-13). */
async function checkNetwork({ tx, actor }: CommandCall, { vpcId, subnetId }: z.output<typeof input>) {
  const kindIs = (row: Resource, kind: Resource["kind"], field: string) => {
    if (row.kind !== kind) throw invalid(field, `${row.name} is no ${kind === "vpc" ? "VPC" : kind}`);
  };
  const vpc = (await holdResources(tx, actor.projectId, [vpcId], "vpcId")).get(vpcId)!;
  kindIs(vpc, "vpc", "vpcId");
  const subnet = (await holdResources(tx, actor.projectId, [subnetId], "subnetId")).get(subnetId)!;
  kindIs(subnet, "subnet", "subnetId");
  if (subnet.vpcId !== vpcId) throw invalid("subnetId", `${subnet.name} lies in another VPC`);
  return { ipv6: attributesOf("vpc", vpc).ipv6 };
}

/** In the inventory, where environments find it, names are unique too. */
async function assertNameFree({ tx, actor }: CommandCall, name: string) {
  const named = and(eq(resources.projectId, actor.projectId), eq(resources.kind, "engine"), eq(resources.name, name));
  const ofOther = await tx
    .select({ id: resources.id })
    .from(resources)
    .leftJoin(engines, eq(engines.resourceId, resources.id))
    .where(and(named, isNull(engines.id)));
  if (ofOther.length > 0) throw taken(name);
}
