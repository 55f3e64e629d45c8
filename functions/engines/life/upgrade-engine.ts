import { z } from "zod";
import { conflict, invalid } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { assertMay, beginOperation, lockEngine } from "./operations.ts";
import { refusalOf } from "./state.ts";
import { upgradesOf } from "./versions.ts";

/** ENG-23: there is no way back to the former version. */
export const upgradeEngine = defineCommand({
  name: "upgradeEngine",
  title: "Upgrade an exclusive engine to a newer version",
  action: "cse:engine:upgrade",
  input: z.object({
    engineId: idOf("the engine"),
    version: z.string().max(32).describe("The version after the upgrade"),
  }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: (engine) =>
    refusalOf("upgrade")(engine) ?? (upgradesOf(engine).length === 0 ? "It has the newest version" : null),
  async run(call, { engineId, version }) {
    const engine = await lockEngine(call, engineId);
    assertMay("upgrade", engine);
    const newer = upgradesOf(engine);
    if (newer.length === 0) throw conflict("It has the newest version", { version: engine.version });
    if (!newer.some((one) => one.version === version))
      throw invalid("version", `From ${engine.version} it can go to ${newer.map((one) => one.version).join(", ")}`);
    const note = `From version ${engine.version} to ${version}`;
    return beginOperation(call, engine, "upgrade", { wish: { version }, note });
  },
});
