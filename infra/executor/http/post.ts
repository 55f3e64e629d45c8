import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { http, https } from "./builtin.ts";

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
export type Outgoing = { method: string; url: URL; headers: Record<string, string>; body?: string };
export type Bounds = { timeoutMs: number; maxBytes: number; signal?: AbortSignal };

const connectTimeoutMs = 10_000;

/** A request without an answer. `sent` is false only when nothing was written, so no code can have run. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  readonly sent: boolean;
  readonly code: string;
  constructor(message: string, sent: boolean, code: string) {
    super(message);
    this.sent = sent;
    this.code = code;
  }
}

/**
 * One request on a connection of its own: with a kept-alive one nobody can tell whether a reset came before or after
 * the app began to work. Not `fetch`, which gives up after 300 s without headers. Redirects are not followed.
 */
export function send({ method, url, headers, body }: Outgoing, bounds: Bounds): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let connected = false;
    const secure = url.protocol === "https:";
    const request = (secure ? https() : http).request(url, { method, headers, agent: false });
    const fail = (message: string, code: string) => {
      reject(new NoAnswer(message, connected, code));
      request.destroy();
    };
    const abort = () => fail("the executor is stopping", "aborted");
    const connecting = setTimeout(() => fail("no connection within 10 s", "ETIMEDOUT"), connectTimeoutMs);
    const overall = setTimeout(() => fail(`no answer within ${bounds.timeoutMs} ms`, "call_timeout"), bounds.timeoutMs);
    const done = () => {
      clearTimeout(connecting);
      clearTimeout(overall);
      bounds.signal?.removeEventListener("abort", abort);
    };
    request.once("socket", (socket) => {
      socket.once(secure ? "secureConnect" : "connect", () => {
        connected = true;
        clearTimeout(connecting);
      });
    });
    request.once("close", done);
    request.on("error", (error: NodeJS.ErrnoException) =>
      fail(error.message || (error.code ?? "failed"), error.code ?? "error"),
    );
    request.once("response", (response) => readAll(response, bounds.maxBytes, fail, resolve));
    if (bounds.signal?.aborted) return abort();
    bounds.signal?.addEventListener("abort", abort, { once: true });
    request.end(body);
  });
}

type Fail = (message: string, code: string) => void;

function readAll(response: IncomingMessage, maxBytes: number, fail: Fail, resolve: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) fail(`the answer is larger than ${maxBytes} bytes`, "output_too_large");
    else chunks.push(chunk);
  });
  response.on("error", (error) => fail(error.message, "error"));
  response.on("aborted", () => fail("the answer broke off", "ECONNRESET"));
  response.on("end", () => {
    resolve({
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    });
  });
}
