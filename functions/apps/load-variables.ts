import { type ApplicationVariable, applicationVariables } from "@flyloft/db";
import { asc, inArray } from "drizzle-orm";
import { grouped } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";
import { loadApplications } from "./load-applications.ts";

/** The variables of each application in all environments (APP-06); values are told to those who may read the application. */
export async function loadVariablesOf(
  ctx: Ctx,
  applicationIds: readonly string[],
): Promise<(ApplicationVariable[] | Error)[]> {
  const mine = await loadApplications(ctx, applicationIds);
  const rows = await ctx.db
    .select()
    .from(applicationVariables)
    .where(inArray(applicationVariables.applicationId, [...applicationIds]))
    .orderBy(asc(applicationVariables.environmentId), asc(applicationVariables.key));
  const found = grouped(applicationIds, rows, ({ applicationId }) => applicationId);
  return mine.map((one, i) => (one instanceof Error ? one : found[i]!));
}
