import { environments } from "@flyloft/db";
import { and, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { idOf, search } from "../kernel/fields.ts";
import { containing, pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";
import { environmentShape } from "./environment-shape.ts";

/** ENV-04; newest first. */
export const listEnvironments = defineQuery({
  name: "listEnvironments",
  title: "The environments of the project",
  action: "servicestage:app:list",
  input: z.object({
    ...pageInput,
    vpcId: idOf("a VPC").optional().describe("Only those of this VPC"),
    search,
    orderBy: z.enum(["created", "name"]).default("created").describe("Newest first, or by name"),
  }),
  on: ["project"],
  lists: "environment",
  output: environmentShape,
  run({ db, actor, visible }, { vpcId, search: text, orderBy, ...page }) {
    const where = and(
      eq(environments.projectId, actor.projectId),
      vpcId ? eq(environments.vpcId, vpcId) : undefined,
      text ? ilike(environments.name, containing(text)) : undefined,
    );
    return readPage({ db, visible }, environments, {
      ...page,
      where,
      ...(orderBy === "name" && { order: { column: environments.name, direction: "asc" } }),
    });
  },
});
