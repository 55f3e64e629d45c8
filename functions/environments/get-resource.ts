import { resources } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineQuery } from "../kernel/verb.ts";
import { resourceShape, withoutSecrets } from "./resource-shape.ts";

export const getResource = defineQuery({
  name: "getResource",
  title: "One resource of the inventory",
  action: "servicestage:app:list",
  input: z.object({ resourceId: idOf("the resource") }),
  on: ["resource", "resourceId"],
  output: resourceShape,
  async run({ db }, { resourceId }) {
    const [row] = await db.select().from(resources).where(eq(resources.id, resourceId));
    if (!row) throw notFound("resource", resourceId);
    return withoutSecrets(row);
  },
});
