import { type Engine, environmentResources, environments, resources } from "@flyloft/db";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { DomainError, invalid } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { type CommandCall, defineCommand } from "../../kernel/verb.ts";
import { engineShape } from "./engine-shape.ts";
import { assertMay, beginOperation, lockEngine } from "./operations.ts";
import { refusalOf } from "./state.ts";

/** ENG-25: what it holds and its backups cannot be had back. */
export const deleteEngine = defineCommand({
  name: "deleteEngine",
  title: "Delete an exclusive engine with everything that it holds",
  action: "cse:engine:delete",
  input: z.object({ engineId: idOf("the engine"), confirm: z.string().max(16).describe("The word DELETE") }),
  on: ["engine", "engineId"],
  output: engineShape,
  refusal: refusalOf("delete"),
  async run(call, { engineId, confirm }) {
    const engine = await lockEngine(call, engineId);
    assertMay("delete", engine);
    if (confirm !== "DELETE") throw invalid("confirm", "Type DELETE to confirm");
    await assertUnused(call, engine);
    const note = `Deleting ${engine.name}`;
    const begun = await beginOperation(call, engine, "delete", { change: { resourceId: null }, note });
    // From now on no environment can take it any more.
    if (engine.resourceId) await call.tx.delete(resources).where(eq(resources.id, engine.resourceId));
    return begun;
  },
});

async function assertUnused({ tx }: CommandCall, { name, resourceId }: Engine) {
  if (resourceId === null) return;
  // Whoever puts it into an environment at this moment holds it.
  await tx.select({ id: resources.id }).from(resources).where(eq(resources.id, resourceId)).for("update");
  const users = await tx
    .select({ name: environments.name })
    .from(environmentResources)
    .innerJoin(environments, eq(environments.id, environmentResources.environmentId))
    .where(eq(environmentResources.resourceId, resourceId))
    .orderBy(asc(environments.name))
    .limit(5);
  if (users.length === 0) return;
  const names = users.map((one) => one.name);
  throw new DomainError("blocked", `Take ${name} out of these environments first: ${names.join(", ")}`, {
    environments: names,
  });
}
