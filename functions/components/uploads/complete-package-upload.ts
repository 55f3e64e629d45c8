import { type Package, packages } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, isDomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineEffect, type EffectCall } from "../../kernel/verb.ts";
import { packageShape } from "../shapes.ts";
import { findUpload, partsInput } from "./find-upload.ts";
import { judgeUpload, type Verdict } from "./judge-upload.ts";
import { removeObject } from "./storage.ts";

/**
 * CMP-09, CMP-11, CMP-33: looks into what was uploaded. Answers the package, which is ready or was refused: then
 * `refusal` says why and nothing stays in object storage. Called again, also at the same time, it answers the same.
 */
export const completePackageUpload = defineEffect({
  name: "completePackageUpload",
  title: "Finish an upload and look into the package",
  action: "servicestage:app:create",
  input: z.object({
    packageId: idOf("the package"),
    parts: partsInput.default([]).describe("Of an upload in parts: each with the ETag header of its answer"),
  }),
  on: ["package", "packageId"],
  output: packageShape,
  async run(call, { packageId, parts }) {
    const given = await read(call, packageId);
    if (!given) throw notFound("package", packageId);
    if (given.state !== "uploading") return settled(call, given);
    for (let look = 1; ; look++) {
      try {
        const found = await findUpload(call.ports.blobs, given, parts);
        return await settle(call, given, await judgeUpload(call.ports.blobs, given, found));
      } catch (error) {
        // Whoever finishes it at the same time may have removed it under our eyes, or put its parts together once more.
        const now = await read(call, packageId);
        if (now && now.state !== "uploading") return settled(call, now);
        const changed = isDomainError(error) && error.details["reason"] === "changed";
        if (!changed || parts.length === 0 || look === mostLooks) throw error;
      }
    }
  },
});

const mostLooks = 3;

const read = async ({ db }: EffectCall, id: string) => (await db.select().from(packages).where(eq(packages.id, id)))[0];

/** The first verdict holds; the object goes only after the refusal is written, so that no ready package loses its object. */
async function settle(call: EffectCall, given: Package, verdict: Verdict): Promise<Package> {
  const first = and(eq(packages.id, given.id), eq(packages.state, "uploading"));
  const [row] = await call.db
    .update(packages)
    .set({ ...verdict, updatedAt: call.now() })
    .where(first)
    .returning();
  if (row) return settled(call, row);
  const other = await read(call, given.id);
  if (other) return settled(call, other);
  await removeObject(call.ports.blobs, given);
  throw conflict("The upload was given up meanwhile");
}

async function settled({ ports }: EffectCall, row: Package): Promise<Package> {
  if (row.state === "refused") await removeObject(ports.blobs, { ...row, uploadId: null });
  return row;
}
