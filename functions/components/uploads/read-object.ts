import { createHash } from "node:crypto";
import { DomainError } from "../../kernel/errors.ts";
import type { Blobs } from "../../kernel/ports.ts";
import type { RangeRead } from "../packages/ranged-reader.ts";
import { stored } from "./storage.ts";

const vanished = (fileName: string) =>
  new DomainError("conflict", `${fileName} is not in object storage any more: upload it again`, { reason: "vanished" });

/** SHA-256 in hex, chunk by chunk: the file may be larger than memory. */
export async function digestOf(
  blobs: Blobs,
  { objectKey, fileName }: { objectKey: string; fileName: string },
): Promise<string> {
  const stream = await stored(blobs.read(objectKey));
  if (!stream) throw vanished(fileName);
  const hash = createHash("sha256");
  const reader = stream.getReader();
  try {
    for (let chunk = await stored(reader.read()); !chunk.done; chunk = await stored(reader.read()))
      hash.update(chunk.value);
  } finally {
    await reader.cancel().catch(() => {});
  }
  return hash.digest("hex");
}

/** Reads pieces of the object for the look inside. */
export const rangesOf =
  (blobs: Blobs, { objectKey, fileName }: { objectKey: string; fileName: string }): RangeRead =>
  async (start, end) => {
    const stream = await stored(blobs.read(objectKey, { start, end: end - 1 }));
    if (!stream) throw vanished(fileName);
    return new Uint8Array(await stored(new Response(stream).arrayBuffer()));
  };
