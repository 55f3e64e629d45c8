import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { uploadFolder, type Store } from "./objects-store.ts";

type Context = { query: { uploadId?: string }; params: { bucket: string }; status: number; store: Store };
type Handler = (context: Context, next: () => Promise<void>) => Promise<void> | void;
type Layer = { methods: string[]; path: string };
type Router = { stack: Layer[]; delete(path: string, handler: Handler): void };

const objectPath = "/:bucket/*key";
const require = createRequire(import.meta.url);
let completed = false;

/** Adds what the server lacks of the protocol of S3. Its parts are shared by all servers of a process: once is enough. */
export function completeProtocol(): void {
  if (completed) return;
  completed = true;
  encodeAsSigned();
  allowAbort();
}

type Canonical = { querystring: string };
type Signature = { getStringToSign(canonical: Canonical, request: unknown): string };

/** The server leaves characters of a query as they are that a signer encodes (RFC 3986). */
function encodeAsSigned() {
  const signature = require("@20minutes/s3rver/lib/signature/v4") as Signature;
  const before = signature.getStringToSign;
  const encoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  signature.getStringToSign = (canonical, request) =>
    before({ ...canonical, querystring: canonical.querystring.replace(/[!'()*]/g, encoded) }, request);
}

/** AbortMultipartUpload, behind the server's own check of the signature. */
function allowAbort() {
  const router = require("@20minutes/s3rver/lib/routes") as Router;
  router.delete(objectPath, async (context, next) => {
    const { uploadId } = context.query;
    if (uploadId === undefined) return next();
    await rm(uploadFolder(context.store, context.params.bucket, uploadId), { recursive: true, force: true });
    context.status = 204;
  });
  // A route added last would come after the one that refuses it.
  const added = router.stack.pop()!;
  const refusing = router.stack.findIndex(({ methods, path }) => path === objectPath && methods.includes("DELETE"));
  router.stack.splice(refusing, 0, added);
}
