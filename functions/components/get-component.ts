import { components } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineQuery } from "../kernel/verb.ts";
import { componentShape } from "./shapes.ts";

export const getComponent = defineQuery({
  name: "getComponent",
  title: "One component",
  action: "servicestage:app:get",
  input: z.object({ componentId: idOf("the component") }),
  on: ["component", "componentId"],
  output: componentShape,
  async run({ db }, { componentId }) {
    const [row] = await db.select().from(components).where(eq(components.id, componentId));
    if (!row) throw notFound("component", componentId);
    return row;
  },
});
