import { applications, components } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { DomainError } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";

/** APP-05: its variables go with it; refused while it holds a component. */
export const deleteApplication = defineCommand({
  name: "deleteApplication",
  title: "Delete an application that holds no component",
  action: "servicestage:app:delete",
  input: z.object({ applicationId: idOf("the application") }),
  on: ["application", "applicationId"],
  output: z.object({ id: z.string() }),
  async run({ tx }, { applicationId }) {
    // The lock keeps a component from being created in between.
    await tx.select({ id: applications.id }).from(applications).where(eq(applications.id, applicationId)).for("update");
    const held = await tx.select({ name: components.name }).from(components).where(eq(components.applicationId, applicationId)).limit(5);
    if (held.length > 0) {
      const names = held.map(({ name }) => name);
      throw new DomainError("blocked", `Delete its components first: ${names.join(", ")}`, { components: names });
    }
    await tx.delete(applications).where(eq(applications.id, applicationId));
    return { id: applicationId };
  },
});
