import { engines } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { description, idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { lockEngine } from "./operations.ts";

/** Its name stays (ENG-04). */
export const updateEngine = defineCommand({
  name: "updateEngine",
  title: "Change what is said of an engine",
  action: "cse:engine:modify",
  input: z.object({ engineId: idOf("the engine"), description: description.describe("What it is for") }),
  on: ["engine", "engineId"],
  output: engineShape,
  async run(call, { engineId, ...change }) {
    await lockEngine(call, engineId);
    const [row] = await call.tx
      .update(engines)
      .set({ ...change, updatedAt: call.now() })
      .where(eq(engines.id, engineId))
      .returning();
    return row!;
  },
});
