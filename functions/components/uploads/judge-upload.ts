import type { Package } from "@flyloft/db";
import { conflict } from "../../kernel/errors.ts";
import type { Blobs } from "../../kernel/ports.ts";
import { type Inspection, inspectPackage } from "../packages/inspect.ts";
import { PackageRefusal } from "../packages/refusal.ts";
import { digestOf, rangesOf } from "./read-object.ts";
import { stored } from "./storage.ts";

export type Verdict =
  | { state: "ready"; size: number; sha256: string; format: Inspection["format"]; inspection: Inspection }
  | { state: "refused"; refusal: string; refusalReason: string };

/** Whether the object can be used as a package; throws when it cannot be read to the end, or changes meanwhile. */
export async function judgeUpload(
  blobs: Blobs,
  upload: Package,
  found: { size: number; etag: string },
): Promise<Verdict> {
  if (found.size !== upload.size) {
    return {
      state: "refused",
      refusal: `The file has ${found.size} bytes, not the ${upload.size} that were announced`,
      refusalReason: "wrong_size",
    };
  }
  try {
    // The look inside is quick and refuses most of what is wrong; only what passes is read whole.
    const inspection = await inspectPackage(rangesOf(blobs, upload), found.size, upload.fileName);
    const sha256 = await digestOf(blobs, upload);
    const after = await stored(blobs.head(upload.objectKey));
    if (after?.etag !== found.etag)
      throw conflict("The file was changed while it was looked into: finish the upload again", { reason: "changed" });
    return { state: "ready", size: found.size, sha256, format: inspection.format, inspection };
  } catch (error) {
    if ((error as Error).name !== "PackageRefusal") throw error;
    const { message, reason } = error as PackageRefusal;
    return { state: "refused", refusal: message, refusalReason: reason };
  }
}
