import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { s3 } from "@flyloft/infra/adapters/blobs/s3";
import { inject } from "vitest";

export type ObjectStore = {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  directory: string;
};

/** An empty bucket of one's own on the S3 server of this test run: its settings, and the store opened with them. */
export async function freshBlobs() {
  const { directory, ...server } = inject("objectStore");
  const settings = { ...server, bucket: `test-${randomBytes(6).toString("hex")}` };
  // The embedded server keeps each bucket as a folder.
  await mkdir(join(directory, settings.bucket));
  return { settings, blobs: s3.open(settings) };
}
