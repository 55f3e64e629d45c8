import { instances, projects } from "@flyloft/db";
import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, DomainError, isUniqueViolation, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { projectName, projectShape } from "./project-shape.ts";

/** What a new name means for services that name their project to a shared engine (ERR-02). */
export const renameWarning =
  "Services that register with a shared microservice engine name their project: after a rename they fail with " +
  "“Project id or name is not existed” until they are upgraded. Components deployed here: upgrade each without changing " +
  "its parameters. Other services: set the project in their own configuration and restart them.";

/** Ids stay, and so do grants. Refused until the caller says that the consequences are known. */
export const renameProject = defineCommand({
  name: "renameProject",
  title: "Give a project another name",
  action: "iam:project:modify",
  input: z.object({
    projectId: idOf("the project"),
    name: projectName.describe("Unique in the account"),
    acknowledged: z.boolean().default(false).describe("That services must be upgraded afterwards, as the refusal says"),
  }),
  on: ["project", "projectId"],
  output: projectShape,
  async run({ tx, now }, { projectId, name, acknowledged }) {
    const [before] = await tx.select().from(projects).where(eq(projects.id, projectId)).for("no key update");
    if (!before) throw notFound("project", projectId);
    if (before.name === name) return before;
    if (!acknowledged) {
      const [row] = await tx.select({ deployed: count() }).from(instances).where(eq(instances.projectId, projectId));
      throw new DomainError("blocked", renameWarning, { instances: row!.deployed });
    }
    try {
      const [row] = await tx
        .update(projects)
        .set({ name, updatedAt: now() })
        .where(eq(projects.id, projectId))
        .returning();
      return row!;
    } catch (error) {
      if (isUniqueViolation(error))
        throw conflict(`There is a project called ${name} already`, { fields: { name: ["Taken"] } });
      throw error;
    }
  },
});
