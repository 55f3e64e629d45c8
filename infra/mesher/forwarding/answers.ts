import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** Says that an answer comes from the sidecar, and why. */
const header = "x-mesher-answer";

export type Reason =
  | "unavailable"
  | "unreachable"
  | "timeout"
  | "circuit_open"
  | "degraded"
  | "rate_limited"
  | "too_many_calls"
  | "fault_injected"
  | "unauthenticated"
  | "forbidden"
  | "unknown_service"
  | "loop";

/** An answer in place of the service. */
export function refuse(response: ServerResponse, status: number, reason: Reason, message: string) {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const body = JSON.stringify({ code: reason, message });
  const retry = status === 429 || status === 503 ? { "retry-after": "1" } : {};
  const bodiless = status === 204 || status === 304;
  response.writeHead(status, {
    [header]: reason,
    ...retry,
    ...(!bodiless && { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
  });
  response.end(bodiless ? undefined : body);
}

/** An empty result in place of the service's. */
export function nothing(response: ServerResponse, reason: Reason) {
  if (response.headersSent || response.destroyed) return void response.destroy();
  response.writeHead(200, { [header]: reason, "content-length": 0 }).end();
}

/** The end of a connection on which no answer of the server can be written any more, such as `400 Bad Request`. */
export function endBadly(socket: Duplex, status: string) {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  else socket.destroy();
}
