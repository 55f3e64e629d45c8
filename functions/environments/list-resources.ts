import { environmentResources, resources, type Resource } from "@flyloft/db";
import { and, eq, ilike, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { idOf, search } from "../kernel/fields.ts";
import { containing, pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";
import { resourceKind, resourceShape, withoutSecrets } from "./resource-shape.ts";

/** What is reached from every VPC: the shared engine (ENG-02). */
const inNoVpc = and(eq(resources.kind, "engine"), isNull(resources.vpcId));

/** After a VPC is chosen only what lies in it is loaded (ENV-02), after an environment only what it holds (ENV-07). */
export const listResources = defineQuery({
  name: "listResources",
  title: "The inventory of the project",
  action: "servicestage:app:list",
  input: z.object({
    ...pageInput,
    kind: resourceKind.optional().describe("Only those of this kind"),
    vpcId: idOf("a VPC").optional().describe("Only those that lie in this VPC, or are reached from every one"),
    environmentId: idOf("an environment").optional().describe("Only those that this environment holds"),
    search,
    orderBy: z.enum(["created", "name"]).default("created").describe("Newest first, or by name"),
  }),
  on: ["project"],
  lists: "resource",
  output: resourceShape,
  async run({ db, actor, visible }, { kind, vpcId, environmentId, search: text, orderBy, ...page }) {
    const held = db.select({ id: environmentResources.resourceId }).from(environmentResources);
    const where = and(
      eq(resources.projectId, actor.projectId),
      kind && eq(resources.kind, kind),
      vpcId ? or(eq(resources.vpcId, vpcId), inNoVpc) : undefined,
      environmentId
        ? inArray(resources.id, held.where(eq(environmentResources.environmentId, environmentId)))
        : undefined,
      text ? ilike(resources.name, containing(text)) : undefined,
    );
    const found = await readPage({ db, visible }, resources, {
      ...page,
      where,
      ...(orderBy === "name" && { order: { column: resources.name, direction: "asc" } }),
    });
    return { ...found, nodes: found.nodes.map((row: Resource) => withoutSecrets(row)) };
  },
});
