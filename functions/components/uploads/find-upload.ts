import type { Package } from "@flyloft/db";
import { z } from "zod";
import { conflict, invalid } from "../../kernel/errors.ts";
import type { Blobs } from "../../kernel/ports.ts";
import { partSizeOf, partsOf } from "./part-size.ts";
import { stored } from "./storage.ts";

export const partsInput = z
  .array(
    z
      .object({
        number: z.int().min(1).max(10_000).describe("As it was given when the upload began"),
        etag: z.string().min(1).max(256).describe("The ETag header of the answer to its upload"),
      })
      .meta({ id: "UploadedPartInput", description: "A part that was uploaded" }),
  )
  .max(10_000);
type Parts = z.output<typeof partsInput>;

/** What is in object storage, its parts joined first. */
export async function findUpload(blobs: Blobs, { objectKey, uploadId, fileName, size }: Package, parts: Parts) {
  const there = await stored(blobs.head(objectKey));
  if (there) return there;
  const missing = () => conflict(`${fileName} is not in object storage: upload it first`, { reason: "missing" });
  if (uploadId === null) throw missing();

  checkNumbers(parts, size);
  const failure = await blobs.completeMultipart(objectKey, uploadId, parts).then(
    () => null,
    (error: unknown) => error,
  );
  const joined = await stored(blobs.head(objectKey));
  // Somebody else may have joined them in the same moment.
  if (joined) return joined;
  if (failure === null) throw missing();
  throw invalid(
    "parts",
    `The parts do not make up the file: ${failure instanceof Error ? failure.message : "refused"}`,
  );
}

function checkNumbers(parts: Parts, size: number) {
  const wanted = partsOf(size);
  const numbers = new Set(parts.map(({ number }) => number));
  if (parts.length === wanted && numbers.size === wanted && Math.max(...numbers) === wanted) return;
  throw invalid(
    "parts",
    `Give each of the ${wanted} parts of ${partSizeOf(size)} bytes once, with its number and ETag`,
  );
}
