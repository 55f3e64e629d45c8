import { projects } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { identityLimits } from "../limits.ts";
import { projectCreated } from "./events.ts";
import { projectName, projectShape } from "./project-shape.ts";

/** Grants for all projects hold in it from the start (IAM-05). */
export const createProject = defineCommand({
  name: "createProject",
  title: "Create a project",
  action: "iam:project:create",
  input: z.object({ name: projectName.describe("Unique in the account") }),
  on: ["account"],
  output: projectShape,
  async run({ tx, emit, actor: { accountId }, newId }, { name }) {
    await holdLimit(tx, {
      table: projects,
      where: eq(projects.accountId, accountId),
      limit: identityLimits.projects,
      scope: accountId,
      subject: "projects",
    });
    const [row] = await tx
      .insert(projects)
      .values({ id: newId("project"), accountId, name })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is a project called ${name} already`, { fields: { name: ["Taken"] } });
    await emit(projectCreated, { projectId: row.id });
    return row;
  },
});
