import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".htm": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".pdf": "application/pdf",
};

/** The file behind a request path; null when there is none inside the root. */
async function fileFor(root: string, url: string) {
  const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "/");
  if (path.includes("\0")) return null;
  const wanted = join(root, path);
  const real = await realpath(wanted).catch(() => null);
  if (!real || (real !== root && !real.startsWith(root + sep))) return null;
  const info = await stat(real);
  if (!info.isDirectory()) return { path: real, info };
  const index = join(real, "index.html");
  const inside = await stat(index).catch(() => null);
  return inside?.isFile() ? { path: index, info: inside } : null;
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return response.writeHead(405, { allow: "GET, HEAD" }).end();
  const file = await fileFor(root, request.url ?? "/").catch(() => null);
  if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
  const tag = `"${file.info.size.toString(36)}-${Math.round(file.info.mtimeMs).toString(36)}"`;
  const headers = {
    etag: tag,
    "cache-control": "no-cache",
    "content-type": types[extname(file.path).toLowerCase()] ?? "application/octet-stream",
  };
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, "content-length": file.info.size });
  if (request.method === "HEAD") return response.end();
  return createReadStream(file.path)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** Serves the files of a folder on `PORT` until told to stop. */
export async function serveStatic(folder: string) {
  const root = await realpath(folder);
  const server = createServer((request, response) => void answer(root, request, response));
  const port = Number(process.env.PORT ?? 8080);
  server.listen(port, process.env.HOST ?? "127.0.0.1", () => console.log(`Serving ${root} on port ${port}`));
  process.on("SIGTERM", () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
