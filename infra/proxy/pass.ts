import type { IncomingMessage, ServerResponse } from "node:http";
import { passing } from "./headers.ts";

/** Bounds of a server in front of others: headers must come soon and be of sane size, bodies may take their time. */
export const serverOptions = {
  maxHeaderSize: 64 * 1024,
  requestTimeout: 0,
  headersTimeout: 60_000,
  keepAliveTimeout: 75_000,
};

/** Methods that may be sent again when nobody knows whether the first time arrived (RFC 9110 §9.2.2). */
export const repeatable: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]);

export const hasBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** How the body is announced to the next one: the way it came, and explicitly when there is none. */
export function framing({ headers, method = "" }: IncomingMessage, body: boolean): string[] {
  if (headers["transfer-encoding"] !== undefined) return ["Transfer-Encoding", "chunked"];
  const mayExpectOne = !["GET", "HEAD", "OPTIONS"].includes(method);
  return !body && headers["content-length"] === undefined && mayExpectOne ? ["Content-Length", "0"] : [];
}

/** Hands the answer of an upstream to the client as it comes. */
export function passAnswer(answer: IncomingMessage, response: ServerResponse) {
  if (answer.headers.date) response.sendDate = false;
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, passing(answer.rawHeaders));
  // Headers of a stream must not wait for its first byte.
  const flush = setImmediate(() => response.flushHeaders());
  answer.once("data", () => clearImmediate(flush));
  answer.on("error", () => response.destroy());
  answer.on("aborted", () => response.destroy());
  answer.pipe(response);
}
