import { type Package, packages } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { dropPackage } from "./drop-package.ts";

const isOver = ({ state }: Pick<Package, "state">) =>
  state === "uploading" ? null : "The upload is over: delete the package instead";

/** Nothing of it stays. */
export const abortPackageUpload = defineEffect({
  name: "abortPackageUpload",
  title: "Give up an upload",
  action: "servicestage:app:create",
  input: z.object({ packageId: idOf("the package") }),
  on: ["package", "packageId"],
  output: z.object({ id: z.string() }),
  refusal: isOver,
  async run(call, { packageId }) {
    const [found] = await call.db.select().from(packages).where(eq(packages.id, packageId));
    if (!found) throw notFound("package", packageId);
    const over = isOver(found);
    if (over) throw conflict(over);
    if (!(await dropPackage(call, found))) throw conflict("The upload was finished meanwhile");
    return { id: packageId };
  },
});
