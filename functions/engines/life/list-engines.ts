import { engines } from "@flyloft/db";
import { and, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { search } from "../../kernel/fields.ts";
import { containing, pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";

export const listEngines = defineQuery({
  name: "listEngines",
  title: "The microservice engines of the project, newest first",
  action: "cse:engine:list",
  input: z.object({ ...pageInput, search }),
  on: ["project"],
  lists: "engine",
  output: engineShape,
  run({ db, actor, columns, visible }, { search: text, ...page }) {
    const where = and(eq(engines.projectId, actor.projectId), text ? ilike(engines.name, containing(text)) : undefined);
    return readPage({ db, columns, visible }, engines, { ...page, where });
  },
});
