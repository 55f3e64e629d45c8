import { packages, packageStates } from "@flyloft/db";
import { and, eq, ilike } from "drizzle-orm";
import { z } from "zod";
import { search } from "../../kernel/fields.ts";
import { containing, pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { packageFormats } from "../packages/inspect.ts";
import { packageShape } from "../shapes.ts";

/** CMP-11: what can be chosen; newest first. */
export const listPackages = defineQuery({
  name: "listPackages",
  title: "The packages of the project",
  action: "servicestage:app:list",
  input: z.object({
    ...pageInput,
    search,
    state: z
      .enum(packageStates)
      .meta({ id: "PackageState", description: "Uploading, ready to be used, or refused" })
      .optional(),
    format: z.enum(packageFormats).meta({ id: "PackageFormat", description: "What kind of archive it is" }).optional(),
  }),
  on: ["project"],
  lists: "package",
  output: packageShape,
  run({ db, actor, visible }, { search: text, state, format, ...page }) {
    const where = and(
      eq(packages.projectId, actor.projectId),
      text ? ilike(packages.fileName, containing(text)) : undefined,
      state ? eq(packages.state, state) : undefined,
      format ? eq(packages.format, format) : undefined,
    );
    return readPage({ db, visible }, packages, { ...page, where });
  },
});
