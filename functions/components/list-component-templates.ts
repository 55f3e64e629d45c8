import { componentTemplates } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { pageInput, readPage } from "../kernel/page.ts";
import { defineQuery } from "../kernel/verb.ts";
import { templateShape } from "./shapes.ts";

/** CMP-19: the project's own; the built-in ones are among the options. */
export const listComponentTemplates = defineQuery({
  name: "listComponentTemplates",
  title: "The component templates that were saved in the project, by name",
  action: "servicestage:app:list",
  input: z.object(pageInput),
  on: ["project"],
  lists: { wholly: "A template is no resource that a policy can name" },
  output: templateShape,
  run: ({ db, actor }, page) =>
    readPage({ db }, componentTemplates, {
      ...page,
      where: eq(componentTemplates.projectId, actor.projectId),
      order: { column: componentTemplates.name, direction: "asc" },
    }),
});
