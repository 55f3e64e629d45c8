import { applications } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../kernel/errors.ts";
import { description, displayName } from "../kernel/fields.ts";
import { holdLimit } from "../kernel/limit.ts";
import { defineCommand } from "../kernel/verb.ts";
import { applicationShape } from "./application-shape.ts";

/** APP-01, APP-02. */
export const createApplication = defineCommand({
  name: "createApplication",
  title: "Create an application",
  action: "servicestage:app:create",
  input: z.object({
    name: displayName.describe("Unique in the project"),
    description: description.default("").describe("What it is for"),
  }),
  on: ["project"],
  output: applicationShape,
  async run({ tx, actor, newId, limits }, { name, description }) {
    const { projectId } = actor;
    await holdLimit(tx, {
      table: applications,
      where: eq(applications.projectId, projectId),
      limit: limits.applications,
      scope: projectId,
      subject: "applications",
    });
    const [row] = await tx
      .insert(applications)
      .values({ id: newId("application"), projectId, name, description, createdBy: actor.name })
      .onConflictDoNothing()
      .returning();
    if (!row) throw conflict(`There is an application called ${name} already`, { fields: { name: ["Taken"] } });
    return row;
  },
});
