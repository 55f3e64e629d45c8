import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { completeProtocol } from "./objects-protocol.ts";
import { makeDurable, type Store } from "./objects-store.ts";

export type ObjectSettings = {
  directory: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  port?: number;
};
export type ObjectServer = { endpoint: string; port: number; close(): Promise<void> };

type S3rver = {
  store: Store;
  configureBuckets(): Promise<unknown>;
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  on(event: "error", listener: (error: Error) => void): void;
};
const require = createRequire(import.meta.url);

const crossOrigin = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, PUT",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "etag, content-length, content-range",
  "access-control-max-age": "86400",
};

/**
 * Starts an S3 server on loopback with one bucket and one key pair, for one machine only. Browsers may upload to it from
 * any origin with a presigned address; a request without a signature is refused.
 */
export async function startObjects(settings: ObjectSettings): Promise<ObjectServer> {
  const Server = require("@20minutes/s3rver") as new (options: object) => S3rver;
  const accounts = require("@20minutes/s3rver/lib/models/account") as {
    DUMMY_ACCOUNT: { createKeyPair(id: string, secret: string): void; revokeAccessKey(id: string): void };
  };
  accounts.DUMMY_ACCOUNT.revokeAccessKey("S3RVER");
  accounts.DUMMY_ACCOUNT.createKeyPair(settings.accessKeyId, settings.secretAccessKey);
  completeProtocol();

  const { directory, bucket } = settings;
  const s3 = new Server({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });
  s3.on("error", () => {});
  makeDurable(s3.store);
  await s3.configureBuckets();
  const handle = s3.callback();
  // A large upload over a slow line takes longer than the five minutes that Node allows by default.
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    for (const [name, value] of Object.entries(crossOrigin)) response.setHeader(name, value);
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else if (isSigned(request)) handle(request, response);
    else response.writeHead(403, { "content-type": "application/xml" }).end("<Error><Code>AccessDenied</Code></Error>");
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port ?? 0, "127.0.0.1", () => resolve(server.address() as AddressInfo));
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The server behind checks a signature that is there, and lets everyone in who brings none. */
function isSigned({ url = "/", headers }: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  if (decodeURIComponent(pathname).split("/").includes("..")) return false;
  return headers.authorization !== undefined || searchParams.has("X-Amz-Algorithm");
}
