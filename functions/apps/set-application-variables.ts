import { applications, applicationVariables, environments } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { invalid, notFound } from "../kernel/errors.ts";
import { idOf, variableKey } from "../kernel/fields.ts";
import { defineCommand, defineQuery } from "../kernel/verb.ts";
import { variableShape } from "./application-shape.ts";

const place = { applicationId: idOf("the application"), environmentId: idOf("the environment") };
const at = (input: { applicationId: string; environmentId: string }) =>
  and(
    eq(applicationVariables.applicationId, input.applicationId),
    eq(applicationVariables.environmentId, input.environmentId),
  );

/** APP-06: the whole set for one environment; components see it when they are deployed again. */
export const setApplicationVariables = defineCommand({
  name: "setApplicationVariables",
  title: "Set an application's environment variables in one environment",
  action: "servicestage:app:modify",
  input: z.object({
    ...place,
    variables: z
      .array(z.object({ key: variableKey, value: z.string().max(32_768) }))
      .max(500)
      .describe("All of them; what is left out is removed"),
  }),
  on: ["application", "applicationId"],
  output: z.array(variableShape),
  async run({ tx, actor }, { applicationId, environmentId, variables }) {
    // Two who set them at once take turns, so that one whole set stays; neither end can be deleted in between.
    const [application] = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.id, applicationId))
      .for("no key update");
    if (!application) throw notFound("application", applicationId);
    const [environment] = await tx
      .select({ id: environments.id })
      .from(environments)
      .where(and(eq(environments.id, environmentId), eq(environments.projectId, actor.projectId)))
      .for("share");
    if (!environment) throw notFound("environment", environmentId);
    const keys = variables.map(({ key }) => key);
    const twice = keys.find((key, i) => keys.indexOf(key) !== i);
    if (twice) throw invalid("variables", `${twice} is set twice`);
    await tx.delete(applicationVariables).where(at({ applicationId, environmentId }));
    if (variables.length > 0)
      await tx.insert(applicationVariables).values(variables.map((one) => ({ applicationId, environmentId, ...one })));
    return variables;
  },
});

export const listApplicationVariables = defineQuery({
  name: "listApplicationVariables",
  title: "An application's environment variables in one environment",
  action: "servicestage:app:get",
  input: z.object(place),
  on: ["application", "applicationId"],
  output: z.array(variableShape),
  run: ({ db }, input) =>
    db
      .select({ key: applicationVariables.key, value: applicationVariables.value })
      .from(applicationVariables)
      .where(at(input))
      .orderBy(asc(applicationVariables.key)),
});
