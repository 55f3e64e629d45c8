import { applications } from "@flyloft/db";
import { and, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { search } from "../kernel/fields.ts";
import { containing, pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";
import { applicationShape } from "./application-shape.ts";

/** APP-03; newest first. */
export const listApplications = defineQuery({
  name: "listApplications",
  title: "The applications of the project",
  action: "servicestage:app:list",
  input: z.object({
    ...pageInput,
    search,
    orderBy: z.enum(["created", "name"]).default("created").describe("Newest first, or by name"),
  }),
  on: ["project"],
  lists: "application",
  output: applicationShape,
  run({ db, actor, columns, visible }, { search: text, orderBy, ...page }) {
    const where = and(
      eq(applications.projectId, actor.projectId),
      text ? ilike(applications.name, containing(text)) : undefined,
    );
    return readPage({ db, columns, visible }, applications, {
      ...page,
      where,
      ...(orderBy === "name" && { order: { column: applications.name, direction: "asc" } }),
    });
  },
});
