import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Engine } from "../engine.ts";
import { bearerIsValid } from "../protocol/signature.ts";
import { limits } from "../protocol/limits.ts";

export type Ask = {
  params: Record<string, string>;
  headers: IncomingMessage["headers"];
  query: URLSearchParams;
  body: string;
};
/** `text` is JSON already. */
export type Reply = { status: number } & ({ body: unknown } | { text: string });
export type Route = { method: string; path: string; open?: boolean; handle: (ask: Ask) => Promise<Reply> };

/** Answers with these words instead of a fault. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}/?$`);

/** Answers the executor's requests. Every route but the open ones needs the hashed signing key as bearer token. */
export function requestListener(engine: Engine, routes: Route[]): RequestListener {
  const table = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));

  async function answer(request: IncomingMessage): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://executor");
    const onPath = table.filter(({ pattern }) => pattern.test(pathname));
    const route = onPath.find(({ method }) => method === request.method);
    if (!route) return onPath.length > 0 ? problem(405, "Method not allowed") : problem(404, "Not found");
    if (!route.open && !bearerIsValid(engine.signingKeys, request.headers.authorization))
      return problem(401, "Unauthorized");
    const params = { ...route.pattern.exec(pathname)?.groups };
    for (const name of Object.keys(params)) params[name] = decode(params[name] ?? "");
    return route.handle({ params, headers: request.headers, query: searchParams, body: await read(request) });
  }

  return (request, response) => {
    answer(request)
      .catch((error: unknown) => {
        if (error instanceof Refusal) return problem(error.status, error.message);
        engine.log({ level: "error", message: "a request failed", url: request.url, reason: String(error) });
        return problem(500, "Internal error");
      })
      .then((reply) => write(response, reply));
  };
}

/** Errors carry their status in the body too: the SDK reads it there. */
export const problem = (status: number, error: string, more: object = {}): Reply => ({
  status,
  body: { ...more, status, error },
});

function write(response: ServerResponse, reply: Reply): void {
  const { status } = reply;
  const text = "text" in reply ? reply.text : JSON.stringify(reply.body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-inngest-server-kind": "cloud",
    // A body that was not read to its end would be taken for the next request.
    ...(status === 413 ? { connection: "close" } : {}),
  });
  response.end(text);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.requestBytes) throw new Refusal(413, `A request has at most ${limits.requestBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
