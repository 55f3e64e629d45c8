import { packages } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { packageShape } from "../shapes.ts";

export const getPackage = defineQuery({
  name: "getPackage",
  title: "One package",
  action: "servicestage:app:get",
  input: z.object({ packageId: idOf("the package") }),
  on: ["package", "packageId"],
  output: packageShape,
  async run({ db }, { packageId }) {
    const [row] = await db.select().from(packages).where(eq(packages.id, packageId));
    if (!row) throw notFound("package", packageId);
    return row;
  },
});
