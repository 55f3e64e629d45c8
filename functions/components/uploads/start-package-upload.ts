import { packages } from "@flyloft/db";
import { z } from "zod";
import { DomainError } from "../../kernel/errors.ts";
import { defineEffect, type EffectCall } from "../../kernel/verb.ts";
import { packageShape } from "../shapes.ts";
import { partSizeOf, partsOf } from "./part-size.ts";
import { stored } from "./storage.ts";
import { sweepUploads } from "./sweep-uploads.ts";

const lifetime = 3600;
const fileName = z
  .string()
  .trim()
  .max(255, "At most 255 characters")
  .regex(/^[^/\\\p{Cc}]+$/u, "A file name, without folders")
  .regex(/\.(jar|war|zip)$/i, "A package is a file that ends with .jar, .war or .zip");

/** CMP-11: answers where the file is to be put, in one piece or in parts; the addresses work for an hour. */
export const startPackageUpload = defineEffect({
  name: "startPackageUpload",
  title: "Announce a package and get the addresses to upload it to",
  action: "servicestage:app:create",
  input: z.object({
    fileName: fileName.describe("Ends with .jar, .war or .zip"),
    size: z
      .number()
      .min(1, "The file is empty")
      .refine(Number.isSafeInteger, "A whole number of bytes")
      .describe("Bytes, exactly"),
  }),
  on: ["project"],
  output: z.object({
    package: packageShape,
    url: z.string().nullable(),
    partSize: z.number().nullable(),
    parts: z.array(z.object({ number: z.number(), url: z.string() })),
    expiresAt: z.date(),
  }),
  async run(call, { fileName, size }) {
    const {
      db,
      ports: { blobs },
      actor,
      newId,
      limits,
      now,
    } = call;
    if (size > limits.packageBytes) {
      const message = `A package has at most ${limits.packageBytes} bytes; this one has ${size}`;
      throw new DomainError("limit_reached", message, { limit: limits.packageBytes, fields: { size: [message] } });
    }
    await sweepUploads(call);
    const id = newId("package");
    const objectKey = `packages/${actor.projectId}/${id}`;
    const partSize = partSizeOf(size);
    const uploadId = partSize === null ? null : await stored(blobs.startMultipart(objectKey));
    try {
      const addresses = await addressesOf(call, { objectKey, uploadId, size });
      const [row] = await db
        .insert(packages)
        .values({ id, projectId: actor.projectId, fileName, size, objectKey, uploadId, createdBy: actor.name })
        .returning();
      return { package: row!, ...addresses, partSize, expiresAt: new Date(now().getTime() + lifetime * 1000) };
    } catch (error) {
      if (uploadId) await blobs.abortMultipart(objectKey, uploadId).catch(() => {});
      throw error;
    }
  },
});

async function addressesOf(
  { ports: { blobs } }: EffectCall,
  { objectKey, uploadId, size }: { objectKey: string; uploadId: string | null; size: number },
) {
  const expires = { expiresSeconds: lifetime };
  if (uploadId === null)
    return { url: await blobs.presignPut(objectKey, { ...expires, contentLength: size }), parts: [] };
  const numbers = Array.from({ length: partsOf(size) }, (_, i) => i + 1);
  return {
    url: null,
    parts: await Promise.all(
      numbers.map(async (number) => ({ number, url: await blobs.presignPart(objectKey, uploadId, number, expires) })),
    ),
  };
}
