import { applications } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, isUniqueViolation, notFound } from "../kernel/errors.ts";
import { description, displayName, idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { applicationShape } from "./application-shape.ts";

/** APP-01: name and description can change. */
export const updateApplication = defineCommand({
  name: "updateApplication",
  title: "Change an application's name or description",
  action: "servicestage:app:modify",
  input: z.object({
    applicationId: idOf("the application"),
    name: displayName.optional().describe("A new name, unique in the project"),
    description: description.optional().describe("What it is for"),
  }),
  on: ["application", "applicationId"],
  output: applicationShape,
  async run({ tx, now }, { applicationId, ...change }) {
    try {
      const [row] = await tx
        .update(applications)
        .set({ ...change, updatedAt: now() })
        .where(eq(applications.id, applicationId))
        .returning();
      if (!row) throw notFound("application", applicationId);
      return row;
    } catch (error) {
      if (isUniqueViolation(error))
        throw conflict(`There is an application called ${change.name} already`, { fields: { name: ["Taken"] } });
      throw error;
    }
  },
});
