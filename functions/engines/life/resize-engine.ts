import { z } from "zod";
import { invalid } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { assertMay, beginOperation, lockEngine } from "./operations.ts";
import { engineSize } from "./sizes.ts";
import { refusalOf } from "./state.ts";

/** ENG-14: only upwards. */
export const resizeEngine = defineCommand({
  name: "resizeEngine",
  title: "Give an exclusive engine room for more microservice instances",
  action: "cse:engine:modify",
  input: z.object({ engineId: idOf("the engine"), instanceQuota: engineSize }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: refusalOf("resize"),
  async run(call, { engineId, instanceQuota }) {
    const engine = await lockEngine(call, engineId);
    assertMay("resize", engine);
    if (instanceQuota <= engine.instanceQuota)
      throw invalid("instanceQuota", `It has ${engine.instanceQuota} already, and an engine only grows`);
    const note = `From ${engine.instanceQuota} microservice instances to ${instanceQuota}`;
    const former = { instanceQuota: engine.instanceQuota };
    return beginOperation(call, engine, "resize", { wish: { instanceQuota, former }, note });
  },
});
