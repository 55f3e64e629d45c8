import { type Application, applications, components } from "@flyloft/db";
import { asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/errors.ts";
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
  async refusals({ db }: Ctx, rows: readonly Application[]) {
    const full = await db
      .selectDistinct({ id: components.applicationId })
      .from(components)
      .where(
        inArray(
          components.applicationId,
          rows.map(({ id }) => id),
        ),
      );
    return rows.map((row) => (full.some(({ id }) => id === row.id) ? "Delete its components first" : null));
  },
  async run({ tx }, { applicationId }) {
    // The lock keeps a component from being created in between.
    const [row] = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.id, applicationId))
      .for("update");
    if (!row) throw notFound("application", applicationId);
    const held = await tx
      .select({ name: components.name })
      .from(components)
      .where(eq(components.applicationId, applicationId))
      .orderBy(asc(components.name))
      .limit(5);
    if (held.length > 0) {
      const names = held.map(({ name }) => name);
      throw new DomainError("blocked", `Delete its components first: ${names.join(", ")}`, { components: names });
    }
    await tx.delete(applications).where(eq(applications.id, applicationId));
    return { id: applicationId };
  },
});
