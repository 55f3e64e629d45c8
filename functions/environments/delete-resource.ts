import { resources, type Resource } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineCommand } from "../kernel/verb.ts";
import { holdAlone } from "./hold-resources.ts";
import { usedResources, usersOfResource } from "./users-of-resource.ts";

/** Refused while it is used: by an environment, by what lies in it, or by a component that runs on it. */
export const deleteResource = defineCommand({
  name: "deleteResource",
  title: "Delete a resource that nothing uses from the inventory",
  action: "servicestage:infrastructure:delete",
  input: z.object({ resourceId: idOf("the resource") }),
  on: ["resource", "resourceId"],
  output: z.object({ id: z.string() }),
  async refusals({ db }: Ctx, rows: readonly Resource[]) {
    const used = await usedResources(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id }) => (used.has(id) ? "It is in use" : null));
  },
  async run({ tx, actor }, { resourceId }) {
    // Whoever adds it to something at this moment holds it; held alone, it gains no new user.
    const row = await holdAlone(tx, actor.projectId, resourceId);
    const users = await usersOfResource(tx, row);
    const told = Object.entries(users).filter(([, names]) => names.length > 0);
    if (told.length > 0) {
      const words = told.map(([what, names]) => `${what} ${names.join(", ")}`).join("; ");
      throw new DomainError("blocked", `${row.name} is used by ${words}`, Object.fromEntries(told));
    }
    await tx.delete(resources).where(eq(resources.id, resourceId));
    return { id: resourceId };
  },
});
