import { operations } from "@flyloft/db";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { beginOperation, lockEngine } from "./operations.ts";
import { retryRefusal } from "./state.ts";

/** ENG-11, ENG-23, ERR-15. */
export const retryEngine = defineCommand({
  name: "retryEngine",
  title: "Try again what failed on an exclusive engine",
  action: "cse:engine:modify",
  input: z.object({ engineId: idOf("the engine") }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: retryRefusal,
  async run(call, { engineId }) {
    const engine = await lockEngine(call, engineId);
    const refusal = retryRefusal(engine);
    if (refusal) throw conflict(refusal, { state: engine.state });
    const [failed] = await call.tx
      .select()
      .from(operations)
      .where(and(eq(operations.engineId, engineId), eq(operations.state, "failed")))
      .orderBy(desc(operations.id))
      .limit(1);
    const { kind, wish, failure } = failed!;
    return beginOperation(call, engine, kind, { wish, note: `Again, after ${failure!.code}: ${failure!.message}` });
  },
});
