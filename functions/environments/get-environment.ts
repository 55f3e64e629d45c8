import { environments } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineQuery } from "../kernel/verb.ts";
import { environmentShape } from "./environment-shape.ts";

export const getEnvironment = defineQuery({
  name: "getEnvironment",
  title: "One environment",
  action: "servicestage:app:list",
  input: z.object({ environmentId: idOf("the environment") }),
  on: ["environment", "environmentId"],
  output: environmentShape,
  async run({ db }, { environmentId }) {
    const [row] = await db.select().from(environments).where(eq(environments.id, environmentId));
    if (!row) throw notFound("environment", environmentId);
    return row;
  },
});
