import type { Blobs } from "../../kernel/ports.ts";
import { DomainError, isDomainError } from "../../kernel/errors.ts";

/** What object storage answers; when it does not answer, the caller can only try again. */
export async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (isDomainError(cause)) throw cause;
    // The caller cannot do anything about the cause, its operator can.
    console.error(
      JSON.stringify({ level: "error", during: "object storage", error: (cause as Error).stack ?? String(cause) }),
    );
    throw new DomainError("unavailable", "Object storage does not answer: try again", {}, { cause });
  }
}

/** Removes what an upload left, finished or not; doing it again is no error. */
export async function removeObject(
  blobs: Blobs,
  upload: { objectKey: string; uploadId: string | null },
): Promise<void> {
  if (upload.uploadId) await stored(blobs.abortMultipart(upload.objectKey, upload.uploadId));
  await stored(blobs.remove(upload.objectKey));
}
