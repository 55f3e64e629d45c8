import { engines, projects } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { type Ctx, systemActor } from "../../kernel/context.ts";
import { emitInto } from "../../kernel/event.ts";
import { beginOperation } from "./operations.ts";

/** ENG-11, LIM-18: engines that could not be created go, so that nothing of them is kept for nobody. Answers how many. */
export async function deleteFailedEngines({ db, now, newId }: Pick<Ctx, "db" | "now" | "newId">): Promise<number> {
  const failed = await db
    .select({ id: engines.id, projectId: engines.projectId, accountId: projects.accountId })
    .from(engines)
    .innerJoin(projects, eq(projects.id, engines.projectId))
    .where(eq(engines.state, "creation_failed"))
    .orderBy(asc(engines.id));
  let begun = 0;
  for (const { id, ...project } of failed) {
    await db.transaction(async (tx) => {
      const still = and(eq(engines.id, id), eq(engines.state, "creation_failed"));
      const [engine] = await tx.select().from(engines).where(still).for("no key update");
      if (!engine) return;
      const given = { tx, now, newId, actor: systemActor(project), emit: emitInto(tx, project) };
      await beginOperation(given, engine, "delete", { note: "The creation failed and nobody tried again" });
      begun++;
    });
  }
  return begun;
}
