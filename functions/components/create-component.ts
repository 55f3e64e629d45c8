import { type Application, applications, components } from "@flyloft/db";
import { count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../kernel/context.ts";
import { conflict, notFound } from "../kernel/errors.ts";
import { description, idOf } from "../kernel/fields.ts";
import { holdLimit } from "../kernel/limit.ts";
import { defineCommand } from "../kernel/verb.ts";
import { settleBuild } from "./build.ts";
import { settleChoices } from "./choices.ts";
import {
  buildInput,
  componentName,
  componentType,
  frameworkName,
  pythonInput,
  runtimeName,
  sourceInput,
  templateName,
} from "./fields.ts";
import { checkPython } from "./python.ts";
import { saveTemplate } from "./save-template.ts";
import { componentShape } from "./shapes.ts";
import { settleSource } from "./source.ts";

/** CMP-02 to CMP-09, CMP-16 to CMP-21, CMP-23: a static component, from a template or chosen one by one. */
export const createComponent = defineCommand({
  name: "createComponent",
  title: "Create a component in an application",
  action: "servicestage:app:create",
  input: z.object({
    applicationId: idOf("the application"),
    name: componentName.describe("Unique in the application; cannot be changed"),
    description: description.default("").describe("What it is for"),
    template: z
      .string()
      .max(64)
      .optional()
      .describe("The name of a template; absent when type, runtime and framework are given"),
    type: componentType.optional(),
    runtime: runtimeName.optional(),
    framework: frameworkName.optional(),
    saveAsTemplate: templateName
      .optional()
      .describe("Keeps type, runtime and framework as a template of this name (CMP-19)"),
    source: sourceInput.optional().describe("Where the code comes from; absent for the Docker runtime"),
    python: pythonInput.optional().describe("Needed when the runtime is Python"),
    build: buildInput.optional().describe("Without it a component cannot be deployed to a cluster that needs an image"),
  }),
  on: ["application", "applicationId"],
  output: componentShape,
  async refusals({ db, limits }: Ctx, rows: readonly Application[]) {
    const ids = rows.map(({ id }) => id);
    const taken = await db
      .select({ id: components.applicationId, taken: count() })
      .from(components)
      .where(inArray(components.applicationId, ids))
      .groupBy(components.applicationId);
    const full = new Set(taken.filter((one) => one.taken >= limits.components).map(({ id }) => id));
    return ids.map((id) => (full.has(id) ? `At most ${limits.components} components in one application` : null));
  },
  async run(call, { applicationId, name, description, source, python, build, ...choices }) {
    const { tx, actor, newId, limits } = call;
    const { projectId } = actor;
    // The lock keeps the application from being deleted in between.
    const [application] = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.id, applicationId))
      .for("key share");
    if (!application) throw notFound("application", applicationId);
    await holdLimit(tx, {
      table: components,
      where: eq(components.applicationId, applicationId),
      limit: limits.components,
      scope: applicationId,
      subject: "components in one application",
    });

    const chosen = await settleChoices(tx, projectId, choices);
    const entry = checkPython(chosen.runtime, python);
    const settled = await settleSource(tx, projectId, chosen, entry, source);
    const [row] = await tx
      .insert(components)
      .values({
        id: newId("component"),
        projectId,
        applicationId,
        name,
        description,
        type: chosen.type,
        runtime: chosen.runtime.id,
        framework: chosen.framework,
        source: settled,
        python: entry,
        build: await settleBuild(tx, projectId, settled, build),
        createdBy: actor.name,
      })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw conflict(`There is a component called ${name} in this application already`, {
        fields: { name: ["Taken"] },
      });
    if (choices.saveAsTemplate !== undefined) await saveTemplate(call, choices.saveAsTemplate, chosen);
    return row;
  },
});
