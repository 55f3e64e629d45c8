import { components } from "@flyloft/db";
import { and, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { idOf, search } from "../kernel/fields.ts";
import { containing, pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";
import { componentType } from "./fields.ts";
import { componentShape } from "./shapes.ts";

/** CMP-25; newest first. */
export const listComponents = defineQuery({
  name: "listComponents",
  title: "The components of an application",
  action: "servicestage:app:get",
  input: z.object({
    applicationId: idOf("the application"),
    ...pageInput,
    search,
    type: componentType.optional(),
    orderBy: z.enum(["created", "name"]).default("created").describe("Newest first, or by name"),
  }),
  on: ["application", "applicationId"],
  lists: "component",
  output: componentShape,
  run({ db, columns, visible }, { applicationId, search: text, type, orderBy, ...page }) {
    const where = and(
      eq(components.applicationId, applicationId),
      text ? ilike(components.name, containing(text)) : undefined,
      type ? eq(components.type, type) : undefined,
    );
    return readPage({ db, columns, visible }, components, {
      ...page,
      where,
      ...(orderBy === "name" && { order: { column: components.name, direction: "asc" } }),
    });
  },
});
