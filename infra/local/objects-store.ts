import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

type Part = { number: number; etag: string };
export type Store = {
  rootDirectory: string;
  getObject(bucket: string, key: string, range?: { start?: number; end?: number }): Promise<unknown>;
  putContent(path: string, content: unknown): Promise<[number, string]>;
  putObjectMultipart(bucket: string, uploadId: string, parts: Part[]): Promise<unknown>;
};

type S3Error = new (code: string, message: string) => Error;
const require = createRequire(import.meta.url);

/** The folder in which the parts of an upload wait; refuses an id that was not made by this server. */
export function uploadFolder(store: Store, bucket: string, uploadId: string): string {
  if (!/^[0-9a-f]{32}$/.test(uploadId)) throw refusal("NoSuchUpload", "There is no such upload");
  return join(store.rootDirectory, bucket, "._S3rver_uploads", uploadId);
}

export function refusal(code: string, message: string): Error {
  return new (require("@20minutes/s3rver/lib/models/error") as S3Error)(code, message);
}

/** Lets an object appear whole or not at all, and on disk before it is acknowledged; checks parts before joining them; reads single bytes. */
export function makeDurable(store: Store): void {
  const writeInto = store.putContent.bind(store);
  store.putContent = async (path, content) => {
    const unfinished = `${path}.${randomUUID()}`;
    try {
      const written = await writeInto(unfinished, content);
      const file = await open(unfinished, "r+");
      await file.sync().finally(() => file.close());
      await rename(unfinished, path);
      return written;
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  };

  const get = store.getObject.bind(store);
  // The server takes an end of 0 for no end at all; as an object it is taken for what it is.
  store.getObject = (bucket, key, range) =>
    get(bucket, key, range?.end === 0 ? { ...range, end: Object(0) as number } : range);

  const joinParts = store.putObjectMultipart.bind(store);
  store.putObjectMultipart = async (bucket, uploadId, parts) => {
    const folder = uploadFolder(store, bucket, uploadId);
    if (!(await stat(folder).catch(() => null))) throw refusal("NoSuchUpload", "There is no such upload");
    for (const { number, etag } of parts) {
      // A part that is missing would otherwise surface as an unhandled stream error and end the process.
      const stored = await readFile(join(folder, `${number}.md5`), "utf8").catch(() => null);
      if (stored === null || stored !== etag)
        throw refusal("InvalidPart", `Part ${number} was not uploaded, or has another tag`);
    }
    return joinParts(bucket, uploadId, parts);
  };
}
