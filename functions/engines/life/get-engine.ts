import { engines } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";

export const getEngine = defineQuery({
  name: "getEngine",
  title: "One microservice engine",
  action: "cse:engine:get",
  input: z.object({ engineId: idOf("the engine") }),
  on: ["engine", "engineId"],
  output: engineShape,
  async run({ db }, { engineId }) {
    const [row] = await db.select().from(engines).where(eq(engines.id, engineId));
    if (!row) throw notFound("engine", engineId);
    return row;
  },
});
