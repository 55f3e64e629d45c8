import { environments } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, invalid } from "../kernel/errors.ts";
import { description, displayName, idOf } from "../kernel/fields.ts";
import { holdLimit } from "../kernel/limit.ts";
import { defineCommand } from "../kernel/verb.ts";
import { addResources } from "./add-resources.ts";
import { environmentShape, resourceIds } from "./environment-shape.ts";
import { holdResources } from "./hold-resources.ts";
import { kindOf } from "./kinds/index.ts";

/** ENV-02, ENV-03. */
export const createEnvironment = defineCommand({
  name: "createEnvironment",
  title: "Group resources of one VPC into an environment",
  action: "servicestage:environment:create",
  input: z.object({
    name: displayName.describe("Unique in the project"),
    description: description.default("").describe("What it is for"),
    vpcId: idOf("the VPC").describe("The VPC; it cannot be changed later"),
    resourceIds: resourceIds.describe("At least one cluster or host of the VPC, and any of its optional resources"),
  }),
  on: ["project"],
  output: environmentShape,
  async run({ tx, actor, newId, now, limits }, { resourceIds: ids, ...wanted }) {
    const { projectId } = actor;
    await holdLimit(tx, {
      table: environments,
      where: eq(environments.projectId, projectId),
      limit: limits.environments,
      scope: projectId,
      subject: "environments",
    });
    const vpc = (await holdResources(tx, projectId, [wanted.vpcId], "vpcId")).get(wanted.vpcId)!;
    if (vpc.kind !== "vpc") throw invalid("vpcId", `${vpc.name} is no VPC`);
    const rows = [...(await holdResources(tx, projectId, ids, "resourceIds")).values()];
    if (!rows.some(({ kind }) => kindOf(kind).role === "base"))
      throw invalid("resourceIds", "Choose at least one cluster or host");
    const [row] = await tx
      .insert(environments)
      .values({ id: newId("environment"), projectId, ...wanted, createdBy: actor.name })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is an environment called ${wanted.name} already`, { fields: { name: ["Taken"] } });
    await addResources({ tx, now }, row, rows, "resourceIds");
    return row;
  },
});
