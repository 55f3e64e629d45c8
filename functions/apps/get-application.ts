import { applications } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../kernel/errors.ts";
import { idOf } from "../kernel/fields.ts";
import { defineQuery } from "../kernel/verb.ts";
import { applicationShape } from "./application-shape.ts";

export const getApplication = defineQuery({
  name: "getApplication",
  title: "One application",
  action: "servicestage:app:get",
  input: z.object({ applicationId: idOf("the application") }),
  on: ["application", "applicationId"],
  output: applicationShape,
  async run({ db }, { applicationId }) {
    const [row] = await db.select().from(applications).where(eq(applications.id, applicationId));
    if (!row) throw notFound("application", applicationId);
    return row;
  },
});
